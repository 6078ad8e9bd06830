"""Teams by months: how well each keeps its own promise, and how much it explores."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite, nan
from statistics import fmean

from beide.effect import Reinforcement, reinforcement
from beide.web.evidence.models import Promise
from beide.web.evidence.series import Series
from beide.web.room.access import TeamRoom
from beide.web.room.weeks import RoomWeek

MONTHS = 24
MOST_WEEKS = 110  # of room, to fill as many months
SEED = 20260105


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Two tables of teams by months; NaN where a month is not known."""

    teams: Sequence[str]
    months: Sequence[date]
    promise: Sequence[Sequence[float]]
    exploring: Sequence[Sequence[float]]

    @property
    def whole(self) -> int:
        """How many teams have every month."""
        rows = zip(self.promise, self.exploring, strict=True)
        return sum(all(map(isfinite, [*one, *other])) for one, other in rows)


def panel_of(rooms: Iterable[TeamRoom], *, today: date) -> Panel:
    """Lay each team's own promise beside the hours it used to explore.

    Only a team that agreed its room on a promise of its own counts: two teams with the same
    promise cannot be told apart.
    """
    own = with_own_promise(rooms)
    months = months_before(today, known=[month for _, known, _ in own for month in known])
    return Panel(
        teams=[name for name, _, _ in own],
        months=months,
        promise=[[known.get(month, nan) for month in months] for _, known, _ in own],
        exploring=[[used.get(month, nan) for month in months] for _, _, used in own],
    )


def with_own_promise(
    rooms: Iterable[TeamRoom],
) -> list[tuple[str, Mapping[date, float], Mapping[date, float]]]:
    """Return each team with the share kept and the hours used a week, by month."""
    promises = {
        room.team.pk: agreement.promise
        for room in rooms
        if (agreement := room.agreement or next(iter(room.versions), None)) and agreement.promise
    }
    keys = [promise.pk for promise in promises.values()]
    return [
        (room.team.name, share_by_month(promise), used_by_month(room))
        for room in rooms
        if (promise := promises.get(room.team.pk)) and keys.count(promise.pk) == 1
    ]


def share_by_month(promise: Promise) -> dict[date, float]:
    """Return the share that kept the promise in each month; hidden weeks are left out."""
    cases: dict[date, int] = {}
    kept: dict[date, int] = {}
    for week in Series.from_stored(promise.over_time).weeks:
        if week.early or not week.cases:
            continue
        month = week.start.replace(day=1)
        cases[month] = cases.get(month, 0) + week.cases
        kept[month] = kept.get(month, 0) + (week.kept or 0)
    return {month: kept[month] / cases[month] for month in cases}


def used_by_month(room: TeamRoom) -> dict[date, float]:
    """Return the hours a week that a team used, on average, in each month it told about."""
    return mean_by_month(
        (week.monday, float(week.used)) for week in room.weeks if week.used is not None
    )


def together_by_month(weeks: Iterable[RoomWeek]) -> dict[date, float]:
    """Return the hours a week that all teams used together, on average, in each month."""
    return mean_by_month((week.monday, float(week.used)) for week in weeks if week.used is not None)


def mean_by_month(weeks: Iterable[tuple[date, float]]) -> dict[date, float]:
    """Return the mean of what belongs to each month."""
    found: dict[date, list[float]] = {}
    for monday, value in weeks:
        found.setdefault(monday.replace(day=1), []).append(value)
    return {month: fmean(values) for month, values in found.items()}


def months_before(today: date, *, known: Sequence[date]) -> list[date]:
    """Return the whole months before today, from the first that is known, at most two years."""
    if not known:
        return []
    months: list[date] = []
    month = before(today.replace(day=1))
    while month >= min(known) and len(months) < MONTHS:
        months.append(month)
        month = before(month)
    return months[::-1]


def before(month: date) -> date:
    """Return the month before one."""
    if month.month == 1:
        return month.replace(year=month.year - 1, month=12)
    return month.replace(month=month.month - 1)


def answer_of(panel: Panel) -> Reinforcement:
    """Ask whether the promise and exploring go before each other in these teams."""
    import numpy as np

    shape = (len(panel.teams), len(panel.months))
    return reinforcement(
        promise=np.array(panel.promise, dtype=np.float64).reshape(shape),
        exploring=np.array(panel.exploring, dtype=np.float64).reshape(shape),
        rng=np.random.default_rng(SEED),
    )
