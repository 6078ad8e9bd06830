"""The only way to what the network carries, and who may do what with it. Outsiders get 404."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from django.db.models import Count, Model, Prefetch, QuerySet, Sum
from django.http import Http404

from beide.change import Mode
from beide.web.initiatives.access import access_initiative, forms_of, initiatives_of
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Call, Experiment, Joining, LedgerEntry, Round
from beide.web.organisation.access import teams_led_by
from beide.web.organisation.models import Membership, Organisation
from beide.web.organisation.roles import Role
from beide.web.tensions.access import access_tension
from beide.web.tensions.models import Tension

Thing = TypeVar("Thing", bound=Model)


def access_loop(*, membership: Membership, pk: int) -> Initiative:
    """Return a transition or innovation of the member's organisation."""
    return access_initiative(membership=membership, pk=pk, mode=Mode.NETWORK)


def loops_of(organisation: int) -> QuerySet[Initiative]:
    """Return all loops, with how many people from how many teams take part, and their calls."""
    calls = Prefetch("calls", Call.objects.filter(closed=None), "open_calls")
    return (
        initiatives_of(organisation=organisation, mode=Mode.NETWORK)
        .annotate(
            people=Count("joinings", distinct=True),
            teams=Count("joinings__membership__team", distinct=True),
        )
        .prefetch_related("rounds", calls)
    )


def joined_by(membership: Membership) -> set[int]:
    """Return the keys of the initiatives a member takes part in."""
    return set(Joining.objects.filter(membership=membership).values_list("initiative", flat=True))


def current_round(initiative: Initiative) -> Round | None:
    """Return the round being walked; nothing when the initiative has ended."""
    return next((round_ for round_ in initiative.rounds.all() if round_.ended is None), None)


def access_round(*, initiative: Initiative, number: int) -> Round:
    """Return a round of this initiative."""
    found = initiative.rounds.filter(number=number).select_related("initiative").first()
    if found is None:
        raise Http404
    return found


def joining_of(*, membership: Membership, initiative: Initiative) -> Joining | None:
    """Return how a member takes part, if they do."""
    return Joining.objects.filter(membership=membership, initiative=initiative).first()


def may_carry(membership: Membership, initiative: Initiative) -> bool:
    """Tell whether a member may move an initiative along: who joined, guides, administrators."""
    if membership.has(Role.GUIDE, Role.ADMINISTRATOR):
        return True
    return joining_of(membership=membership, initiative=initiative) is not None


def joinings_of(initiative: Initiative) -> QuerySet[Joining]:
    """Return who takes part, in the order in which they joined."""
    return initiative.joinings.select_related("membership__person", "membership__team").order_by(
        "pk"
    )


def may_carry_with(membership: Membership, joinings: list[Joining]) -> bool:
    """Tell the same as ``may_carry`` when it is known already who takes part."""
    if membership.has(Role.GUIDE, Role.ADMINISTRATOR):
        return True
    return any(joining.membership_id == membership.pk for joining in joinings)


def agreeable(membership: Membership, joinings: list[Joining]) -> list[Joining]:
    """Return the hours among these that wait for this lead or administrator."""
    waiting = [one for one in joinings if not one.is_agreed and one.proposed is None]
    if membership.has(Role.ADMINISTRATOR) or not waiting:
        return waiting if membership.has(Role.ADMINISTRATOR) else []
    led = teams_led_by(membership)
    others = [one for one in waiting if one.membership_id != membership.pk]
    return [one for one in others if one.membership.team_id in led]


def may_agree(membership: Membership, joining: Joining) -> bool:
    """Tell whether a member may agree someone's hours: a lead above them, or an administrator."""
    if membership.has(Role.ADMINISTRATOR):
        return True
    if joining.membership_id == membership.pk:
        return False
    return joining.membership.team_id in teams_led_by(membership)


def to_agree(membership: Membership) -> list[Joining]:
    """Return the hours that wait for this lead or administrator."""
    if not membership.has(Role.LEAD, Role.ADMINISTRATOR):
        return []
    waiting = Joining.objects.filter(
        initiative__in=carried_in(membership.organisation_id), agreed_on=None, proposed=None
    )
    if not membership.has(Role.ADMINISTRATOR):
        led = teams_led_by(membership)
        waiting = waiting.filter(membership__team__in=led).exclude(membership=membership)
    return list(
        waiting.select_related("initiative", "membership__person", "membership__team").order_by(
            "pk"
        )
    )


def carried_in(organisation: int) -> QuerySet[Initiative]:
    """Return the loops that are walked now."""
    return Initiative.objects.filter(
        organisation=organisation, form__in=forms_of(Mode.NETWORK), stopped=None
    )


def access_joining(*, membership: Membership, pk: int) -> Joining:
    """Return how someone of the same organisation takes part."""
    found = Joining.objects.filter(initiative__organisation=membership.organisation_id)
    return or_404(found.select_related("initiative", "membership__person"), pk)


def access_experiment(*, membership: Membership, pk: int, removed: bool = False) -> Experiment:
    """Return an experiment of the member's organisation."""
    found = Experiment.everything.filter(
        initiative__organisation=membership.organisation_id, removed__isnull=not removed
    )
    return or_404(found.select_related("initiative", "round", "protects", "plan"), pk)


def access_entry(*, membership: Membership, pk: int, removed: bool = False) -> LedgerEntry:
    """Return a line of a ledger of the member's organisation."""
    found = LedgerEntry.everything.filter(
        initiative__organisation=membership.organisation_id, removed__isnull=not removed
    )
    return or_404(found.select_related("initiative"), pk)


def access_call(*, membership: Membership, pk: int) -> Call:
    """Return a call to join of the member's organisation."""
    found = Call.objects.filter(initiative__organisation=membership.organisation_id)
    return or_404(found.select_related("initiative"), pk)


def or_404(found: QuerySet[Thing], pk: int) -> Thing:
    """Return the one with this key, or nothing to see here."""
    thing = found.filter(pk=pk).first()
    if thing is None:
        raise Http404
    return thing


def tension_of(*, membership: Membership, pk: str | None) -> Tension | None:
    """Return the tension an address names; nothing when it names none."""
    if not pk:
        return None
    if not (pk.isascii() and pk.isdigit()):
        raise Http404
    return access_tension(membership=membership, pk=int(pk))


@dataclass(frozen=True, slots=True)
class People:
    """How many people take part, from how many teams. Say it with ``words.taking_part``."""

    count: int
    teams: int


def people(organisation: Organisation) -> People:
    """Return how many people take part in what is explored now, each counted once."""
    found = Joining.objects.filter(initiative__in=carried_in(organisation.pk)).aggregate(
        count=Count("membership", distinct=True), teams=Count("membership__team", distinct=True)
    )
    return People(**found)


def agreed_hours(organisation: Organisation) -> Decimal | None:
    """Return the hours a week agreed as planned time.

    Nothing when fewer people than the organisation's threshold stand behind the sum: it would be
    a figure about them.
    """
    found = Joining.objects.filter(
        initiative__in=carried_in(organisation.pk), agreed_on__isnull=False
    ).aggregate(hours=Sum("hours"), people=Count("membership", distinct=True))
    if 0 < found["people"] < organisation.threshold:
        return None
    return found["hours"] or Decimal(0)
