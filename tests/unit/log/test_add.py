"""The next export joins a log without duplicates, and the same one changes nothing."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import log
from beide.errors import UnreadableFile, WrongOption, WrongValue
from tests.unit.log.data import event, rows, write_csv, xes
from tests.unit.log.examples import examples

KEY = b"a key that the host keeps"
NOW = datetime(2030, 1, 1, tzinfo=UTC)
HEAD = ("case", "activity", "time", "team", "kind", "note")
COLUMNS = log.Columns(
    case="case", activity="activity", time="time", role="team", attributes=("kind", "note")
)
Row = tuple[str, str, str, str, str, str]
Event = tuple[Any, ...]


def content(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in sorted(path.iterdir())}


def events_of(found: log.Log) -> Counter[Event]:
    """Return the events with their names, by the hash of their case."""
    activities = {row["code"]: row["name"] for row in rows(found, "activities")}
    roles = {row["code"]: row["name"] for row in rows(found, "roles")}
    cases = {row["case"]: row["id_hash"] for row in rows(found, "cases")}
    return Counter(
        (
            cases[row["case"]],
            activities[row["activity"]],
            roles.get(row["role"]),
            row["start"],
            row["time"],
        )
        for row in rows(found, "events")
    )


def read(made: list[Row], folder: Path, name: str, into: Path | None = None) -> log.Log:
    path = write_csv(folder / f"{name}.csv", [HEAD, *made])
    return log.read(path, into=into, columns=COLUMNS, key=KEY, now=NOW)


def row(case: str, activity: str, minute: int, kind: str = "plain", note: str = "") -> Row:
    time = datetime.fromisoformat("2024-01-01") + timedelta(minutes=minute)
    return case, activity, time.isoformat(" "), "store", kind, note


made_rows = st.lists(
    st.builds(row, st.sampled_from("abc"), st.sampled_from(["pick", "pack"]), st.integers(0, 9)),
    min_size=1,
    max_size=10,
)


@given(made_rows, made_rows)
@examples(3, many=40)
def test_agrees_with_counting(first: list[Row], second: list[Row]) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        read(first, folder, "first", folder / "orders.log")
        alone = (
            events_of(log.open(folder / "orders.log")),
            events_of(read(second, folder, "second")),
        )
        found = log.add(folder / "orders.log", folder / "second.csv", key=KEY, now=NOW)
        assert events_of(found) == alone[0] | alone[1]
        assert found.about.events == (alone[0] | alone[1]).total()


def test_the_same_file_changes_no_byte(tmp_path: Path) -> None:
    made = [row("a", "pick", 1), row("a", "pack", 2), row("a", "pack", 2), row("b", "pick", 3)]
    first = read(made, tmp_path, "first", tmp_path / "orders.log")
    before = content(first.path)
    assert log.add(first, tmp_path / "first.csv", key=KEY) == first
    assert content(first.path) == before


def test_the_same_rows_in_another_file_change_no_table(tmp_path: Path) -> None:
    made = [row("b", "pick", 3), row("a", "pick", 1), row("a", "pack", 2), row("a", "pack", 2)]
    first = read(made, tmp_path, "first", tmp_path / "orders.log")
    before = content(first.path)
    path = write_csv(tmp_path / "again.csv", [HEAD, *made[::-1]], delimiter=";")
    found = log.add(first, path, key=KEY, now=NOW)
    after = content(found.path)
    assert {**after, "about.json": b""} == {**before, "about.json": b""}
    assert len(found.about.sources) == 2


def test_a_second_month_twice_is_as_once(tmp_path: Path) -> None:
    read([row("a", "pick", 1)], tmp_path, "first", tmp_path / "orders.log")
    write_csv(tmp_path / "second.csv", [HEAD, row("a", "pick", 1), row("a", "pack", 2)])
    once = log.add(tmp_path / "orders.log", tmp_path / "second.csv", key=KEY, now=NOW)
    before = content(once.path)
    log.add(tmp_path / "orders.log", tmp_path / "second.csv", key=KEY, now=NOW)
    assert content(once.path) == before
    assert once.about.events == 2
    counts = {each.code: each.count for each in once.checks}
    assert counts["known"] == 1


def test_an_attribute_of_a_case_is_brought_up_to_date(tmp_path: Path) -> None:
    first = [row("a", "pick", 1, "open", "x"), row("b", "pick", 1, "open", "y")]
    read(first, tmp_path, "first", tmp_path / "orders.log")
    second = [row("a", "pack", 5, "closed", "x")]
    write_csv(tmp_path / "second.csv", [HEAD, *second])
    found = log.add(tmp_path / "orders.log", tmp_path / "second.csv", key=KEY, now=NOW)
    assert [each["kind"] for each in rows(found, "cases")] == ["closed", "open"]
    assert {each.code: each.count for each in found.checks}["changed"] == 1


def test_an_attribute_that_becomes_one_of_events(tmp_path: Path) -> None:
    read([row("a", "pick", 1, "open", "x")], tmp_path, "first", tmp_path / "orders.log")
    second = [row("b", "pick", 5, "1", "x"), row("b", "pack", 6, "2", "x")]
    write_csv(tmp_path / "second.csv", [HEAD, *second])
    found = log.add(tmp_path / "orders.log", tmp_path / "second.csv", key=KEY, now=NOW)
    assert found.about.event_attributes == ("kind",)
    assert [each["kind"] for each in rows(found, "events")] == ["open", "1", "2"]


def test_work_that_ran_from_one_export_into_the_next(tmp_path: Path) -> None:
    def made(name: str, *moves: tuple[str, str]) -> Path:
        path = tmp_path / name
        events = [
            event("pick", f"2024-01-01T{time}:00Z", **{"lifecycle:transition": move})
            for time, move in moves
        ]
        path.write_text(xes({"a": events}))
        return path

    january = made("january.xes", ("08:00", "start"), ("09:00", "complete"), ("10:00", "start"))
    found = log.read(january, into=tmp_path / "orders.log", key=KEY, now=NOW)
    assert found.about.events == 2
    overlapping = made("both.xes", ("10:00", "start"), ("11:00", "complete"))
    found = log.add(found, overlapping, key=KEY, now=NOW)
    lengths = [(each["start"].hour, each["time"].hour) for each in rows(found, "events")]
    assert lengths == [(8, 9), (10, 11)]


def test_a_completion_that_comes_alone_finds_its_start(tmp_path: Path) -> None:
    first, second = tmp_path / "first.xes", tmp_path / "second.xes"
    moves = [("08:00", "start"), ("09:00", "complete"), ("10:00", "start"), ("11:00", "complete")]
    events = [
        event("pick", f"2024-01-01T{time}:00Z", **{"lifecycle:transition": move})
        for time, move in moves
    ]
    other = event("pack", "2024-01-01T12:00:00Z", **{"lifecycle:transition": "start"})
    first.write_text(xes({"a": events[:3]}))
    second.write_text(xes({"a": [events[3], other]}))
    log.read(first, into=tmp_path / "orders.log", key=KEY, now=NOW)
    found = log.add(tmp_path / "orders.log", second, key=KEY, now=NOW)
    told = [
        (each["start"] and each["start"].hour, each["time"].hour) for each in rows(found, "events")
    ]
    assert told == [(8, 9), (10, 11), (None, 12)]


def test_what_was_said_about_ends_still_holds(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "first.csv", [HEAD, row("a", "pick", 1), row("a", "pack", 2)])
    log.read(path, into=tmp_path / "o.log", columns=COLUMNS, key=KEY, ends=("pack",), now=NOW)
    write_csv(tmp_path / "second.csv", [HEAD, row("b", "pick", 5)])
    found = log.add(tmp_path / "o.log", tmp_path / "second.csv", key=KEY, now=NOW)
    assert [each["finished"] for each in rows(found, "cases")] == [True, False]


def test_another_key_is_refused(tmp_path: Path) -> None:
    found = read([row("a", "pick", 1)], tmp_path, "first", tmp_path / "orders.log")
    before = content(found.path)
    with pytest.raises(WrongOption, match="key that the log was read with") as raised:
        log.add(found, tmp_path / "first.csv", key=b"another")
    assert "another" not in str(raised.value.data["value"])
    assert content(found.path) == before


@pytest.mark.parametrize(("content_", "error"), [("", UnreadableFile), ("bad", WrongValue)])
def test_a_broken_export_leaves_the_log_as_it_was(
    content_: str, error: type[Exception], tmp_path: Path
) -> None:
    found = read([row("a", "pick", 1)], tmp_path, "first", tmp_path / "orders.log")
    before = content(found.path)
    path = write_csv(tmp_path / "bad.csv", [HEAD, ("a", "pick", "soon", "", "", "")])
    if not content_:
        path.write_text("")
    with pytest.raises(error):
        log.add(found, path, key=KEY, now=NOW)
    assert content(found.path) == before
    assert [each for each in tmp_path.iterdir() if each.name.startswith(".")] == []
