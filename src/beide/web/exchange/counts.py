"""What can be counted of the exchange, in one question to the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from beide.web.effects.models import Reading
from beide.web.exchange.access import WAITS_TOO_LONG
from beide.web.exchange.models import Insight, Passage
from beide.web.exchange.trend import WEEKS
from beide.web.network.access import carried_in
from beide.web.network.models import Experiment, Joining
from beide.web.organisation.models import Organisation

State = Insight.State
TELLING = ("improved", "probably", "cannot_tell", "worse")
PART = timedelta(weeks=WEEKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Insights and experiments: now, in the last 13 weeks, and in the 13 before.

    ``effect_known`` of those in use were measured. ``people`` take part in what is explored now,
    from ``from_teams`` teams; ``agreed_people`` of them have their hours agreed.
    """

    waiting: int
    too_long: int
    used_this_year: int
    in_use: int
    effect_known: int
    found: int
    found_before: int
    running: int
    begun: int
    begun_before: int
    people: int
    from_teams: int
    agreed_people: int
    agreed_hours: Decimal


def counts_of(organisation: Organisation, *, today: date | None = None) -> Counts:
    """Count everything that home shows; with the threshold it may not all be said."""
    day = today or timezone.localdate()
    return Counts(**ask(organisation, asked_of(organisation, day)))


def asked_of(organisation: Organisation, today: date) -> dict[str, Coalesce]:
    """Return what has to be asked for these counts."""
    pk = organisation.pk
    return _insights(pk, today) | _experiments(pk, today) | _people(pk)


def ask(organisation: Organisation, asked: Mapping[str, Coalesce]) -> dict[str, Any]:
    """Ask several counts of an organisation at once."""
    found = Organisation.objects.annotate(**asked).values(*asked)
    return dict(found.get(pk=organisation.pk))


def _insights(organisation: int, today: date) -> dict[str, Coalesce]:
    mine = Insight.objects.filter(organisation=organisation)
    of_insight = Passage.objects.filter(insight=OuterRef("pk"))
    late = of_insight.filter(state=State.OFFERED, on__lt=today - WAITS_TOO_LONG)
    this_year = of_insight.filter(state=State.IN_USE, on__year=today.year)
    offered, used = mine.filter(state=State.OFFERED), mine.filter(state=State.IN_USE)
    measured = Reading.objects.filter(verdict__in=TELLING, plan__withdrawn=None).filter(
        Q(plan__initiative=OuterRef("carried_by")) | Q(plan=OuterRef("experiment__plan"))
    )
    return {
        "waiting": number(offered),
        "too_long": number(offered.filter(Exists(late))),
        "used_this_year": number(used.filter(Exists(this_year))),
        "in_use": number(used),
        "effect_known": number(used.filter(Exists(measured))),
        "found": number(mine.filter(_lately("found", today))),
        "found_before": number(mine.filter(_lately("found", today - PART))),
    }


def _experiments(organisation: int, today: date) -> dict[str, Coalesce]:
    mine = Experiment.objects.filter(initiative__organisation=organisation)
    running = mine.filter(initiative__stopped=None, begins__lte=today, learnt_on=None)
    by = "initiative__organisation"
    return {
        "running": number(running, by=by),
        "begun": number(mine.filter(_lately("begins", today)), by=by),
        "begun_before": number(mine.filter(_lately("begins", today - PART)), by=by),
    }


def _people(organisation: int) -> dict[str, Coalesce]:
    mine = Joining.objects.filter(initiative__in=carried_in(organisation))
    agreed = mine.filter(agreed_on__isnull=False)
    by = "initiative__organisation"
    return {
        "people": number(mine, by=by, of="membership"),
        "from_teams": number(mine, by=by, of="membership__team"),
        "agreed_people": number(agreed, by=by, of="membership"),
        "agreed_hours": one(agreed, Sum("hours"), by=by, otherwise=Decimal(0)),
    }


def _lately(field: str, today: date) -> Q:
    """Return the 13 weeks up to a day."""
    return Q(**{f"{field}__gt": today - PART, f"{field}__lte": today})


def number(rows: QuerySet[Any], *, by: str = "organisation", of: str = "pk") -> Coalesce:
    """Return how many there are, as part of another question."""
    return one(rows, Count(of, distinct=True), by=by, otherwise=0)


def one(rows: QuerySet[Any], told: Count | Sum, *, by: str, otherwise: int | Decimal) -> Coalesce:
    """Return one number about rows that all belong to the same organisation."""
    grouped = rows.order_by().values(whose=F(by)).annotate(told=told).values("told")
    return Coalesce(Subquery(grouped), otherwise)
