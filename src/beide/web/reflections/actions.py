"""What can be done with a reflection."""

import secrets
from collections.abc import Mapping
from enum import StrEnum

from django.db import transaction

from beide import reflect
from beide.web.reflections import access
from beide.web.reflections.asking import question_of
from beide.web.reflections.models import Answer, Reflection, Round, last_day

ROUNDS_KEPT = 2


class Taken(StrEnum):
    """What became of an answer."""

    NEW = "new"
    ALREADY = "already"
    STALE = "stale"


@transaction.atomic
def begin(*, subject: str, language: str) -> tuple[Reflection, str]:
    """Begin a reflection; return it with the secret that opens it, which is not kept."""
    forget_expired()
    token = secrets.token_urlsafe(24)
    reflection = Reflection.objects.create(
        key=access.key_of(token), subject=subject, language=language
    )
    _add_round(reflection, number=1)
    return reflection, token


@transaction.atomic
def answer(
    *, reflection: Reflection, round_number: int, position: int, statement: str, value: int | None
) -> Taken:
    """Keep an answer at its place. The same one twice counts once; an old page changes nothing."""
    current = access.latest_round_to_change(reflection)
    if current.number != round_number:
        return Taken.STALE
    given = list(current.answers.all())
    if position < len(given):
        same = given[position].statement == statement and given[position].value == value
        return Taken.ALREADY if same else Taken.STALE
    question = question_of(current)
    if question is None or position > len(given) or question.statement.key != statement:
        return Taken.STALE
    Answer.objects.create(
        round=current, position=position, statement=statement, value=value, counts=question.counts
    )
    return Taken.NEW


@transaction.atomic
def take_back(*, reflection: Reflection, round_number: int, position: int) -> bool:
    """Take the last answer back; ``position`` is its place, so that twice takes back one."""
    current = access.latest_round_to_change(reflection)
    last = current.answers.last()
    if current.number != round_number or last is None or last.position != position:
        return False
    last.delete()
    return True


@transaction.atomic
def again(*, reflection: Reflection) -> Round:
    """Begin another time on the same subject, unless one is under way. The last two are kept."""
    current = access.latest_round_to_change(reflection)
    if question_of(current) is not None:
        return current
    reflection.rounds.filter(number__lte=current.number - ROUNDS_KEPT).delete()
    reflection.until = last_day()
    reflection.save(update_fields=["until"])
    return _add_round(reflection, number=current.number + 1)


@transaction.atomic
def not_again(*, reflection: Reflection) -> None:
    """Leave another time that was begun, and keep the one before it."""
    current = access.latest_round_to_change(reflection)
    if current.number > 1 and question_of(current) is not None:
        current.delete()


@transaction.atomic
def describe_organisation(*, reflection: Reflection, answers: Mapping[str, str]) -> Reflection:
    """Keep the answers about the organisation; they colour what a form of change asks."""
    reflect.colours(answers)
    reflection.organisation = dict(answers)
    reflection.save(update_fields=["organisation"])
    return reflection


@transaction.atomic
def remove(*, reflection: Reflection) -> None:
    """Remove it with everything in it, for good."""
    reflection.delete()


@transaction.atomic
def forget_expired() -> int:
    """Remove what may no longer be kept; return how many reflections that were."""
    return access.expired().delete()[1].get("reflections.Reflection", 0)


def _add_round(reflection: Reflection, *, number: int) -> Round:
    return Round.objects.create(
        reflection=reflection,
        number=number,
        seed=secrets.randbits(32),
        bank=reflect.bank().version,
    )
