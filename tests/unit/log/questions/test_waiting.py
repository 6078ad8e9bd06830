"""Work waits from the completion before it until it begins."""

from datetime import timedelta
from pathlib import Path

import pytest

from beide import log
from tests.unit.log.questions import made
from tests.unit.log.questions.reference import Case, Event

HOUR = timedelta(hours=1)


def waited(folder: Path, started: int | None) -> log.Wait:
    """Return how long a step waits that is done at 10, six hours after the one before it."""
    first = Event("asked", None, None, made.BEGIN + 4 * HOUR)
    start = None if started is None else made.BEGIN + started * HOUR
    second = Event("repaired", None, start, made.BEGIN + 10 * HOUR)
    about = {"kind": "web", "size": 1, "urgent": False}
    found = log.waiting(made.write([Case(about, [first, second])] * 5, folder))
    assert [each.activity for each in found.activities] == ["repaired"]
    return found.activities[0]


@pytest.mark.parametrize(
    ("started", "hours", "known"),
    [(7, 3, 5), (10, 6, 5), (4, 0, 5), (3, 0, 5), (None, 6, 0), (11, 6, 0)],
    ids=["later", "and done at once", "at once", "before", "unknown", "after it was done"],
)
def test_until_it_begins(started: int | None, hours: int, known: int, tmp_path: Path) -> None:
    found = waited(tmp_path, started)
    assert (found.median, found.start_known) == (hours * HOUR, known)
    assert (found.lower, found.upper, found.total) == (found.median, found.median, 5 * hours * HOUR)
