"""The only way to the effects of an organisation's initiatives. Outsiders get 404."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, cast

from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from beide.change import Mode
from beide.text import Text
from beide.web.effects.models import Plan, Reading
from beide.web.evidence.access import is_open
from beide.web.evidence.models import Promise
from beide.web.initiatives.access import initiatives_of
from beide.web.initiatives.models import Initiative
from beide.web.organisation.access import teams_led_by
from beide.web.organisation.models import Membership, Organisation
from beide.web.organisation.roles import Role

Verdict = Literal["improved", "probably", "cannot_tell", "worse", "waiting", "refused"]
Kind = Literal["amount", "share", "rating"]

UNITS: dict[str, Text] = {
    "amount": Text(nl="%", en="%"),
    "share": Text(nl="procentpunt", en="percentage points"),
    "rating": Text(nl="punt", en="points"),
}
CLOSED = Text(
    nl="De gegevens zijn dicht, omdat er geen instemming voor is vastgelegd.",
    en="The data are closed, because no consent for them is recorded.",
)
NOT_READ = Text(
    nl="Er zijn nog geen weken van na de start.", en="There are no weeks from after the start yet."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A plan with what the data last said about it.

    ``low`` and ``high`` are the ends of the 95% interval of the change: ratios for amounts (-0.24
    is 24% lower), shares of one for shares (0.05 is five percentage points), points for ratings;
    nothing while it waits or was refused. ``between`` tells the same in words.
    """

    plan: Plan
    verdict: Verdict
    sentence: Text
    change: float | None = None
    low: float | None = None
    high: float | None = None
    kind: Kind = "share"
    between: Text | None = None
    watched: Text | None = None
    computed_on: datetime | None = None
    until: date | None = None
    flagged: bool = False

    @property
    def unit(self) -> Text:
        """In what the change is told."""
        return UNITS[self.kind]

    @property
    def is_told(self) -> bool:
        """Tell whether there is a verdict with an interval."""
        return self.low is not None


def plans_of(organisation: Organisation | int) -> QuerySet[Plan]:
    """Return the plans of an organisation, with what they are about."""
    return Plan.objects.filter(initiative__organisation=organisation).select_related(
        "initiative__organisation", "promise__log", "job"
    )


def access_plan(*, membership: Membership, pk: int) -> Plan:
    """Return a plan of the member's organisation."""
    found = plans_of(membership.organisation_id).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def access_to_plan(*, membership: Membership, pk: int) -> Plan:
    """Return a plan that this member may change, fix or withdraw."""
    found = access_plan(membership=membership, pk=pk)
    if not may_plan(membership, found.initiative):
        raise PermissionDenied
    return found


def access_initiative(*, membership: Membership, pk: int) -> Initiative:
    """Return an initiative of the member's organisation, in either mode."""
    found = initiatives_of(organisation=membership.organisation_id).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def may_plan(membership: Membership, initiative: Initiative) -> bool:
    """Tell who may make, fix and withdraw a plan: who carries the initiative, or leads its team."""
    if membership.has(Role.ADMINISTRATOR):
        return True
    if initiative.mode is Mode.NETWORK and membership.has(Role.GUIDE):
        return True
    if initiative.team_id is not None:
        if initiative.team_id == membership.team_id:
            return True
        if initiative.team_id in teams_led_by(membership):
            return True
    elif membership.has(Role.LEAD):
        return True
    return initiative.joinings.filter(membership=membership).exists()


def of_initiative(initiative: Initiative) -> list[Shown]:
    """Return the effects of an initiative, the latest start first; withdrawn plans are left out."""
    return shown(plans_of(initiative.organisation_id).filter(initiative=initiative, withdrawn=None))


def of_initiatives(initiatives: Iterable[int]) -> dict[int, list[Shown]]:
    """Return the effects of several initiatives of one organisation, by their key."""
    wanted = list(initiatives)
    plans = Plan.objects.filter(initiative__in=wanted, withdrawn=None).select_related(
        "initiative__organisation", "promise__log", "job"
    )
    found: dict[int, list[Shown]] = {key: [] for key in wanted}
    for each in shown(plans):
        found[each.plan.initiative_id].append(each)
    return found


def of_experiment_plan(plan: Plan | None) -> Shown | None:
    """Return the effect of an experiment's plan, when it has one that stands."""
    if plan is None or not plan.stands:
        return None
    return next(iter(shown(Plan.objects.filter(pk=plan.pk).select_related(*ABOUT))), None)


ABOUT = ("initiative__organisation", "promise__log", "job")


def of_promise(promise: Promise, since: date) -> list[Shown]:
    """Return the effects on a promise of what started on or after a day."""
    return shown(
        plans_of(promise.organisation_id).filter(promise=promise, withdrawn=None, starts__gte=since)
    )


def of_organisation(organisation: Organisation) -> list[Shown]:
    """Return every effect of an organisation, the latest start first."""
    return shown(plans_of(organisation).filter(withdrawn=None))


def flagged(organisation: Organisation) -> list[Shown]:
    """Return what makes a promise suffer now: seen by the weekly watch, and not ended."""
    going_on = Q(ended=None, withdrawn=None, initiative__stopped=None)
    return suffering(shown(plans_of(organisation).filter(going_on)))


def suffering(effects: Iterable[Shown]) -> list[Shown]:
    """Return those of which the promise suffers, as long as they go on."""
    return [
        each
        for each in effects
        if each.flagged and each.plan.ended is None and each.plan.initiative.stopped is None
    ]


def shown(plans: QuerySet[Plan]) -> list[Shown]:
    """Return plans with what the data last said, as far as that data may be seen."""
    newest = Reading.objects.filter(plan=OuterRef("pk")).order_by("-pk").values("pk")[:1]
    found = list(plans.annotate(newest=Subquery(newest)))
    readings = {
        each.plan_id: each
        for each in Reading.objects.filter(pk__in=[plan.newest for plan in found if plan.newest])
    }
    opened: dict[tuple[int, bool], bool] = {}
    return [
        as_shown(plan, readings.get(plan.pk))
        if plan.promise is None or _is_open(plan, plan.promise, opened)
        else Shown(plan=plan, verdict="refused", sentence=CLOSED)
        for plan in found
    ]


def _is_open(plan: Plan, promise: Promise, known: dict[tuple[int, bool], bool]) -> bool:
    """Tell whether a plan's data may be seen; asked once for all plans of an organisation."""
    organisation, generated = plan.initiative.organisation, promise.log.generated
    asked = (organisation.pk, generated)
    if asked not in known:
        known[asked] = is_open(organisation=organisation, generated=generated)
    return known[asked]


def may_be_seen(plan: Plan) -> bool:
    """Tell whether the data of a plan are open: generated, or with a consent that holds."""
    return plan.promise is None or _is_open(plan, plan.promise, {})


def latest_reading(plan: Plan) -> Reading | None:
    """Return what the data last said, with its weeks."""
    return plan.readings.first()


def as_shown(plan: Plan, reading: Reading | None) -> Shown:
    """Return a plan with one reading of it."""
    if reading is None:
        return Shown(plan=plan, verdict="waiting", sentence=NOT_READ)
    told = reading.effect
    low, high = told.get("interval") or (None, None)
    return Shown(
        plan=plan,
        verdict=cast("Verdict", reading.verdict),
        sentence=text(reading.said),
        change=told.get("change"),
        low=low,
        high=high,
        kind=told.get("kind") or reading.series.get("kind") or "share",
        between=text(told["between"]) if told.get("between") else None,
        watched=text(reading.watch["text"]) if reading.watch else None,
        computed_on=reading.computed,
        until=reading.until,
        flagged=reading.flagged,
    )


def text(stored: dict[str, str]) -> Text:
    """Return a text as it was stored."""
    return Text(nl=stored.get("nl", ""), en=stored.get("en", ""))
