"""The only way to an organisation's barriers and wins. Outsiders get 404."""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from beide.web.effects import access as effects
from beide.web.effects.models import Plan
from beide.web.initiatives.access import initiatives_of
from beide.web.initiatives.models import Initiative
from beide.web.organisation.models import Membership, Organisation
from beide.web.wins.models import Barrier, Win

A_YEAR = timedelta(days=365)
# What an effect must say before a win can rest on it.
GOOD = frozenset({"improved", "probably"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysToRemove:
    """How long barriers stood that went away in the past year: half of them at most ``days``."""

    days: float
    number: int
    quickest: int
    longest: int


def wins_of(organisation: Organisation | int) -> QuerySet[Win]:
    """Return the wins of an organisation, the latest first."""
    return Win.objects.filter(organisation=organisation, withdrawn=None).select_related(
        "initiative", "barrier"
    )


def recent_wins(organisation: Organisation, since: date) -> list[Win]:
    """Return the wins on or after a day, the latest first."""
    return list(wins_of(organisation).filter(happened__gte=since))


def access_win(*, membership: Membership, pk: int, withdrawn: bool = False) -> Win:
    """Return a win of the member's organisation."""
    found = (
        Win.objects.filter(
            organisation=membership.organisation_id, withdrawn__isnull=not withdrawn, pk=pk
        )
        .select_related("initiative", "barrier")
        .first()
    )
    if found is None:
        raise Http404
    return found


def barriers_of(organisation: Organisation | int) -> QuerySet[Barrier]:
    """Return the barriers of an organisation, those that went away too."""
    return Barrier.objects.filter(organisation=organisation, withdrawn=None).select_related(
        "initiative"
    )


def standing_barriers(organisation: Organisation) -> list[Barrier]:
    """Return what is in the way, the longest standing first."""
    return list(barriers_of(organisation).filter(removed_on=None))


def removed_barriers(organisation: Organisation) -> list[Barrier]:
    """Return what went away in the past year, the latest first."""
    since = timezone.localdate() - A_YEAR
    found = barriers_of(organisation).filter(removed_on__gte=since)
    return list(found.order_by("-removed_on", "-pk"))


def days_to_remove(organisation: Organisation) -> DaysToRemove | None:
    """Return how long barriers stood that went away in the past year, if any did."""
    return how_long(removed_barriers(organisation))


def how_long(removed: list[Barrier]) -> DaysToRemove | None:
    """Return how long these barriers stood."""
    days = [barrier.days for barrier in removed]
    if not days:
        return None
    return DaysToRemove(days=median(days), number=len(days), quickest=min(days), longest=max(days))


def access_barrier(*, membership: Membership, pk: int, withdrawn: bool = False) -> Barrier:
    """Return a barrier of the member's organisation."""
    found = (
        Barrier.objects.filter(
            organisation=membership.organisation_id, withdrawn__isnull=not withdrawn, pk=pk
        )
        .select_related("initiative")
        .first()
    )
    if found is None:
        raise Http404
    return found


def effects_of(organisation: Organisation, wins: list[Win]) -> dict[int, effects.Shown]:
    """Return what the data say of the effects on which wins rest, by the key of the plan."""
    wanted = {win.plan_id for win in wins if win.plan_id}
    if not wanted:
        return {}
    found = effects.shown(effects.plans_of(organisation).filter(pk__in=wanted, withdrawn=None))
    return {each.plan.pk: each for each in found}


def good_effects(organisation: Organisation) -> list[effects.Shown]:
    """Return the effects on which a win can rest."""
    return [each for each in effects.of_organisation(organisation) if each.verdict in GOOD]


def initiatives_in(organisation: Organisation) -> QuerySet[Initiative]:
    """Return the initiatives from which a win can come, stopped ones too."""
    return initiatives_of(organisation=organisation.pk)


def plans_in(organisation: Organisation) -> QuerySet[Plan]:
    """Return the plans of an organisation that stand."""
    return effects.plans_of(organisation).filter(withdrawn=None)
