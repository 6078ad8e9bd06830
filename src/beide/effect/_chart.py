"""Control charts: the limits within which a process moves by itself."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from beide.effect._arrays import Dates, Floats
from beide.effect._changes import change_points
from beide.effect._scale import usual_share
from beide.effect._series import Kind, Series, day
from beide.errors import TooLittleData, WrongOption

FEWEST = 12
"""With fewer weeks there are no limits."""
_RANGE_TO_SPREAD = 1.128
_WIDE = 3.0
_LASTS_MOST = 0.9
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ControlChart:
    """A picture of a process: not a test, and no ground for a claim.

    Attributes
    ----------
    weeks, values
        The series, ``(weeks,)``.
    centre
        The usual level.
    low, high
        The limits of each week, ``(weeks,)``. They move along with the week before, as far as
        weeks hang together, and are wider in a week with few cases.
    outside
        Whether each week is outside its limits, ``(weeks,)``.
    persistence
        How much of one week's deviation is left the next week.
    changes
        The Mondays on which the level seems to have changed. Exploratory.
    """

    kind: Kind
    weeks: Dates
    values: Floats
    centre: float
    low: Floats
    high: Floats
    outside: npt.NDArray[np.bool_]
    persistence: float
    changes: tuple[date, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "kind": str(self.kind),
            "centre": self.centre,
            "persistence": self.persistence,
            "changes": [change.isoformat() for change in self.changes],
            "weeks": [
                {
                    "week": str(week),
                    "value": float(value),
                    "low": float(low),
                    "high": float(high),
                    "outside": bool(outside),
                }
                for week, value, low, high, outside in zip(
                    self.weeks, self.values, self.low, self.high, self.outside, strict=True
                )
            ],
        }


def chart(series: Series, *, baseline: int | None = None) -> ControlChart:
    """Return the control chart of a series.

    An individuals chart (XmR) of amounts, on their logarithm; of shares Laney's p' chart, and the
    same for ratings. The limits come from what the week before does not explain, so that weeks
    that hang together give no false alarms. There are no run rules.

    Parameters
    ----------
    series
        The outcome by week, 12 weeks or more.
    baseline
        How many of the first weeks set the limits; default all.

    Raises
    ------
    TooLittleData
        When there are fewer than 12 weeks.
    WrongOption
        When ``baseline`` is below 12 or more than there are.

    References
    ----------
    D. B. Laney (2002), Quality Engineering 14, 531-537; L. C. Alwan and H. V. Roberts (1988),
    Journal of Business & Economic Statistics 6, 87-95.
    """
    _check(len(series.values), baseline)
    first = slice(0, baseline)
    plain = _plain(series, first)
    lasts = persistence(plain.steady[first])
    wide, expected = _expected(plain.steady, _follows(series), lasts, first)
    left = plain.steady - expected
    away = np.where(_follows(series), wide, wide / np.sqrt(1 - lasts**2))
    usual = wide / np.sqrt(1 - lasts**2)
    levels = np.clip(plain.steady, -usual, usual) * _WIDE / usual
    return ControlChart(
        kind=series.kind,
        weeks=series.weeks,
        values=series.values,
        centre=float(plain.back(np.zeros(1))[0]),
        low=plain.back(expected - away),
        high=plain.back(expected + away),
        outside=np.abs(left) > away,
        persistence=lasts,
        changes=tuple(day(series.weeks[at]) for at in change_points(levels, persistence=lasts)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Plain:
    """Weeks as deviations from the usual level, in units of their own sampling noise."""

    kind: Kind
    centre: float
    unit: Floats
    steady: Floats

    def back(self, steady: Floats) -> Floats:
        """Return deviations in the outcome's own unit."""
        values: Floats = self.centre + self.unit[: len(steady)] * steady
        if self.kind is Kind.AMOUNT:
            return np.exp(values)
        return np.clip(values, 0.0, 1.0) if self.kind is Kind.SHARE else values


def _plain(series: Series, first: slice) -> _Plain:
    values = np.log(series.values) if series.kind is Kind.AMOUNT else series.values
    cases = np.ones(len(values)) if series.cases is None else series.cases
    unit = np.sqrt(np.median(cases) / cases)
    if series.kind is Kind.SHARE:
        centre = float(values[first] @ cases[first] / cases[first].sum())
        usual = usual_share(values[first], cases[first])
        unit = np.sqrt(usual * (1 - usual) / cases)
    else:
        centre = float(values[first].mean())
    return _Plain(series.kind, centre, unit, (values - centre) / unit)


def _expected(
    steady: Floats, follows: npt.NDArray[np.bool_], lasts: float, first: slice
) -> tuple[float, Floats]:
    """Return how wide the limits are, and what the week before makes of each week.

    A week far off is taken as just within the usual, so that it does not move the limits of the
    next one.
    """

    def moved(before: Floats) -> Floats:
        return np.where(follows, lasts * np.roll(before, 1), 0.0)

    wide = _WIDE * max(_moving_spread((steady - moved(steady))[first]), _NOTHING)
    usual = wide / np.sqrt(1 - lasts**2)
    return wide, moved(np.clip(steady, -usual, usual))


def persistence(steady: Floats) -> float:
    """Return how much of one week's deviation is left the next, between 0 and 0.9.

    The lag-one autocorrelation, corrected for being too low in short series.
    """
    away = steady - steady.mean()
    total = float(away @ away)
    if total <= 0:
        return 0.0
    found = float(away[1:] @ away[:-1]) / total
    return float(np.clip(found + (1 + 4 * found) / len(steady), 0.0, _LASTS_MOST))


def _follows(series: Series) -> npt.NDArray[np.bool_]:
    """Return whether the week before is known, ``(weeks,)``."""
    return np.concatenate([[False], np.diff(series.positions) == 1])


def _moving_spread(left: Floats) -> float:
    """Return the standard deviation as the mean moving range tells it."""
    return float(np.abs(np.diff(left)).mean()) / _RANGE_TO_SPREAD


def _check(weeks: int, baseline: int | None) -> None:
    if weeks < FEWEST:
        raise TooLittleData(
            what_nl=f"er zijn {weeks} weken",
            what_en=f"there are {weeks} weeks",
            needed_nl=f"minstens {FEWEST} weken",
            needed_en=f"at least {FEWEST} weeks",
        )
    if baseline is not None and not FEWEST <= baseline <= weeks:
        raise WrongOption(
            option="baseline",
            value=baseline,
            expected_nl=f"tussen {FEWEST} en {weeks} weken",
            expected_en=f"between {FEWEST} and {weeks} weeks",
        )
