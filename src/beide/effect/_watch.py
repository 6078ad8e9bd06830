"""Looking every week without being fooled by looking often."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from beide.effect._arrays import Floats
from beide.effect._compare import compared
from beide.effect._posterior import Whitened, step, whitened
from beide.effect._scale import Scaled, grid_for, scaled
from beide.effect._series import Kind, Series, day
from beide.effect._window import Window, window
from beide.text import Text

ENOUGH = 20.0
"""At this evidence Beide says so: one over the accepted chance of a false alarm, 5%."""
_EXPECTED = {Kind.AMOUNT: 0.25, Kind.SHARE: 0.5}
_EXPECTED_SPREADS = 1.25
"""For ratings the expected size of an effect, in spreads of the weeks before."""


@dataclass(frozen=True, slots=True)
class WatchWeek:
    """What is known after one more week.

    ``evidence`` is an e-value: if nothing changed, the chance that it *ever* reaches 20 is at most
    about one in twenty, however often you look. ``is_better`` tells the direction so far.
    """

    week: date
    evidence: float
    is_better: bool

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "week": self.week.isoformat(),
            "evidence": self.evidence,
            "is_better": self.is_better,
        }


@dataclass(frozen=True, slots=True)
class Watch:
    """The weeks since a start, and the first one in which the evidence was enough."""

    start: date
    weeks: tuple[WatchWeek, ...]
    first: WatchWeek | None

    @property
    def suffers(self) -> bool:
        """Whether the outcome has become worse, surely enough to stop and look."""
        return self.first is not None and not self.first.is_better

    @property
    def text(self) -> Text:
        """What the weeks say together."""
        if self.first is None:
            return Text(
                nl="Nog geen duidelijke verandering. Je mag elke week kijken.",
                en="No clear change yet. You may look every week.",
            )
        nl, en = ("beter", "better") if self.first.is_better else ("slechter", "worse")
        return Text(
            nl=f"Duidelijk {nl} sinds de start, gezien in de week van {self.first.week}.",
            en=f"Clearly {en} since the start, seen in the week of {self.first.week}.",
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "start": self.start.isoformat(),
            "weeks": [week.to_dict() for week in self.weeks],
            "first": self.first.to_dict() if self.first else None,
            "suffers": self.suffers,
            "text": {"nl": self.text.nl, "en": self.text.en},
        }


def watch(series: Series, *, start: date, compare: Mapping[str, Series] | None = None) -> Watch:
    """Tell, for every week since a start, how strong the evidence of a change is.

    Parameters
    ----------
    series
        The outcome by week, with at least 16 weeks before the start and 1 after.
    start
        The first day.
    compare
        Teams in which nothing started, by name.

    Returns
    -------
    Watch
        The evidence in each week, for better and for worse alike.

    Raises
    ------
    TooLittleData
        When there are too few weeks.
    WrongOption
        When the start is outside the data.

    References
    ----------
    The mixture of H. Robbins (1970), Annals of Mathematical Statistics 41, 1397-1409.
    """
    found, on_scale = _weeks(series, start, compare or {})
    seen = whitened(grid_for(found.series, on_scale), on_scale.values[None])
    size = expected_size(series.kind, on_scale.values[: found.at])
    evidence, change = evidence_by_week(seen, at=found.at, size=size)
    is_better = (change[0] < 0) == series.lower_is_better
    weeks = tuple(
        WatchWeek(day(week), float(strength), bool(better))
        for week, strength, better in zip(
            found.series.weeks[found.at :], evidence[0], is_better, strict=True
        )
    )
    return Watch(start, weeks, next((week for week in weeks if week.evidence >= ENOUGH), None))


def _weeks(series: Series, start: date, others: Mapping[str, Series]) -> tuple[Window, Scaled]:
    found = window(series, start, fewest_after=1)
    if not others:
        return found, scaled(found.series, at=found.at, as_before=True)
    beside = compared(found, others, as_before=True)
    return beside.window, beside.scaled


def expected_size(kind: Kind, before: Floats) -> float:
    """Return the size of an effect that is worth looking for, on the scale of estimation."""
    if kind is Kind.RATING:
        return _EXPECTED_SPREADS * float(np.std(before)) or 1.0
    return _EXPECTED[kind]


def evidence_by_week(seen: Whitened, *, at: int, size: float) -> tuple[Floats, Floats]:
    """Return the e-value and the estimated step after each week, ``(series, weeks after)``.

    Parameters
    ----------
    seen
        Series through a grid.
    at
        The first week of the step.
    size
        The standard deviation of the effects that are mixed over.
    """
    weeks = seen.level.shape[1]
    beliefs = [
        step(seen, at=at, until=until, is_gradual=False) for until in range(at + 1, weeks + 1)
    ]
    change = np.array([belief.mean for belief in beliefs]).T
    variance = np.array([belief.sd for belief in beliefs]).T ** 2
    told = size**2 / variance
    log_evidence = change**2 / variance * told / (1 + told) / 2 - np.log1p(told) / 2
    return np.exp(np.minimum(log_evidence, _LARGEST)), change


_LARGEST = 700.0
"""Beyond this the evidence does not fit in a number."""
