"""
When does it go well?
=====================

Some orders are ready within the promise, others are not. What do the good ones have in common?
Whoever looks at many things finds something in any pile of orders. Beide tells only what is sure:
it compares orders of one type from one week, and asks how often chance would do as well.
"""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from beide import discover
from beide.discover import Patterns
from beide.errors import TooLittleData
from beide.log import Columns, Log, read

ROWS = ("order", "step", "done", "role", "type", "form_complete", "channel", "rating")


def write(path: Path, *, orders: int, days: int) -> Path:
    """Write orders of which a complete form makes the intake quicker; the channel does nothing."""
    rng = np.random.default_rng(11)
    begin = datetime(2025, 1, 6, 8, tzinfo=UTC)
    with path.open("w", newline="", encoding="utf-8") as stream:
        table = csv.writer(stream)
        table.writerow(ROWS)
        for number, day in enumerate(np.sort(rng.random(orders)) * days):
            form, large = rng.random() < 0.5, rng.random() < 0.4
            intake = rng.exponential(0.7 if form else 2.2) + large
            ready = intake + rng.exponential(1.2)
            about = ["large" if large else "small", "yes" if form else "no"]
            about += [["phone", "web"][rng.integers(0, 2)], str(rng.integers(5, 11))]
            steps = [("received", 0.0, "desk"), ("intake", intake, "adviser")]
            for step, after, role in [*steps, ("delivered", ready, "driver")]:
                when = begin + timedelta(days=float(day + after))
                table.writerow([number, step, when.isoformat(), role, *about])
    return path


def log_of(path: Path) -> Log:
    columns = Columns(case="order", activity="step", time="done", role="role", attributes=ROWS[4:])
    return read(path, columns=columns)


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> Log:
    """A thousand orders in half a year."""
    path = tmp_path_factory.mktemp("spec") / "orders.csv"
    return log_of(write(path, orders=1000, days=180))


@pytest.fixture(scope="module")
def found(orders: Log) -> Patterns:
    return discover.patterns(orders, good="lead_time <= 3d", by="type", permutations=300)


def test_what_goes_together_with_going_well(found: Patterns) -> None:
    """
    A pattern is a sentence. It says what must hold, how many of ten cases then go well, how many of
    comparable cases, and how much of the difference is sure.
    """
    pattern = found.patterns[0]

    assert pattern.text.en.startswith("When form complete is 'yes', ")
    assert "in comparable cases" in pattern.text.en
    assert pattern.text.nl.startswith("Als bij form complete 'yes' staat, ")
    assert 0 < pattern.size.at_least < pattern.size.difference


def test_what_does_not_matter_is_not_told(found: Patterns) -> None:
    """
    The channel makes no difference, so it is not in the list. If nothing at all mattered, Beide
    would still tell something in 1 of 20 logs at most.
    """
    told = {label.en for pattern in found.patterns for label in pattern.labels}

    assert not any("channel" in label for label in told)
    assert found.false_findings == 0.05


def test_nothing_that_is_sure_is_a_result(orders: Log) -> None:
    """
    Ratings are drawn by chance here. Beide then says that it found nothing, and which difference it
    would mostly have seen.
    """
    found = discover.patterns(orders, good="rating >= 9", by="type", permutations=300)

    assert found.patterns == ()
    assert "We found nothing that is sure" in found.text.en
    assert found.detectable > 0.1


def test_from_a_later_moment(orders: Log) -> None:
    """
    After the intake more is known, and only what comes after it counts: the time that is left. Here
    the form no longer helps, because it made the intake quicker and nothing after it.
    """
    found = discover.patterns(
        orders, good="lead_time <= 3d", by="type", landmark="step:intake", permutations=300
    )

    assert found.patterns == ()


def test_too_few_cases_are_refused(tmp_path: Path) -> None:
    """
    With fewer than 300 finished cases, or 13 weeks, no answer would be sure. Beide says what would
    help instead.
    """
    few = log_of(write(tmp_path / "few.csv", orders=200, days=180))

    with pytest.raises(TooLittleData, match="at least 300"):
        discover.patterns(few, good="lead_time <= 3d", by="type")
