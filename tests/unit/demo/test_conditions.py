"""Every condition that makes orders go well does so in the data, at about its written size."""

import numpy as np
import pytest

from beide.demo import truths
from beide.demo._truths import Condition
from beide.demo.data import DemoData
from tests.unit.demo.measure import Waits, effects, log_odds_ratio

CONDITIONS = pytest.mark.parametrize(
    "condition", truths().conditions, ids=lambda condition: condition.key
)


def wait_effect(data: DemoData, measured: Waits, condition: Condition) -> float:
    """Log waiting with the condition against without, same type, step and week."""
    steps = [step.key for step in data.truths.steps]
    asked = np.isin(measured.step, [steps.index(key) for key in condition.wait_steps])
    asked &= measured.hours > 0
    order, step = measured.order[asked], measured.step[asked]
    flags = {key: met[order] for key, met in data.conditions.items()}
    strata = [data.orders.kind[order].astype(np.int64), step, measured.week[asked]]
    return effects(np.log(measured.hours[asked]), flags, strata=strata)[condition.key]


@CONDITIONS
def test_waiting(waited: tuple[tuple[DemoData, Waits], ...], condition: Condition) -> None:
    found = np.mean([wait_effect(*world, condition) for world in waited])
    assert found == pytest.approx(condition.wait_log, abs=0.06)


@CONDITIONS
def test_first_time_right(worlds: tuple[DemoData, ...], condition: Condition) -> None:
    parts = []
    for world in worlds:
        types = [
            code for code, kind in enumerate(world.truths.types) if kind.key in condition.types
        ]
        asked = world.orders.ready & np.isin(world.orders.kind, types)
        others = [
            met[asked].astype(np.int64)
            for key, met in world.conditions.items()
            if key != condition.key
        ]
        right = world.orders.first_time_right[asked] == 1
        strata = [world.orders.kind[asked].astype(np.int64), *others]
        parts.append(log_odds_ratio(right, world.conditions[condition.key][asked], strata=strata))
    assert np.mean(parts) == pytest.approx(condition.first_time_right_log_odds, abs=0.15)


@CONDITIONS
def test_becomes_more_frequent(data: DemoData, condition: Condition) -> None:
    met = data.conditions[condition.key]
    types = [code for code, kind in enumerate(data.truths.types) if kind.key in condition.types]
    fits = np.isin(data.orders.kind, types)
    year = len(data.orders) // 3
    first, last = fits[:year], fits[-year:]
    assert met[:year][first].mean() < condition.before + 0.05
    assert met[-year:][last].mean() > met[:year][first].mean() + 0.2


@CONDITIONS
def test_only_where_it_can_be(data: DemoData, condition: Condition) -> None:
    met = data.conditions[condition.key]
    kinds = {data.truths.types[code].key for code in data.orders.kind[met].tolist()}
    assert kinds == set(condition.types)


def test_ratings(worlds: tuple[DemoData, ...]) -> None:
    told = truths().outcomes
    rows = []
    for world in worlds:
        # Between 3 and 9 the scale hardly cuts anything off; a lead time under 0.25 counts as 0.25.
        asked = world.orders.rating > 0
        rows.append(
            np.column_stack(
                [
                    np.ones(asked.sum()),
                    np.log(np.maximum(world.lead_days[asked], 0.25)),
                    world.orders.first_time_right[asked] == 0,
                    *(met[asked] for met in world.conditions.values()),
                    world.orders.rating[asked],
                ]
            )
        )
    table = np.concatenate(rows)
    found, *_ = np.linalg.lstsq(table[:, :-1], table[:, -1], rcond=None)
    direct = [condition.rating for condition in truths().conditions]
    assert found[1] == pytest.approx(told.rating_per_log_day, abs=0.08)
    assert found[2] == pytest.approx(told.rating_wrong, abs=0.1)
    assert found[3:] == pytest.approx(direct, abs=0.1)
