"""The only way to a reflection: the secret in its link."""

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.crypto import salted_hmac

from beide.web.reflections.models import Reflection, Round


def key_of(token: str) -> str:
    """Return what is kept of a secret: with the database alone, nobody opens anything."""
    return salted_hmac("beide.reflections", token, algorithm="sha256").hexdigest()


def access_reflection(*, token: str) -> Reflection:
    """Return the reflection that this secret opens, until its last day."""
    found = Reflection.objects.filter(key=key_of(token), until__gte=timezone.localdate()).first()
    if found is None:
        raise Http404
    return found


def rounds_of(reflection: Reflection) -> list[Round]:
    """Return every time through the statements with its answers, the first time first."""
    return list(with_answers(reflection))


def latest_round(reflection: Reflection) -> Round:
    """Return the last time through the statements."""
    return _or_gone(with_answers(reflection).last())


def latest_round_to_change(reflection: Reflection) -> Round:
    """Return the same, held until the end of the transaction so that two answers take turns."""
    Reflection.objects.select_for_update().filter(pk=reflection.pk).first()
    return latest_round(reflection)


def with_answers(reflection: Reflection) -> QuerySet[Round]:
    """Select the rounds of a reflection."""
    return reflection.rounds.prefetch_related("answers")


def expired() -> QuerySet[Reflection]:
    """Select what may no longer be kept."""
    return Reflection.objects.filter(until__lt=timezone.localdate())


def _or_gone(found: Round | None) -> Round:
    if found is None:
        raise Http404
    return found
