"""How both modes are doing, in one picture: what the home page shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import gettext as _

from beide.change import Mode
from beide.web.exchange import ledger, words
from beide.web.exchange.alarms import Alarm, alarms_of
from beide.web.exchange.facts import Facts, facts_of
from beide.web.exchange.loop import Flow, loop_of
from beide.web.hierarchy.models import Step
from beide.web.initiatives.access import initiatives_of
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Round
from beide.web.organisation.models import Organisation

# How much of each side the home page names; the rest is one click away.
SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Both modes and what goes between them, at this moment."""

    facts: Facts
    loop: Sequence[Flow]
    alarms: Sequence[Alarm]
    carried: Sequence[Initiative]
    explored: Sequence[Initiative]

    @property
    def carried_first(self) -> Sequence[Initiative]:
        """What the hierarchy began with last."""
        return self.carried[:SHOWN]

    @property
    def explored_first(self) -> Sequence[Initiative]:
        """What the network began with last."""
        return self.explored[:SHOWN]

    @property
    def sounding(self) -> Sequence[Alarm]:
        """The alarms about which nothing is being done."""
        return [alarm for alarm in self.alarms if alarm.quiet is None]

    @property
    def headline(self) -> str:
        """One sentence that says how things are."""
        return words.headline(self.facts.state, explores=bool(self.explored))

    @property
    def back(self) -> str:
        """What comes back to stability: the insights in use, as far as their effect is known."""
        return ledger.in_use_words(self.facts)

    @property
    def summary(self) -> list[str]:
        """The facts under the headline, each a sentence."""
        week = self.facts.today.isocalendar().week
        said = [_("Week %(week)s.") % {"week": week}]
        if self.facts.state:
            said.append(self.facts.state.sentence)
        if self.facts.counts.waiting:
            said.append(words.waiting(self.facts.counts.waiting))
        return said


def picture_of(organisation: Organisation) -> Picture:
    """Gather the picture of an organisation."""
    facts = facts_of(organisation)
    going_on = [with_next_step(each) for each in now_going_on(organisation)]
    return Picture(
        facts=facts,
        loop=loop_of(facts),
        alarms=alarms_of(facts),
        carried=[each for each in going_on if each.mode is Mode.HIERARCHY],
        explored=[each for each in going_on if each.mode is Mode.NETWORK],
    )


def now_going_on(organisation: Organisation) -> QuerySet[Initiative]:
    """Return what both modes carry now, with its next step or its round and open experiments."""
    steps = Step.objects.filter(initiative=OuterRef("pk"), done_on=None, removed_on=None)
    rounds = Round.objects.filter(initiative=OuterRef("pk")).order_by("-number")
    now_open = Q(experiments__learnt_on=None, experiments__removed=None)
    return (
        initiatives_of(organisation=organisation.pk)
        .filter(stopped=None)
        .exclude(stage="held")
        .annotate(
            next_step=Subquery(steps.values("what")[:1]),
            next_due=Subquery(steps.values("due")[:1]),
            round_now=Subquery(rounds.values("number")[:1]),
            open_experiments=Count("experiments", filter=now_open, distinct=True),
        )
        .order_by("-started", "-pk")
    )


def with_next_step(initiative: Initiative) -> Initiative:
    """Give an initiative its next step, as far as home tells of it."""
    what: str = getattr(initiative, "next_step", None) or ""
    step = Step(what=what, due=getattr(initiative, "next_due", None)) if what else None
    initiative.step_next = step  # type: ignore[attr-defined]
    return initiative
