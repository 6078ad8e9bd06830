"""How long work takes is told where its start is known."""

from datetime import timedelta
from pathlib import Path

import pytest

from beide import log
from beide.errors import TooLittleData
from tests.unit.log.questions import made
from tests.unit.log.questions.reference import Case, Event

HOUR = timedelta(hours=1)


def log_of(folder: Path, *worked: int | None) -> log.Log:
    """Return cases of one event, each of which took so many hours."""
    about = {"kind": "web", "size": 1, "urgent": False}
    starts = [None if each is None else made.BEGIN - each * HOUR for each in worked]
    return made.write(
        [Case(about, [Event("repair", None, each, made.BEGIN)]) for each in starts], folder
    )


def test_quartiles_and_total(tmp_path: Path) -> None:
    found = log.durations(log_of(tmp_path, 1, 2, 3, 4, 8)).activities[0]
    assert (found.lower, found.median, found.upper) == (2 * HOUR, 3 * HOUR, 4 * HOUR)
    assert (found.total, found.count, found.cases) == (18 * HOUR, 5, 5)


def test_without_a_start_or_with_one_after_the_end_is_left_out(tmp_path: Path) -> None:
    found = log.durations(log_of(tmp_path, 1, None, 1, -3, 1, 1, 1))
    assert (found.cases, found.activities[0].count) == (7, 5)
    assert found.activities[0].total == 5 * HOUR


def test_a_log_without_starts_cannot_tell(tmp_path: Path) -> None:
    with pytest.raises(TooLittleData, match="when it began"):
        log.durations(log_of(tmp_path, *[None] * 6))
