"""About 12,000 orders and 90,000 events over 18 months."""

from datetime import date

import pytest

from beide.demo._generate import generate
from beide.demo.data import DemoData


def test_orders_and_events(worlds: tuple[DemoData, ...]) -> None:
    for world in worlds:
        assert len(world.orders) == pytest.approx(12_000, rel=0.03)
        assert len(world.events) == pytest.approx(90_000, rel=0.03)


def test_eighteen_months(data: DemoData) -> None:
    assert (data.since, data.until) == (date(2025, 5, 5), date(2026, 10, 31))


def test_a_few_are_cancelled_and_a_few_are_still_open(data: DemoData) -> None:
    orders = data.orders
    assert 0.02 < orders.cancelled.mean() < 0.04
    still_open = ~orders.ready & ~orders.cancelled
    assert 10 <= still_open.sum() <= 100
    assert not (orders.ready & orders.cancelled).any()


def test_about_a_third_of_the_customers_answer(worlds: tuple[DemoData, ...]) -> None:
    for world in worlds:
        answered = (world.orders.rating > 0)[world.orders.ready]
        assert answered.mean() == pytest.approx(world.truths.outcomes.answers, abs=0.02)
        assert set(world.orders.rating.tolist()) <= {-1, *range(1, 11)}


def test_every_team_and_every_step_occurs(data: DemoData) -> None:
    assert set(data.events.step.tolist()) == set(range(len(data.truths.steps)))
    assert set(data.events.role.tolist()) == set(range(len(data.truths.roles)))
    assert len(data.truths.roles) == 9
    assert 12 <= len(data.truths.steps) <= 18


@pytest.mark.parametrize("until", [date(2026, 11, 22), date(2027, 5, 23), date(2031, 1, 1)])
def test_the_data_end_when_asked(until: date) -> None:
    moved = generate(until=until)
    last = moved.events.complete.max().astype("datetime64[D]").item()
    assert (until - last).days in range(4)
    assert len(moved.events) == pytest.approx(90_000, rel=0.03)
