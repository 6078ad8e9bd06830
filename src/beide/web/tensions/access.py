"""The only way to an organisation's tensions. Outsiders get 404."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from beide.change import Form
from beide.web.organisation.models import Membership
from beide.web.organisation.roles import Role
from beide.web.tensions.models import Choice, Tension


def tensions_of(organisation: int) -> QuerySet[Tension]:
    """Return the tensions that stand, newest first, with how many people recognise each."""
    return (
        Tension.objects.filter(organisation=organisation, withdrawn=None)
        .select_related("author__person")
        .prefetch_related("choices")
        .annotate(
            recognised=Count("recognitions", distinct=True),
            carried=Count("initiatives", distinct=True),
        )
        .order_by("-brought", "-pk")
    )


def without_form(tensions: QuerySet[Tension]) -> QuerySet[Tension]:
    """Keep the tensions for which nobody chose a form yet."""
    return tensions.filter(choices=None)


def with_form(tensions: QuerySet[Tension], form: Form) -> QuerySet[Tension]:
    """Keep the tensions in which people see this form now."""
    latest = Choice.objects.filter(tension=OuterRef("pk")).order_by("-pk")
    return tensions.alias(
        configuration=Subquery(latest.values("configuration_changes")[:1]),
        paradigm=Subquery(latest.values("paradigm_shifts")[:1]),
    ).filter(configuration=form.configuration_changes, paradigm=form.paradigm_shifts)


def saying(tensions: QuerySet[Tension], words: str) -> QuerySet[Tension]:
    """Keep the tensions that contain every one of these words."""
    for word in words.split():
        tensions = tensions.filter(Q(what__icontains=word) | Q(meanwhile__icontains=word))
    return tensions


def access_tension(*, membership: Membership, pk: int) -> Tension:
    """Return a tension of the member's organisation; a withdrawn one opens for few."""
    found = (
        Tension.objects.filter(organisation=membership.organisation_id, pk=pk)
        .select_related("author__person", "organisation")
        .prefetch_related("choices")
        .first()
    )
    if found is None or (found.withdrawn and not may_withdraw(membership, found)):
        raise Http404
    return found


def access_tension_to_edit(*, membership: Membership, pk: int) -> Tension:
    """Return a tension that this member may change."""
    found = access_tension(membership=membership, pk=pk)
    if not may_edit(membership, found):
        raise PermissionDenied
    return found


def access_tension_to_withdraw(*, membership: Membership, pk: int) -> Tension:
    """Return a tension that this member may withdraw and bring back."""
    found = access_tension(membership=membership, pk=pk)
    if not may_withdraw(membership, found):
        raise PermissionDenied
    return found


def access_choice(*, membership: Membership, tension: int, pk: int) -> Choice:
    """Return a choice of form for a tension of the member's organisation."""
    found = access_tension(membership=membership, pk=tension).choices.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def may_edit(membership: Membership, tension: Tension) -> bool:
    """Tell who may change the words: nobody when they carry no name."""
    if tension.author_id is None:
        return False
    return tension.author_id == membership.pk or membership.has(Role.ADMINISTRATOR)


def may_withdraw(membership: Membership, tension: Tension) -> bool:
    """Tell who may take a tension away: its author, and administrators for any."""
    is_author = tension.author_id is not None and tension.author_id == membership.pk
    return is_author or membership.has(Role.ADMINISTRATOR)


def recognises(membership: Membership, tension: Tension) -> bool:
    """Tell whether this member said to recognise it."""
    return tension.recognitions.filter(membership=membership).exists()
