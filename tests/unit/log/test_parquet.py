"""Parquet is read as it is typed, and what cannot be read is told."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from beide import log
from beide.errors import (
    BeideError,
    ColumnsNeeded,
    DuplicateColumn,
    MissingColumn,
    MissingValue,
    PersonColumn,
    TooLittleData,
    UnreadableFile,
    WrongValue,
)
from tests.unit.log.data import PLAIN, rows

MOMENTS = [datetime.fromisoformat(f"2024-{day}") for day in ("01-31 10:30", "02-01 09:00")]
GOOD: Mapping[str, Any] = {"case": [7, 7], "activity": ["one", "two"], "time": MOMENTS}


def write(path: Path, columns: Mapping[str, Any]) -> Path:
    parquet.write_table(pa.table(dict(columns)), path)
    return path


def changed(**columns: Any) -> Callable[[Path], object]:
    return lambda path: write(path, {**GOOD, **columns})


def times(found: log.Log) -> list[datetime]:
    return [row["time"] for row in rows(found, "events")]


@pytest.mark.parametrize(
    "kind",
    [pa.timestamp("s"), pa.timestamp("ms"), pa.timestamp("us"), pa.timestamp("ns")],
    ids=str,
)
def test_times_of_any_precision(kind: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "t.parquet", {**GOOD, "time": pa.array(MOMENTS, kind)})
    found = log.read(path, columns=PLAIN)
    assert times(found) == MOMENTS
    assert (found.about.kind, found.about.times_without_zone) == ("parquet", 2)


def test_times_of_a_zone_become_utc(tmp_path: Path) -> None:
    moments = pa.array(MOMENTS, pa.timestamp("us", tz="Europe/Amsterdam"))
    found = log.read(write(tmp_path / "t.parquet", {**GOOD, "time": moments}), columns=PLAIN)
    assert times(found) == MOMENTS  # pyarrow takes what it is given as UTC
    assert found.about.times_without_zone == 0


def test_numbers_categories_and_truth_are_kept_as_they_are(tmp_path: Path) -> None:
    more = {
        "cost": [1.5, 1e20],
        "kind": pa.array(["a", "b"]).dictionary_encode(),
        "urgent": [True, None],
    }
    names = tuple(more)
    columns = log.Columns(case="case", activity="activity", time="time", attributes=names)
    found = log.read(write(tmp_path / "t.parquet", {**GOOD, **more}), columns=columns)
    assert [row["cost"] for row in rows(found, "events")] == [1.5, 1e20]
    assert [row["kind"] for row in rows(found, "events")] == ["a", "b"]
    assert {row["urgent"] for row in rows(found, "cases")} == {True}


def test_names_that_differ_in_capitals_only(tmp_path: Path) -> None:
    path = write(tmp_path / "t.parquet", {"TIME": [1, 2], **GOOD, "Case": ["x", "y"]})
    assert times(log.read(path, columns=PLAIN)) == MOMENTS


def test_a_folder_that_looks_like_a_partition_adds_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "case=9"
    folder.mkdir()
    path = write(folder / "[a]*.parquet", GOOD)
    assert times(log.read(path, columns=PLAIN)) == MOMENTS


def test_nested_columns_are_left_out_and_told(tmp_path: Path) -> None:
    path = write(tmp_path / "t.parquet", {**GOOD, "items": [[1], [2]], "resource": ["x", "y"]})
    columns = log.Columns(case="case", activity="activity", time="time", attributes=None)
    assert log.read(path, columns=columns).about.dropped.columns == {
        "items": "nested",
        "resource": "person",
    }


def cut(path: Path) -> None:
    path.write_bytes(write(path, GOOD).read_bytes()[:-9])


def spoilt(path: Path) -> None:
    content = bytearray(write(path, GOOD).read_bytes())
    content[4:200] = b"\xff" * 196
    path.write_bytes(bytes(content))


def twice(path: Path) -> None:
    table = pa.table([[1], ["a"], MOMENTS[:1], [1]], names=["case", "activity", "time", "case"])
    parquet.write_table(table, path)


BROKEN: list[tuple[str, Callable[[Path], object], type[BeideError], str]] = [
    ("text", lambda path: path.write_bytes(b"case,activity\n"), UnreadableFile, "not Parquet"),
    ("cut off", cut, UnreadableFile, "cut off"),
    ("spoilt", spoilt, UnreadableFile, "damaged"),
    ("column absent", lambda path: write(path, {"case": [1]}), MissingColumn, "activity"),
    ("column twice", twice, DuplicateColumn, "2 columns"),
    ("lists", changed(activity=[["a"], ["b"]]), UnreadableFile, "column 'activity'"),
    ("bytes", changed(case=[b"a", b"b"]), UnreadableFile, "column 'case'"),
    ("numbers as time", changed(time=[1, 2]), WrongValue, "row 1, column 'time': '1'"),
    ("no case", changed(case=[1, None]), MissingValue, "row 2: column 'case'"),
    ("question mark", changed(activity=["a", "?"]), MissingValue, "row 2: column 'activity'"),
    ("spaces", changed(activity=["a", "  "]), MissingValue, "row 2"),
    ("no rows", lambda path: parquet.write_table(pa.table(GOOD)[:0], path), TooLittleData, "event"),
]


@pytest.mark.parametrize(
    ("make", "error", "says"), [each[1:] for each in BROKEN], ids=[each[0] for each in BROKEN]
)
def test_is_told(
    make: Callable[[Path], object], error: type[BeideError], says: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.parquet"
    make(path)
    with pytest.raises(error) as raised:
        log.read(path, into=tmp_path / "made.log", columns=PLAIN)
    assert says in raised.value.in_language("en")
    assert raised.value.in_language("nl") != raised.value.in_language("en")
    assert [each.name for each in tmp_path.iterdir()] == ["x.parquet"]


def test_without_columns_the_error_names_them(tmp_path: Path) -> None:
    with pytest.raises(ColumnsNeeded, match="case, activity, time"):
        log.read(write(tmp_path / "x.parquet", GOOD))


def test_people_cannot_be_roles(tmp_path: Path) -> None:
    path = write(tmp_path / "x.parquet", {**GOOD, "employee": ["a", "b"]})
    columns = log.Columns(case="case", activity="activity", time="time", role="employee")
    with pytest.raises(PersonColumn):
        log.read(path, columns=columns)
