"""Orders walk their way through working hours, all at once, one visit after the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from beide.demo._cases import Cases, Flags, Floats
from beide.demo._path import Visit
from beide.demo._truths import Truths
from beide.demo._weeks import Weeks
from beide.demo._working_time import DAY, WorkingTime, seconds

NEVER = np.iinfo(np.int64).max
SETTING_OFF = 25 * 60  # seconds; not everyone is on the road the minute the day begins


@dataclass(frozen=True, slots=True)
class Walked:
    """Every step that was done: which order, which step and role, and when (seconds)."""

    case: NDArray[np.int64]
    step: NDArray[np.int8]
    role: NDArray[np.int8]
    start: NDArray[np.int64]
    complete: NDArray[np.int64]
    cancelled: Flags  # one for every order


class Walk:
    """Where every order is, while it walks."""

    def __init__(
        self,
        truths: Truths,
        *,
        cases: Cases,
        weeks: Weeks,
        times: Mapping[str, WorkingTime],
        rng: np.random.Generator,
    ) -> None:
        self.truths, self.cases, self.weeks, self.times = truths, cases, weeks, times
        self.rng = rng
        self.now = cases.arrival.copy()
        self.steps = {step.key: place for place, step in enumerate(truths.steps)}
        self.roles = {role.key: place for place, role in enumerate(truths.roles)}
        self.done: list[tuple[NDArray[np.int64], ...]] = []
        self.left = _visits_before_cancelling(truths, orders=len(cases), rng=rng)

    def through(self, visits: Iterable[Visit]) -> Walked:
        """Let all orders make their visits; cancelled orders leave on the way."""
        here = np.ones(len(self.cases), dtype=np.bool_)
        for visit in visits:
            orders = np.flatnonzero(visit.orders & here)
            self._do(visit, orders)
            self.left[orders] -= 1
            leaving = np.flatnonzero(here & (self.left == 0))
            self._do(Visit("annuleren", here), leaving)
            here[leaving] = False
        case, step, role, start, complete = (
            np.concatenate(column) for column in zip(*self.done, strict=True)
        )
        return Walked(
            case=case,
            step=step.astype(np.int8),
            role=role.astype(np.int8),
            start=start,
            complete=complete,
            cancelled=~here,
        )

    def _do(self, visit: Visit, orders: NDArray[np.int64]) -> None:
        usual = self.truths.steps[self.steps[visit.step]].role
        if visit.other_role is None:
            self._by_role(visit, usual, orders)
            return
        other, flags = visit.other_role
        self._by_role(visit, other, orders[flags[orders]])
        self._by_role(visit, usual, orders[~flags[orders]])

    def _by_role(self, visit: Visit, by: str, orders: NDArray[np.int64]) -> None:
        place, role = self.steps[visit.step], self.roles[by]
        calendar = self.times[self.truths.roles[role].calendar]
        wait = np.zeros(len(orders)) if visit.at_once else self._wait(place, orders)
        work = self._work(place, orders)
        start = calendar.begin_after(calendar.work_until(self.now[orders]) + wait)
        if not self.truths.steps[place].split:
            late = start + work > calendar.closes(start)
            set_off = self.rng.random(len(orders)) * SETTING_OFF
            start = np.where(late, calendar.next_day(start) + set_off, start)
        complete = calendar.end_after(calendar.work_until(start) + work)
        begun, ended = np.floor(start).astype(np.int64), np.floor(complete).astype(np.int64)
        self.now[orders] = ended
        self.done.append(
            (orders, np.full_like(orders, place), np.full_like(orders, role), begun, ended)
        )

    def _wait(self, place: int, orders: NDArray[np.int64]) -> Floats:
        step = self.truths.steps[place]
        log = np.log(step.wait * 3600) + self.rng.normal(0.0, step.wait_spread, len(orders))
        log += self.weeks.wait_log[place, self._week(orders)]
        kinds = np.array([kind.wait_log for kind in self.truths.types])
        log += kinds[self.cases.kind[orders]]
        for condition in self.truths.conditions:
            if step.key in condition.wait_steps:
                log += condition.wait_log * self.cases.conditions[condition.key][orders]
        return np.asarray(np.exp(log))

    def _work(self, place: int, orders: NDArray[np.int64]) -> Floats:
        step = self.truths.steps[place]
        spread = self.rng.normal(0.0, step.minutes_spread, len(orders))
        return np.asarray(step.minutes * 60 * np.exp(np.clip(spread, -1.5, 1.5)))

    def _week(self, orders: NDArray[np.int64]) -> NDArray[np.int64]:
        since = (self.now[orders] - seconds(self.weeks.mondays[0])) // (7 * DAY)
        return np.minimum(since.astype(np.int64), len(self.weeks.mondays) - 1)


def _visits_before_cancelling(
    truths: Truths, *, orders: int, rng: np.random.Generator
) -> NDArray[np.int64]:
    """Draw after how many visits an order is cancelled; most never are."""
    cancelled = rng.random(orders) < truths.outcomes.cancelled
    return np.where(cancelled, rng.integers(1, 4, orders), NEVER)
