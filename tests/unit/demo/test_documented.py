"""The page about the demo organisation shows the figures that are in the data."""

from pathlib import Path

import numpy as np
import pytest

from beide.demo.data import DemoData
from tests.unit.demo.measure import completion_week

PAGE = Path(__file__).parents[3] / "docs/explanation/demo-organisation.md"
SPANS = [range(2, 28), range(28, 41), range(41, 54), range(54, 66), range(66, 78)]


def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("span", SPANS, ids=str)
def test_the_table_of_the_story(data: DemoData, span: range) -> None:
    week, orders = completion_week(data), data.orders
    asked = orders.ready & (week >= span.start) & (week < span.stop)
    lead, rating = data.lead_days[asked], orders.rating[asked]
    days = np.median(lead)
    row = (
        f"| {asked.sum():,} | {days:.1f} day{'s' if f'{days:.1f}' != '1.0' else ''} "
        f"| {np.mean(lead <= 4):.0%} | {np.mean(orders.first_time_right[asked]):.0%} "
        f"| {rating[rating > 0].mean():.1f} |"
    )
    assert row in page()


def test_the_counts(data: DemoData) -> None:
    orders = data.orders
    still_open = (~orders.ready & ~orders.cancelled).sum()
    text = " ".join(page().split())
    assert f"There are {len(orders):,} orders and {len(data.events):,} events over 78 weeks" in text
    assert f"{orders.cancelled.sum()} are cancelled and {still_open} are still open" in text
