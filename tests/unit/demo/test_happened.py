"""The story: lead time falls from six days to one; first-time-right and ratings rise."""

from datetime import date

import numpy as np
import pytest

from beide.demo._generate import generate
from beide.demo.data import DemoData
from tests.unit.demo.measure import completion_week


def weekly_medians(data: DemoData) -> list[float]:
    week, lead = completion_week(data), data.lead_days
    return [
        float(np.median(lead[data.orders.ready & (week == one)]))
        for one in range(data.truths.period.weeks)
    ]


@pytest.mark.parametrize("until", [None, date(2026, 11, 22), date(2027, 3, 21)])
def test_lead_time_falls_from_six_days_to_one(until: date | None) -> None:
    medians = weekly_medians(generate(until=until))
    assert np.mean(medians[2:28]) == pytest.approx(6.0, abs=0.6)
    assert all(median > 4 for median in medians[2:28])
    assert np.mean(medians[-8:]) == pytest.approx(1.0, abs=0.15)
    assert all(median < 1.6 for median in medians[-8:])


def test_first_time_right_rises(worlds: tuple[DemoData, ...]) -> None:
    for world in worlds:
        week, ready = completion_week(world), world.orders.ready
        before = world.orders.first_time_right[ready & (week < 28)].mean()
        after = world.orders.first_time_right[ready & (week >= 66)].mean()
        assert before == pytest.approx(0.78, abs=0.03)
        assert after == pytest.approx(0.88, abs=0.03)


def test_ratings_rise(worlds: tuple[DemoData, ...]) -> None:
    for world in worlds:
        week, rated = completion_week(world), world.orders.rating > 0
        assert world.orders.rating[rated & (week < 28)].mean() == pytest.approx(7.2, abs=0.2)
        assert world.orders.rating[rated & (week >= 66)].mean() == pytest.approx(8.6, abs=0.2)


def test_small_aids_are_quick_and_wheelchairs_are_slow(data: DemoData) -> None:
    lead = {
        kind.key: float(np.median(data.lead_days[data.orders.ready & (data.orders.kind == code)]))
        for code, kind in enumerate(data.truths.types)
    }
    assert min(lead, key=lambda key: lead[key]) == "klein"
    assert max(lead, key=lambda key: lead[key]) in {"rolstoel", "scootmobiel"}
