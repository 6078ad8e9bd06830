"""A year of both modes, for a meeting of those who lead: four quarters and what came of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.db.models import Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from beide.change import Form, Mode
from beide.web.effects.access import Shown
from beide.web.evidence import words as evidence
from beide.web.evidence.series import Series
from beide.web.exchange import access, words
from beide.web.exchange.alarms import answers_of
from beide.web.exchange.counts import Counts, ask, asked_of, number
from beide.web.exchange.facts import Facts, facts_of
from beide.web.exchange.ledger import ADOPTED, Line, line
from beide.web.exchange.models import AlarmAnswer, Check, Insight, Passage
from beide.web.exchange.trend import WEEKS, last_monday
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Experiment
from beide.web.organisation.models import Organisation

A_YEAR = 52
# As much as fits on two sheets of A4; the rest is on the pages themselves.
MOST = 6
LAST_LOOK = Subquery(
    Check.objects.filter(insight=OuterRef("pk")).order_by("-on", "-pk").values("holds")[:1]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """Thirteen weeks: the promise, and the hours set free and used."""

    since: date
    until: date
    cases: int
    kept: int
    granted: Decimal
    used: Decimal | None

    @property
    def share(self) -> str:
        """The share of cases that kept the promise."""
        return evidence.share_of(self.kept, self.cases) if self.cases else ""

    @property
    def hours_granted(self) -> str:
        """The hours set free, in words."""
        return words.hours(Decimal(round(self.granted)))

    @property
    def hours_used(self) -> str:
        """The hours used, in words; nothing when no team told."""
        return words.hours(Decimal(round(self.used))) if self.used is not None else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What is laid on the table of a leadership meeting."""

    facts: Facts
    since: date
    quarters: Sequence[Quarter]
    points: Sequence[float]
    numbers: Mapping[str, int]
    effects: Sequence[Shown]
    used: Sequence[Line]
    answers: Sequence[AlarmAnswer]

    @property
    def headline(self) -> str:
        """One sentence that says how things are."""
        return words.headline(self.facts.state, explores=bool(self.numbers["evolution"]))

    @property
    def forms(self) -> list[tuple[Form, int]]:
        """How much is carried in each form."""
        return [(form, self.numbers[form.value]) for form in Form]

    @property
    def effects_first(self) -> Sequence[Shown]:
        """The effects that are named; those that tell something first."""
        return sorted(self.effects, key=lambda each: not each.is_told)[:MOST]

    @property
    def used_first(self) -> Sequence[Line]:
        """The insights in use that are named; those with an effect first."""
        return sorted(self.used, key=lambda line: not line.is_known)[:MOST]

    @property
    def answers_first(self) -> Sequence[AlarmAnswer]:
        """What was said last about alarms."""
        return self.answers[:MOST]


def year_of(organisation: Organisation, *, today: date | None = None) -> Year:
    """Gather the year up to the last whole week."""
    day = today or timezone.localdate()
    since = last_monday(day) - timedelta(weeks=A_YEAR - 1)
    home = asked_of(organisation, day)
    found = ask(organisation, home | _asked(organisation.pk, since))
    facts = facts_of(
        organisation,
        weeks=A_YEAR,
        today=day,
        counts=Counts(**{name: found[name] for name in home}),
    )
    return Year(
        facts=facts,
        since=since,
        quarters=quarters(facts),
        points=[share for _, share in shares(facts) if share is not None],
        numbers=_by_mode(found),
        effects=[each for each in facts.effects if each.plan.starts >= since],
        used=used_lines(facts),
        answers=[each for each in answers_of(organisation) if each.on >= since],
    )


def used_lines(facts: Facts) -> list[Line]:
    """Return the insights in use with what the last look and the data said."""
    rows = (
        access.insights_of(facts.organisation.pk)
        .filter(state=Insight.State.IN_USE)
        .select_related("experiment", "carried_by")
        .annotate(last=LAST_LOOK)
    )
    return [
        line(
            insight,
            days={Insight.State.IN_USE: getattr(insight, "since", insight.found)},
            held=getattr(insight, "last", None),
            effects=facts.effects,
        )
        for insight in rows
    ]


def _by_mode(found: Mapping[str, int]) -> dict[str, int]:
    """Add what each ability gets to the numbers."""
    carried = {mode: sum(found[form.value] for form in Form if form.mode is mode) for mode in Mode}
    return {
        **found,
        "excellence": carried[Mode.HIERARCHY],
        "evolution": carried[Mode.NETWORK],
    }


def _asked(organisation: int, since: date) -> dict[str, Coalesce]:
    """Return what a year asks besides what home asks."""
    insights = Insight.objects.filter(organisation=organisation)
    offered = Passage.objects.filter(insight=OuterRef("pk"), state=Insight.State.OFFERED)
    tried = Experiment.objects.filter(initiative__organisation=organisation)
    carried = Initiative.objects.filter(organisation=organisation, stopped=None)
    by = "initiative__organisation"
    asked = {
        "insights_found": number(insights.filter(found__gte=since)),
        "insights_offered": number(insights.filter(Exists(offered), found__gte=since)),
        "insights_adopted": number(insights.filter(state__in=ADOPTED, found__gte=since)),
        "insights_held": number(
            insights.filter(state=Insight.State.IN_USE).alias(last=LAST_LOOK).filter(last=True)
        ),
        "experiments_begun": number(tried.filter(begins__gte=since), by=by),
        "experiments_learnt": number(tried.filter(learnt_on__gte=since), by=by),
    }
    return asked | {
        form.value: number(carried.filter(form=form.value).exclude(stage="held")) for form in Form
    }


def shares(facts: Facts) -> list[tuple[date, float | None]]:
    """Return the share of each week of the year; of a hidden week nothing."""
    if facts.promise is None:
        return []
    weeks = Series.from_stored(facts.promise.over_time).weeks[-A_YEAR:]
    return [(week.start, None if week.early else week.share) for week in weeks]


def quarters(facts: Facts) -> list[Quarter]:
    """Return the four quarters up to the last whole week, the oldest first."""
    last = last_monday(facts.today)
    starts = [last - timedelta(weeks=WEEKS * back - 1) for back in (4, 3, 2, 1)]
    return [_quarter(facts, start) for start in starts]


def _quarter(facts: Facts, start: date) -> Quarter:
    end = start + timedelta(weeks=WEEKS)
    series = Series.from_stored(facts.promise.over_time) if facts.promise else None
    weeks = [week for week in series.shown() if start <= week.start < end] if series else []
    room = [week for week in facts.weeks if start <= week.monday < end]
    told = [week.used for week in room if week.used is not None]
    return Quarter(
        since=start,
        until=end - timedelta(days=1),
        cases=sum(week.cases or 0 for week in weeks),
        kept=sum(week.kept or 0 for week in weeks),
        granted=sum((week.granted for week in room), Decimal(0)),
        used=sum(told, Decimal(0)) if told else None,
    )
