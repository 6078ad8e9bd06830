"""What teams changed shows in the data when it began, at about its written size."""

import numpy as np
import pytest
from numpy.typing import NDArray

from beide.demo import truths
from beide.demo._truths import Delay, Intervention
from beide.demo.data import DemoData
from tests.unit.demo.measure import Waits, effects

LOOK = 16  # weeks before and after
WAITS = [
    (change, step, wait.log)
    for change in truths().interventions
    for wait in change.wait
    for step in wait.steps
    if next(one for one in truths().steps if one.key == step).split and step != "ontvangen"
]
CONDITIONS = [
    (change, part.key, part.log_odds)
    for change in truths().interventions
    for part in change.condition
]
STEPS = [
    (change, part.step, part.log_odds) for change in truths().interventions for part in change.step
]


def spans(change: Intervention) -> tuple[range, range]:
    start = truths().period.weeks - change.weeks_before_end
    whole = start + change.ramp_weeks
    return range(start - LOOK, start), range(whole, min(whole + LOOK, truths().period.weeks))


def wait_change(data: DemoData, measured: Waits, step: str, change: Intervention) -> float:
    """Log waiting after against before, same type, conditions taken off."""
    before, after = spans(change)
    code = [one.key for one in data.truths.steps].index(step)
    asked = (measured.step == code) & (measured.hours > 0)
    asked &= np.isin(measured.week, [*before, *after])
    order = measured.order[asked]
    flags: dict[str, NDArray[np.bool_]] = {"after": measured.week[asked] >= after.start}
    flags |= {key: met[order] for key, met in data.conditions.items()}
    kinds = data.orders.kind[order].astype(np.int64)
    return effects(np.log(measured.hours[asked]), flags, strata=[kinds])["after"]


@pytest.mark.parametrize(
    ("change", "step", "log"), WAITS, ids=lambda part: getattr(part, "key", "")
)
def test_waiting(
    waited: tuple[tuple[DemoData, Waits], ...], change: Intervention, step: str, log: float
) -> None:
    found = np.mean([wait_change(*world, step, change) for world in waited])
    assert found == pytest.approx(log, abs=0.2)


def odds_change(flags: NDArray[np.bool_], week: NDArray[np.int64], change: Intervention) -> float:
    before, after = spans(change)
    shares = [flags[np.isin(week, list(span))].mean() for span in (before, after)]
    return float(np.log(shares[1] / (1 - shares[1])) - np.log(shares[0] / (1 - shares[0])))


def arrival_week(data: DemoData) -> NDArray[np.int64]:
    first = data.events.complete[data.ends[0]]
    return np.asarray((first - np.datetime64(data.since, "s")) // np.timedelta64(7, "D")).astype(
        np.int64
    )


@pytest.mark.parametrize(
    ("change", "key", "log_odds"), CONDITIONS, ids=lambda part: getattr(part, "key", "")
)
def test_conditions_become_frequent(
    worlds: tuple[DemoData, ...], change: Intervention, key: str, log_odds: float
) -> None:
    condition = next(one for one in truths().conditions if one.key == key)
    found = []
    for world in worlds:
        code = [one.key for one in world.truths.types].index(condition.types[0])
        kind = world.orders.kind == code
        week = arrival_week(world)
        if condition.needs_step:
            kind &= visited(world, condition.needs_step)
        found.append(odds_change(world.conditions[key][kind], week[kind], change))
    assert np.mean(found) == pytest.approx(log_odds, abs=0.35)


def visited(data: DemoData, step: str) -> NDArray[np.bool_]:
    code = [one.key for one in data.truths.steps].index(step)
    seen = np.zeros(len(data.orders), dtype=np.bool_)
    seen[data.events.case[data.events.step == code]] = True
    return seen


@pytest.mark.parametrize(
    ("change", "step", "log_odds"), STEPS, ids=lambda part: getattr(part, "key", "")
)
def test_steps_become_rare(
    worlds: tuple[DemoData, ...], change: Intervention, step: str, log_odds: float
) -> None:
    flags = np.concatenate([visited(world, step) for world in worlds])
    week = np.concatenate([arrival_week(world) for world in worlds])
    kind = np.concatenate([world.orders.kind for world in worlds])
    wheelchair = kind == [one.key for one in truths().types].index("rolstoel")
    found = odds_change(flags[wheelchair], week[wheelchair], change)
    assert found == pytest.approx(log_odds, abs=0.8)


@pytest.mark.parametrize("delay", truths().delays, ids=lambda delay: delay.key)
def test_delays_hit_everyone_for_a_while(
    waited: tuple[tuple[DemoData, Waits], ...], delay: Delay
) -> None:
    first = truths().period.weeks - delay.weeks_before_end
    during, around = [], []
    for world, measured in waited:
        code = [one.key for one in world.truths.steps].index(delay.steps[0])
        asked = (measured.step == code) & (measured.hours > 0)
        logs, week = np.log(measured.hours[asked]), measured.week[asked]
        inside = (week >= first) & (week < first + delay.weeks)
        during.append(logs[inside])
        around.append(logs[~inside & (week > first - 12) & (week < first + 12)])
    found = np.concatenate(during).mean() - np.concatenate(around).mean()
    assert found == pytest.approx(delay.log, abs=0.25)


def test_starts_are_staggered() -> None:
    starts = [change.weeks_before_end for change in truths().interventions]
    assert len(set(starts)) == len(starts)
    assert starts == sorted(starts, reverse=True)
