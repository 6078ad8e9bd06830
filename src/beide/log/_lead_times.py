"""How long cases take, from their first event to their last."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Any

from beide.engine import Table
from beide.errors import TooLittleData
from beide.log._model import Log
from beide.log.outcomes import tables, whole_cases

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.9, 0.95)
_MICRO = 1e-6
_BINS = 24
"""About how many bins a figure shows up to the point under which 95% of the cases lie."""

_MINUTE, _HOUR, _DAY, _WEEK = 60, 3_600, 86_400, 604_800
_WIDTHS = (
    1, 5, 15, 30, _MINUTE, 5 * _MINUTE, 15 * _MINUTE, 30 * _MINUTE, _HOUR, 2 * _HOUR, 4 * _HOUR,
    6 * _HOUR, 12 * _HOUR, _DAY, 2 * _DAY, _WEEK, 2 * _WEEK, 4 * _WEEK, 8 * _WEEK, 13 * _WEEK,
    26 * _WEEK, 52 * _WEEK,
)  # fmt: skip
"""Widths of a bin, in seconds, that read well on an axis."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Cases that took at least ``from_`` and less than ``until``; the last bin has no end."""

    from_: timedelta
    until: timedelta | None
    cases: int

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, in seconds."""
        return {
            "from": self.from_.total_seconds(),
            "until": self.until.total_seconds() if self.until else None,
            "cases": self.cases,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadTimes:
    """How long cases take.

    Attributes
    ----------
    cases
        How many cases this rests on.
    mean
        The average.
    quantiles
        The lead time under which a share of the cases lies, for shares 0.05, 0.25, 0.5, 0.75, 0.9
        and 0.95.
    bins
        The distribution in bins of one width, from zero; the last is open and holds the longest.
    """

    cases: int
    mean: timedelta
    quantiles: Mapping[float, timedelta]
    bins: tuple[Bin, ...]

    @property
    def median(self) -> timedelta:
        """The lead time of the case in the middle."""
        return self.quantiles[0.5]

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, in seconds; quantiles by their percentage."""
        return {
            "cases": self.cases,
            "mean": self.mean.total_seconds(),
            "quantiles": {
                f"{share * 100:g}": each.total_seconds() for share, each in self.quantiles.items()
            },
            "bins": [each.to_dict() for each in self.bins],
        }


def lead_times(log: Log) -> LeadTimes:
    """Return how long cases take, from their first event to their last.

    Parameters
    ----------
    log
        A normalised log. Cases that still go on, or that began before the log does, do not count.

    Returns
    -------
    LeadTimes
        The mean, quantiles (linear between the two nearest cases) and distribution.

    Raises
    ------
    TooLittleData
        When no case is over.
    """
    here = tables(log)
    cases = whole_cases(here.cases)
    seen = here.rows(cases.aggregate(**_asked(cases)))[0]
    if not seen["n"]:
        raise TooLittleData(
            what_nl="geen enkele casus in het log is van begin tot eind gezien",
            what_en="no case in the log was seen from beginning to end",
            needed_nl="minstens één",
            needed_en="at least one",
        )
    found = zip(QUANTILES, seen["quantiles"], strict=True)
    quantiles = {share: _length(each) for share, each in found}
    width = _width(quantiles[0.95])
    last = max(1, ceil(quantiles[0.95].total_seconds() / width))
    counted = {int(row["bin"]): int(row["cases"]) for row in here.rows(_binned(cases, width, last))}
    return LeadTimes(
        cases=int(seen["n"]),
        mean=_length(seen["mean"]),
        quantiles=quantiles,
        bins=tuple(_bin(at, width, last, counted.get(at, 0)) for at in range(last + 1)),
    )


def _asked(cases: Table) -> dict[str, Table]:
    # At once: for each quantile apart an engine would hold all durations once more.
    quantiles = cases.duration.cast("float64").quantile(list(QUANTILES))
    return {"n": cases.count(), "mean": cases.duration.mean(), "quantiles": quantiles}


def _length(microseconds: float) -> timedelta:
    return timedelta(seconds=float(microseconds) * _MICRO)


def _width(most: timedelta) -> int:
    """Return the narrowest width that reads well with about as many bins as a figure shows."""
    ideal = most.total_seconds() / _BINS
    return next(
        (width for width in _WIDTHS if width >= ideal), _WIDTHS[-1] * ceil(ideal / _WIDTHS[-1])
    )


def _binned(cases: Table, width: int, last: int) -> Table:
    import ibis

    at = (cases.duration // (width * 1_000_000)).cast("int64")
    placed = cases.select(bin=ibis.least(at, last))
    return placed.group_by("bin").aggregate(cases=placed.count()).order_by("bin")


def _bin(at: int, width: int, last: int, cases: int) -> Bin:
    end = None if at == last else timedelta(seconds=(at + 1) * width)
    return Bin(from_=timedelta(seconds=at * width), until=end, cases=cases)
