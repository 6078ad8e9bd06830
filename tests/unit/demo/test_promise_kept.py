"""The promise of the demo organisation is kept in the last weeks and was not before."""

import numpy as np

from beide.demo import organisation
from beide.demo.data import DemoData
from tests.unit.demo.measure import completion_week


def share_kept(data: DemoData, *, weeks: range) -> float:
    promise = organisation().promise
    week = completion_week(data)
    asked = data.orders.ready & (week >= weeks.start) & (week < weeks.stop)
    return float(np.mean(data.lead_days[asked] <= promise.within_days))


def test_kept_in_the_last_twelve_weeks(worlds: tuple[DemoData, ...]) -> None:
    for world in worlds:
        assert share_kept(world, weeks=range(66, 78)) > organisation().promise.share


def test_not_kept_in_the_first_year(worlds: tuple[DemoData, ...]) -> None:
    for world in worlds:
        assert share_kept(world, weeks=range(2, 28)) < 0.4
        assert share_kept(world, weeks=range(28, 52)) < 0.8


def test_kept_in_nearly_every_one_of_the_last_weeks(worlds: tuple[DemoData, ...]) -> None:
    for world in worlds:
        kept = [
            share_kept(world, weeks=range(week, week + 1)) >= organisation().promise.share
            for week in range(66, 78)
        ]
        assert sum(kept) >= 10
