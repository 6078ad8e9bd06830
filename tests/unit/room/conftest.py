"""Logs on disk, as an organisation would hand them over."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from beide import log
from beide.room import Room, _years, room
from beide.room._events import Events
from beide.room._trials._logs import log_of
from beide.room._trials._worlds import World

MONDAY = datetime(2025, 1, 6, tzinfo=UTC)
CALM = World(cases_a_week=40, busy=0.5, people=(6, 5, 3, 4))
COLUMNS = log.Columns(case="case", activity="step", time="done", start="begun", role="team")


@contextmanager
def short_years() -> Iterator[None]:
    """Let answers rest on fewer and shorter years, so that tests take seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_years, "YEARS", 20)
        patch.setattr(_years, "_LONGEST", 16)
        yield


@pytest.fixture(autouse=True)
def in_short() -> Iterator[None]:
    """Ask every question in this folder of short years."""
    with short_years():
        yield


def written(events: Events, path: Path) -> Path:
    """Write events as a file with columns."""
    lines = ["case,step,team,begun,done"]
    for at in range(len(events.end)):
        begun, done = (_moment(column[at]) for column in (events.start, events.end))
        name = events.roles[events.role[at]]
        lines.append(
            f"{events.case[at]},{events.activities[events.activity[at]]},{name},{begun},{done}"
        )
    path.write_text("\n".join(lines))
    return path


def _moment(hours: float) -> str:
    if np.isnan(hours):
        return ""
    return (MONDAY + timedelta(hours=float(hours))).isoformat(timespec="seconds")


def made(world: World, folder: Path, *, weeks: int = 16, seed: int = 4) -> Path:
    """Write the log of a world."""
    return written(log_of(world, np.random.default_rng(seed), weeks=weeks), folder / "orders.csv")


@pytest.fixture(scope="session")
def calm_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of an organisation with room."""
    return made(CALM, tmp_path_factory.mktemp("calm"))


@pytest.fixture(scope="session")
def calm_log(calm_file: Path, tmp_path_factory: pytest.TempPathFactory) -> log.Log:
    """Return the log of an organisation with room."""
    return log.read(calm_file, into=tmp_path_factory.mktemp("logs") / "calm", columns=COLUMNS)


@pytest.fixture(scope="session")
def roomy(calm_log: log.Log) -> Room:
    """Return how much room the calm organisation has."""
    with short_years():
        found = room(calm_log, promise=log.promise("within 5d for 90%"))
    assert isinstance(found, Room)
    return found
