"""The ledger of insights: found, offered, adopted, held, and what each adopted one did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beide.web.effects.access import Shown
from beide.web.exchange.counts import TELLING
from beide.web.exchange.facts import Facts
from beide.web.exchange.models import Insight
from beide.web.page.templatetags.beide_text import say

State = Insight.State
ADOPTED = {State.ACCEPTED, State.ADAPTED, State.IN_USE}
Holds = Literal["yes", "no", "not_looked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One insight: when it came how far, whether it holds, and its effect.

    ``in_experiment`` tells that the effect is that of the experiment it was found in, because
    nothing was measured since it came into use.
    """

    insight: Insight
    days: Mapping[str, date]
    holds: Holds
    effect: Shown | None
    in_experiment: bool = False

    @property
    def found(self) -> date:
        """The day it was found."""
        return self.days.get(State.FOUND, self.insight.found)

    @property
    def offered(self) -> date | None:
        """The day it was offered last."""
        return self.days.get(State.OFFERED)

    @property
    def adopted(self) -> date | None:
        """The day the other mode took it over; nothing when it did not, or not any more."""
        if self.insight.state not in ADOPTED:
            return None
        days = [self.days[state] for state in (State.ACCEPTED, State.ADAPTED) if state in self.days]
        return max(days, default=None)

    @property
    def used(self) -> date | None:
        """The day from which it is in use."""
        return self.days.get(State.IN_USE) if self.insight.state == State.IN_USE else None

    @property
    def is_known(self) -> bool:
        """Tell whether the data said something about its effect."""
        return self.effect is not None and self.effect.verdict in TELLING

    @property
    def says(self) -> str:
        """What it did, in words; or that nothing can be told yet, and why."""
        if self.insight.state != State.IN_USE:
            return ""
        if self.effect is None:
            return _("Cannot tell yet: nothing was planned to look at.")
        return say(self.effect.sentence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Every insight, and how many came how far."""

    lines: Sequence[Line]

    @property
    def offered(self) -> int:
        """How many were ever offered."""
        return sum(line.offered is not None for line in self.lines)

    @property
    def adopted(self) -> int:
        """How many the other mode took over."""
        return sum(line.adopted is not None for line in self.lines)

    @property
    def used(self) -> int:
        """How many are in use."""
        return sum(line.used is not None for line in self.lines)

    @property
    def held(self) -> int:
        """How many were looked at and still hold."""
        return sum(line.used is not None and line.holds == "yes" for line in self.lines)

    @property
    def known(self) -> int:
        """Of how many in use the data said something."""
        return sum(line.used is not None and line.is_known for line in self.lines)


def ledger_of(insights: Iterable[Insight], effects: Iterable[Shown]) -> Ledger:
    """Lay insights beside what the data said of them.

    Parameters
    ----------
    insights
        Each with its passages and checks.
    effects
        Every effect of the organisation; an insight in use takes those of the initiative through
        which it came into use, and otherwise that of the experiment it was found in.
    """
    known = list(effects)
    return Ledger(lines=[line_of(insight, known) for insight in insights])


def line_of(insight: Insight, effects: Sequence[Shown]) -> Line:
    """Return one line of the ledger, from an insight with its passages and checks."""
    last = next(iter(insight.checks.all()), None)
    return line(
        insight,
        days={passage.state: passage.on for passage in insight.passages.all()},
        held=last.holds if last else None,
        effects=effects,
    )


def line(
    insight: Insight,
    *,
    days: Mapping[str, date],
    held: bool | None,
    effects: Sequence[Shown],
) -> Line:
    """Return one line; ``held`` is what the last look said, nothing when nobody looked."""
    effect = effect_of(insight, effects)
    found: dict[bool | None, Holds] = {True: "yes", False: "no", None: "not_looked"}
    return Line(
        insight=insight,
        days=days,
        holds=found[held],
        effect=effect,
        in_experiment=effect is not None and effect.plan.initiative_id != insight.carried_by_id,
    )


def effect_of(insight: Insight, effects: Sequence[Shown]) -> Shown | None:
    """Return what the data say of an insight in use; the latest start that tells something."""
    if insight.state != State.IN_USE:
        return None
    carried = insight.carried_by_id
    mine = [each for each in effects if carried and each.plan.initiative_id == carried]
    if insight.experiment and insight.experiment.plan_id:
        mine += [each for each in effects if each.plan.pk == insight.experiment.plan_id]
    telling = [each for each in mine if each.verdict in TELLING]
    return next(iter(telling or mine), None)


def in_use_words(facts: Facts) -> str:
    """Say how many insights are in use and of how many the effect is known."""
    used, known = facts.counts.in_use, facts.counts.effect_known
    if not used:
        return _("and back to stability: no insight is in use yet")
    return ngettext(
        "and back to stability: %(used)s insight in use, the effect known of %(known)s",
        "and back to stability: %(used)s insights in use, the effect known of %(known)s",
        used,
    ) % {"used": used, "known": known}
