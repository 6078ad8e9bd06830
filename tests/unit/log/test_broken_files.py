"""A file that cannot be used gets an error that shows the value and says what to do."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from beide import log
from beide.errors import (
    BeideError,
    ColumnsNeeded,
    DuplicateColumn,
    MissingColumn,
    MissingValue,
    OpenDates,
    PersonColumn,
    RaggedRow,
    TooLittleData,
    UnknownFormat,
    UnreadableFile,
    WrongValue,
)
from tests.unit.log.data import PLAIN, event, xes

HEAD = "case,activity,time\n"
GOOD = HEAD + "a,one,2024-01-01 10:00\n"
TRACE = xes({"a": [event("one", "2024-01-01T10:00:00Z")]})


def text(content: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(content, encoding="utf-8")


def raw(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


BROKEN: list[tuple[str, str, Callable[[Path], object], type[BeideError], str]] = [
    ("absent", "x.csv", lambda _: None, UnreadableFile, "no such file"),
    ("folder", "x.csv", Path.mkdir, UnreadableFile, "folder"),
    ("empty", "x.csv", text(""), UnreadableFile, "empty"),
    ("wrong ending", "x.docx", text(GOOD), UnknownFormat, ".xes"),
    ("header only", "x.csv", text(HEAD), TooLittleData, "x.csv"),
    ("not text", "x.csv", raw(b"PK\x03\x04\x00\x00\x08"), UnreadableFile, "not text"),
    ("column absent", "x.csv", text("case,step,time\n1,2,3\n"), MissingColumn, "step"),
    ("column twice", "x.csv", text("case,activity,time,time\n1,2,3,4\n"), DuplicateColumn, "2"),
    ("short row", "x.csv", text(GOOD + "b,two\n"), RaggedRow, "row 3 has 2"),
    ("long row", "x.csv", text(GOOD + "b,two,2024-01-01,more\n"), RaggedRow, "row 3 has 4"),
    ("open quote", "x.csv", text(GOOD + 'b,"two,2024-01-01\n'), UnreadableFile, "quote"),
    ("no case", "x.csv", text(GOOD + ",two,2024-01-01\n"), MissingValue, "row 3"),
    ("question mark", "x.csv", text(GOOD + "?,two,2024-01-01\n"), MissingValue, "'case'"),
    ("no time", "x.csv", text(GOOD + "b,two,\n"), MissingValue, "'time'"),
    ("no activity", "x.csv", text(GOOD + "b,  ,2024-01-01\n"), MissingValue, "'activity'"),
    ("no date", "x.csv", text(GOOD + "b,two,yesterday\n"), WrongValue, "row 3"),
    ("no such day", "x.csv", text(GOOD + "b,two,2024-02-30 10:00\n"), WrongValue, "2024-02-30"),
    ("open dates", "x.csv", text(HEAD + "a,b,01/02/2024 10:00\n"), OpenDates, "%d/%m/%Y %H:%M"),
    (
        "cut off",
        "x.csv.gz",
        raw(gzip.compress(GOOD.encode() * 99)[:-20]),
        UnreadableFile,
        "cut off",
    ),
    ("no xml", "x.xes", text("hello"), UnreadableFile, "line 1"),
    ("bytes", "x.xes", raw(b"\x00\x01\x02<"), UnreadableFile, "XML"),
    ("other xml", "x.xes", text("<html><body/></html>"), UnreadableFile, "<html>"),
    ("cut off xml", "x.xes", text(TRACE[:-30]), UnreadableFile, "cut off"),
    ("crossed xml", "x.xes", text(TRACE.replace("</event>", "", 1)), UnreadableFile, "line"),
    ("no events", "x.xes", text("<log><trace/></log>"), TooLittleData, "no event"),
    ("xes date", "x.xes", text(TRACE.replace("2024-01-01T", "1 jan ")), WrongValue, "row 5"),
    ("xes no time", "x.xes", text(xes({"a": [{"concept:name": "b"}]})), MissingColumn, "time"),
    (
        "cut off gzip",
        "x.xes.gz",
        raw(gzip.compress(TRACE.encode())[:-9]),
        UnreadableFile,
        "cut off",
    ),
    (
        "entities",
        "x.xes",
        text(f'<!DOCTYPE l [<!ENTITY a "b">]>{TRACE[39:]}'),
        UnreadableFile,
        "ent",
    ),
]


@pytest.mark.parametrize(
    ("name", "make", "error", "says"),
    [each[1:] for each in BROKEN],
    ids=[each[0] for each in BROKEN],
)
def test_is_told(
    name: str, make: Callable[[Path], object], error: type[BeideError], says: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    make(path)
    columns = None if ".xes" in name else PLAIN
    with pytest.raises(error) as raised:
        log.read(path, into=tmp_path / "made.log", columns=columns)
    assert type(raised.value) is error
    assert says in raised.value.in_language("en")
    assert raised.value.in_language("nl") != raised.value.in_language("en")
    assert sorted(each.name for each in tmp_path.iterdir()) in ([], [name])


def test_without_columns_the_error_names_them(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("order;step;at\n1;a;2024-01-01\n")
    with pytest.raises(ColumnsNeeded, match="order, step, at"):
        log.read(path)


def test_the_row_is_the_line_a_person_sees(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(HEAD + 'a,"one\nand a half",2024-01-01\n\n\nb,two,soon\n')
    with pytest.raises(WrongValue) as raised:
        log.read(path, columns=PLAIN)
    assert raised.value.data["row"] == 6
    assert raised.value.data["value"] == "soon"


@pytest.mark.parametrize("column", ["org:resource", "Behandelaar", "user_id"])
def test_people_cannot_be_roles(column: str, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text(f"case,activity,time,{column}\n1,a,2024-01-01,Ann\n")
    columns = log.Columns(case="case", activity="activity", time="time", role=column)
    with pytest.raises(PersonColumn, match="roles or teams"):
        log.read(path, columns=columns)
