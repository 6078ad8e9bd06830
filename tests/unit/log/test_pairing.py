"""A start and its completion become one event: first in, first out, of one hand."""

from collections import defaultdict, deque
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import log
from tests.unit.log.data import COUNTS, counted, event, real, rows, write_csv, xes
from tests.unit.log.examples import examples

BEGIN = datetime.fromisoformat("2024-01-01 09:00")


class Row(NamedTuple):
    case: str
    activity: str
    who: str
    move: str
    minute: int


class Pairs(NamedTuple):
    events: set[tuple[Any, ...]]
    pairs: int
    starts: int
    completions: int


def slowly(made: list[Row]) -> Pairs:
    """Walk through the rows by time, with a queue of open starts for each hand."""
    waiting: dict[tuple[str, str, str], deque[Row]] = defaultdict(deque)
    events: list[tuple[Any, ...]] = []
    pairs = completions = 0
    for row in sorted(made, key=lambda row: row.minute):
        key = row.case, row.activity, row.who
        if row.move == "start":
            waiting[key].append(row)
        elif row.move == "complete":
            begun = waiting[key].popleft() if waiting[key] else None
            events.append((row.case, row.activity, begun and begun.minute, row.minute, row.move))
            pairs += begun is not None
            completions += begun is None
        elif row.move != "schedule":
            events.append((row.case, row.activity, None, row.minute, row.move))
    left = [row for queue in waiting.values() for row in queue]
    events += [(row.case, row.activity, None, row.minute, "start") for row in left]
    return Pairs(set(events), pairs, len(left), completions)


def told(found: log.Log) -> set[tuple[Any, ...]]:
    names = {row["code"]: row["name"] for row in rows(found, "activities")}
    cases = {row["case"]: row["order"][3:] for row in rows(found, "cases")}

    def minute(moment: datetime | None) -> int | None:
        return None if moment is None else (moment - BEGIN) // timedelta(minutes=1)

    return {
        (
            cases[row["case"]],
            names[row["activity"]],
            minute(row["start"]),
            minute(row["time"]),
            row["lifecycle"],
        )
        for row in rows(found, "events")
    }


def at(minute: int) -> str:
    return (BEGIN + timedelta(minutes=minute)).isoformat() + "Z"


def read(made: list[Row], folder: Path, **how: Any) -> log.Log:
    traces: dict[str, list[dict[str, str]]] = {}
    for row in made:
        more = {
            "lifecycle:transition": row.move,
            "org:resource": row.who,
            "order": f"no {row.case}",
        }
        more = {name: value for name, value in more.items() if value}
        traces.setdefault(row.case, []).append(event(row.activity, at(row.minute), **more))
    path = folder / "made.xes"
    path.write_text(xes(traces), encoding="utf-8")
    columns = log.Columns(
        case="case:concept:name",
        activity="concept:name",
        time="time:timestamp",
        attributes=("order",),
    )
    return log.read(path, columns=columns, **how)


rows_of_a_log = st.lists(
    st.builds(
        Row,
        case=st.sampled_from(["a", "b"]),
        activity=st.sampled_from(["pick", "pack"]),
        who=st.sampled_from(["ann", "bob", ""]),
        move=st.sampled_from(["start", "complete", "start", "complete", "schedule", "withdraw"]),
        minute=st.integers(0, 600),
    ),
    min_size=1,
    max_size=24,
    unique_by=lambda row: row.minute,
)


@given(rows_of_a_log)
@examples(6, many=75)
def test_agrees_with_a_queue(made: list[Row]) -> None:
    made = [*made, Row("a", "pick", "cas", "start", 900), Row("a", "pick", "cas", "complete", 901)]
    expected = slowly(made)
    with TemporaryDirectory() as folder:
        found = read(made, Path(folder))
        assert told(found) == expected.events
    counts = {each.code: each.count for each in found.checks}
    assert counts["pairs"] == expected.pairs
    assert counts.get("no_end", 0) == expected.starts
    schedules = sum(row.move == "schedule" for row in made)
    assert counts.get("transition", 0) == schedules


def test_equal_times_keep_the_order_of_the_file(tmp_path: Path) -> None:
    made = [Row("a", "pick", "ann", "complete", 5), Row("a", "pick", "ann", "start", 5)]
    made += [Row("a", "pick", "ann", "complete", 9)]
    assert told(read(made, tmp_path)) == {
        ("a", "pick", None, 5, "complete"),
        ("a", "pick", 5, 9, "complete"),
    }


def test_nothing_is_paired_when_asked_not_to(tmp_path: Path) -> None:
    made = [Row("a", "pick", "", "START", 1), Row("a", "pick", "", "COMPLETE", 2)]
    assert read(made, tmp_path, lifecycle="keep").about.events == 2
    assert read(made, tmp_path).about.events == 1


def test_completions_alone_are_events(tmp_path: Path) -> None:
    made = [Row("a", "pick", "", "complete", 1), Row("a", "pack", "", "complete", 2)]
    found = read(made, tmp_path)
    assert [row["lifecycle"] for row in rows(found, "events")] == ["complete", "complete"]
    assert not [each for each in found.checks if each.code in ("pairs", "no_end", "no_start")]


def test_who_did_it_is_not_kept(tmp_path: Path) -> None:
    found = read(
        [Row("a", "pick", "ann", "start", 1), Row("a", "pick", "ann", "complete", 2)], tmp_path
    )
    assert found.about.dropped.columns == {"org:resource": "person"}
    assert "ann" not in str([rows(found, part) for part in ("events", "cases", "roles")])
    assert not [name for name in rows(found, "events")[0] if "hand" in name or "who" in name]


def test_the_start_fills_in_what_the_completion_lacks(tmp_path: Path) -> None:
    table = [
        ("case", "activity", "time", "move", "team", "colour"),
        ("a", "pick", "2024-01-01 09:00", "start", "store", "red"),
        ("a", "pick", "2024-01-01 10:00", "complete", "store", ""),
    ]
    columns = log.Columns(
        case="case",
        activity="activity",
        time="time",
        role="team",
        lifecycle="move",
        attributes=("colour",),
    )
    found = log.read(write_csv(tmp_path / "x.csv", table), columns=columns)
    assert [row["colour"] for row in rows(found, "cases")] == ["red"]
    assert rows(found, "events")[0]["start"] == datetime.fromisoformat("2024-01-01 09:00")


def test_a_start_without_an_end_in_two_columns_stands_at_its_start(tmp_path: Path) -> None:
    table = [
        ("case", "activity", "begin", "end"),
        ("a", "pick", "2024-01-01 09:00", "2024-01-01 10:00"),
        ("a", "pack", "2024-01-01 11:00", ""),
    ]
    columns = log.Columns(case="case", activity="activity", start="begin", time="end")
    found = log.read(write_csv(tmp_path / "x.csv", table), columns=columns)
    last = rows(found, "events")[1]
    assert (last["start"], last["time"]) == (None, datetime.fromisoformat("2024-01-01 11:00"))
    assert last["lifecycle"] == "start"
    assert [each.count for each in found.checks if each.code == "no_end"] == [1]


@pytest.mark.shared_data
def test_the_loan_applications() -> None:
    found = real("bpic2012.xes.gz")
    counts = {each.code: each.count for each in found.checks}
    assert counted(found.about) == COUNTS["bpic2012.xes.gz"]
    assert (found.about.rows_read, found.about.events) == (262_200, 164_517)
    assert found.checks[0].data["events"] == 164_517
    assert (counts["pairs"], counts["no_end"], counts["transition"]) == (71_365, 11, 26_318)
    # Every row is one of a pair, of one left out, or an event of its own.
    assert found.about.rows_read == found.about.events + counts["pairs"] + counts["transition"]
