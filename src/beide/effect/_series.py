"""A series of an outcome by week."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt

from beide.effect._arrays import Dates, Floats

_WEEK = 7


class Kind(StrEnum):
    """What sort of number an outcome is, which decides how an effect on it is told."""

    AMOUNT = "amount"
    """Above zero, such as a lead time. Effects are percentages."""
    SHARE = "share"
    """A share of cases, such as first-time-right. Effects are percentage points."""
    RATING = "rating"
    """A mean on a bounded scale, such as a customer's rating. Effects are points."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Series:
    """An outcome by week; make one with ``amounts``, ``shares``, ``ratings`` or from cases.

    Attributes
    ----------
    kind
        What sort of number it is.
    weeks
        The Mondays, ``(weeks,)``, each later than the one before. A week without cases is left
        out.
    values
        The outcome in each week, in its own unit, ``(weeks,)``.
    cases
        On how many cases each week rests, ``(weeks,)``, or ``None`` when nobody knows.
    spread
        For ratings: the standard deviation of one case's rating within a week, if known.
    lower_is_better
        Whether an effect downwards is the wanted one.
    """

    kind: Kind
    weeks: Dates
    values: Floats
    cases: Floats | None
    spread: float | None = None
    lower_is_better: bool = False

    @property
    def positions(self) -> tuple[int, ...]:
        """The number of weeks since the first one, for each week."""
        days = (self.weeks - self.weeks[0]).astype(np.int64)
        return tuple(int(day) // _WEEK for day in days)

    @property
    def first(self) -> date:
        """The Monday of the first week."""
        return day(self.weeks[0])

    @property
    def last(self) -> date:
        """The Monday of the last week."""
        return day(self.weeks[-1])

    def part(self, which: npt.NDArray[np.bool_]) -> "Series":
        """Return the weeks that are marked, ``(weeks,)``."""
        return Series(
            kind=self.kind,
            weeks=self.weeks[which],
            values=self.values[which],
            cases=None if self.cases is None else self.cases[which],
            spread=self.spread,
            lower_is_better=self.lower_is_better,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "kind": str(self.kind),
            "lower_is_better": self.lower_is_better,
            "weeks": [str(week) for week in self.weeks],
            "values": [float(value) for value in self.values],
            "cases": None if self.cases is None else [float(count) for count in self.cases],
        }


def day(moment: np.datetime64) -> date:
    """Return a day of a series as Python's own."""
    return date.fromisoformat(str(moment.astype("datetime64[D]")))
