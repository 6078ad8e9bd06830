"""What an effect engine answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from beide.effect._series import Kind
from beide.text import Text


class Verdict(StrEnum):
    """What can be said, in one word; never told without its interval."""

    IMPROVED = "improved"
    PROBABLY = "probably"
    CANNOT_TELL = "cannot_tell"
    WORSE = "worse"


class Range(NamedTuple):
    """A lower and an upper end."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Plan:
    """What was agreed before something started.

    Attributes
    ----------
    start
        The day it starts.
    look
        The day on which the weeks after the start are judged; before it only ``watch`` looks.
    outcome
        Which outcome, in words.
    scope
        For which teams or cases, in words.
    stops
        What would make you stop, in words.
    """

    start: date
    look: date
    outcome: str = ""
    scope: str = ""
    stops: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "start": self.start.isoformat(),
            "look": self.look.isoformat(),
            "outcome": self.outcome,
            "scope": self.scope,
            "stops": self.stops,
        }


@dataclass(frozen=True, slots=True)
class Placebo:
    """The same question asked where nothing started: on another date, or in another team."""

    name: str
    change: float
    interval: Range
    holds_zero: bool

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "name": self.name,
            "change": self.change,
            "interval": list(self.interval),
            "holds_zero": self.holds_zero,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What something that started did to an outcome, with its sureness.

    Changes are ratios for amounts (-0.24 is 24% lower), and in the outcome's own unit for shares
    (0.05 is five percentage points) and ratings.

    Attributes
    ----------
    verdict
        What can be said in one word.
    change, interval
        The best estimate of the change and its 95% interval.
    probability_of_improvement
        How probable it is that the change is in the wanted direction.
    level_before
        The outcome before the start, in its own unit.
    smallest
        The smallest change that would have been found four times out of five, above zero.
    in_time
        The same question on earlier dates, on which nothing started.
    in_space
        The same question for each team compared with, in which nothing started.
    weights
        What each team compared with counts for.
    remarks
        What to keep in mind, each in a sentence.
    text
        The verdict and its interval in a sentence.
    """

    kind: Kind
    lower_is_better: bool
    start: date
    weeks_before: int
    weeks_after: int
    verdict: Verdict
    change: float
    interval: Range
    probability_of_improvement: float
    level_before: float
    smallest: float
    in_time: tuple[Placebo, ...]
    in_space: tuple[Placebo, ...]
    weights: Mapping[str, float]
    plan: Plan | None
    remarks: tuple[Text, ...]
    text: Text
    smallest_text: Text

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "verdict": str(self.verdict),
            "text": _both(self.text),
            "change": self.change,
            "interval": list(self.interval),
            "probability_of_improvement": self.probability_of_improvement,
            "smallest": self.smallest,
            "smallest_text": _both(self.smallest_text),
            "kind": str(self.kind),
            "lower_is_better": self.lower_is_better,
            "start": self.start.isoformat(),
            "weeks_before": self.weeks_before,
            "weeks_after": self.weeks_after,
            "level_before": self.level_before,
            "in_time": [placebo.to_dict() for placebo in self.in_time],
            "in_space": [placebo.to_dict() for placebo in self.in_space],
            "weights": dict(self.weights),
            "plan": self.plan.to_dict() if self.plan else None,
            "remarks": [_both(remark) for remark in self.remarks],
        }


def _both(text: Text) -> dict[str, str]:
    return {"nl": text.nl, "en": text.en}
