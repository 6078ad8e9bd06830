"""Small logs made on the spot: enough alike cases that something may be shown, and many ties."""

import csv
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from beide import log
from tests.unit.log.questions.reference import Case, Event

BEGIN = datetime.fromisoformat("2023-12-30T22:00:00")
COLUMNS = log.Columns(
    case="case",
    activity="activity",
    time="time",
    start="start",
    role="role",
    attributes=("kind", "size", "urgent"),
)
HEADER = ("case", "activity", "role", "start", "time", "kind", "size", "urgent")

activities = st.sampled_from("abc")
roles = st.sampled_from([None, "desk", "repair", "planning"])
hours = st.integers(0, 3) | st.sampled_from([24, 2 * 168])
worked = st.none() | st.integers(-1, 4)
steps = st.tuples(activities, roles, hours, worked)
kinds = st.tuples(st.sampled_from(["post", "web"]), st.integers(1, 2), st.booleans())
roads = st.tuples(
    st.lists(steps, min_size=1, max_size=5), kinds, st.integers(0, 200), st.integers(1, 7)
)
many = st.lists(roads, min_size=1, max_size=5).filter(
    lambda made: sum(copies for *_, copies in made) >= 5
)
"""Roads through a process, each taken by some cases."""


def cases(
    made: Sequence[
        tuple[list[tuple[str, str | None, int, int | None]], tuple[str, int, bool], int, int]
    ],
) -> list[Case]:
    """Return the cases of the roads; each copy of a road begins some hours after the one before."""
    found = []
    for road, (kind, size, urgent), begin, copies in made:
        for copy in range(copies):
            time, events = BEGIN + timedelta(hours=begin + 31 * copy), []
            for activity, role, wait, work in road:
                time += timedelta(hours=wait)
                start = None if work is None else time - timedelta(hours=work)
                events.append(Event(activity, role, start, time))
            found.append(Case({"kind": kind, "size": size, "urgent": urgent}, events))
    return found


def written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def write(made: Sequence[Case], folder: Path, *, ends: tuple[str, ...] = ()) -> log.Log:
    """Return the log of cases, by way of a file in which their events stand mixed."""
    rows = [
        (
            number,
            each.activity,
            each.role or "",
            each.start or "",
            each.time,
            *map(written, case.about.values()),
        )
        for number, case in enumerate(made)
        for each in case.events
    ]
    source = folder / "made.csv"
    with source.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([HEADER, *sorted(rows, key=lambda row: row[4])])
    return log.read(source, into=folder / "made.log", columns=COLUMNS, ends=ends)


def orders(*counted: tuple[str, int], folder: Path, hours_apart: int = 1) -> log.Log:
    """Return a log in which as many cases as told take each road, one letter an activity."""
    made = [
        Case(
            {"kind": road, "size": len(road), "urgent": False},
            [
                Event(each, "desk", None, BEGIN + timedelta(hours=hours_apart * place))
                for place, each in enumerate(road)
            ],
        )
        for road, count in counted
        for _ in range(count)
    ]
    return write(made, folder)
