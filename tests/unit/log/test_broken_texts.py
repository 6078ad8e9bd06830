"""Text and XES that people really have, or that someone made to do harm: all refused with why."""

import gzip
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from beide import log
from beide.errors import (
    BeideError,
    DuplicateColumn,
    MissingColumn,
    MissingValue,
    OpenDates,
    PersonColumn,
    RaggedRow,
    TooLittleData,
    UnknownFormat,
    UnreadableFile,
    WrongOption,
    WrongValue,
)
from tests.unit.log.data import PLAIN, event, xes

HEAD = "case,activity,time\n"
GOOD = HEAD + "a,one,2024-01-01 10:00\n"
TRACE = xes({"a": [event("one", "2024-01-01T10:00:00Z")]})
ONE = event("one", "2024-01-01")
MANY = [f"k{number}" for number in range(2001)]
WITH_START = log.Columns(case="case", activity="activity", time="time", start="begin")
BOMB = "<!DOCTYPE log [<!ENTITY a 'xxxxxxxxxx'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>]>"
OUTSIDE = '<!DOCTYPE log [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
PARAMETER = '<!DOCTYPE log [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x"> %a;]>'

Make = Callable[[Path], object]
Case = tuple[str, str, Make, dict[str, Any], type[BeideError], str]


def text(content: str, encoding: str = "utf-8") -> Make:
    return lambda path: path.write_text(content, encoding=encoding, newline="")


def raw(content: bytes) -> Make:
    return lambda path: path.write_bytes(content)


def row(time: str) -> Make:
    return text(GOOD + f"b,two,{time}\n")


def trace(old: str, new: str) -> Make:
    assert old in TRACE
    return text(TRACE.replace(old, new, 1))


def doctype(declared: str) -> Make:
    return text(declared + TRACE.partition("?>")[2])


FILES: list[Case] = [
    ("a pipe", "x.csv", lambda path: os.mkfifo(path), {}, UnreadableFile, "not a regular file"),
    ("to itself", "x.csv", lambda path: path.symlink_to(path), {}, UnreadableFile, "no such file"),
    ("no ending", "orders", text(GOOD), {}, UnknownFormat, "'orders'"),
    ("hidden", ".csv.exe", text(GOOD), {}, UnknownFormat, ".csv.exe"),
    ("only a mark", "x.csv", raw(b"\xef\xbb\xbf"), {}, UnreadableFile, "header"),
    ("only lines", "x.csv", text("\n\n\n"), {}, UnreadableFile, "header"),
    ("only spaces", "x.csv", text("   \n  \n"), {}, MissingColumn, "'case'"),
    ("a document", "x.csv", raw(b"%PDF-1.7\x00\x01"), {}, UnreadableFile, "not text"),
    ("a picture", "x.csv", raw(b"\x89PNG\r\n\x1a\n\x00\x00"), {}, UnreadableFile, "not text"),
    ("packed twice", "x.csv.gz", raw(gzip.compress(gzip.compress(b"a"))), {}, UnreadableFile, ""),
    ("packed nothing", "x.csv.gz", raw(gzip.compress(b"")), {}, UnreadableFile, "header"),
    ("half a mark", "x.csv.gz", raw(b"\x1f\x8b"), {}, UnreadableFile, "cut off or damaged"),
    ("zero in it", "x.csv", raw(GOOD.encode() * 900 + b"b,\x00,c\n"), {}, UnreadableFile, "text"),
    ("two encodings", "x.csv", raw(GOOD.encode() + "é,ë\n".encode() + b"\xe9,a,b\n"), {},
     UnreadableFile, "line 4"),
    ("half a sign", "x.csv", raw(b"\xff\xfe" + GOOD.encode("utf-16-le")[:-1]), {}, UnreadableFile,
     "utf-16"),
    ("wide", "x.csv", text(",".join(f"c{n}" for n in range(2001))), {}, UnreadableFile, "2000"),
]  # fmt: skip

ROWS: list[Case] = [
    ("open header", "x.csv", text('"case,activity,time\n'), {}, UnreadableFile, "header"),
    ("after a quote", "x.csv", text(GOOD + '"b"x,two,2024-01-01\n'), {}, UnreadableFile, "line 2"),
    ("other delimiter", "x.csv", text(GOOD + "b;two;2024-01-01\n"), {}, RaggedRow, "row 3 has 1"),
    ("a comma too many", "x.csv", text(GOOD + "b,two,three,2024-01-01\n"), {}, RaggedRow, "row 3"),
    ("name with a space", "x.csv", text("case id,activity,time\na,b,c\n"), {}, MissingColumn,
     "case id"),
    ("same name", "x.csv", text("case,case,activity,time\n1,2,3,4\n"), {}, DuplicateColumn, "2"),
    ("hour 25", "x.csv", row("2024-01-01 25:00"), {}, WrongValue, "row 3, column 'time'"),
    ("minute 61", "x.csv", row("2024-01-01 10:61"), {}, WrongValue, "'2024-01-01 10:61'"),
    ("month 13", "x.csv", row("2024-13-01"), {}, WrongValue, "row 3"),
    ("year 0", "x.csv", row("0000-01-01"), {}, WrongValue, "row 3"),
    ("year 12345", "x.csv", row("12345-01-01"), {}, WrongValue, "row 3"),
    ("no leap year", "x.csv", row("2023-02-29"), {}, WrongValue, "2023-02-29"),
    ("mixed dates", "x.csv", row("31/12/2024 10:00"), {}, WrongValue, "row 3"),
    ("a serial number", "x.csv", row("45292.5"), {}, WrongValue, "'45292.5'"),
    ("seconds since", "x.csv", row("1704103200"), {}, WrongValue, "'1704103200'"),
    ("NULL", "x.csv", row("NULL"), {}, WrongValue, "'NULL'"),
    ("a formula", "x.csv", row("=NOW()"), {}, WrongValue, "=NOW()"),
    ("far zone", "x.csv", row("2024-01-01 10:00+99:00"), {}, WrongValue, "+99:00"),
    ("month and day", "x.csv", text(HEAD + "a,b,13/13/2024\n"), {}, WrongValue, "13/13/2024"),
    ("two-digit years", "x.csv", text(HEAD + "a,b,01-02-24\n"), {}, WrongValue, "01-02-24"),
    ("day or month", "x.csv", text(HEAD + "a,b,1-2-2024\n"), {}, OpenDates, "%d-%m-%Y"),
    ("a start", "x.csv", text("case,activity,time,begin\na,b,2024-01-01,soon\n"),
     {"columns": WITH_START}, WrongValue, "row 2, column 'begin'"),
    ("neither time", "x.csv", text("case,activity,time,begin\na,b,,\n"), {"columns": WITH_START},
     MissingValue, "row 2"),
]  # fmt: skip

OPTIONS: list[Case] = [
    ("no year", "x.csv", text(GOOD), {"time_format": "%d/%m"}, WrongOption, "'%d/%m'"),
    ("other format", "x.csv", text(GOOD), {"time_format": "%d/%m/%Y"}, WrongValue, "row 2"),
    ("two marks", "x.csv", text(GOOD), {"delimiter": "::"}, WrongOption, "'::'"),
    ("encoding", "x.csv", text(GOOD), {"encoding": "latin-99"}, WrongOption, "'latin-99'"),
    ("zone", "x.csv", text(GOOD), {"zone": "Mars/Olympus"}, WrongOption, "'Mars/Olympus'"),
    ("zone as path", "x.csv", text(GOOD), {"zone": "../../etc/shadow"}, WrongOption, "time zone"),
    ("end", "x.csv", text(GOOD), {"ends": ("closed",)}, WrongOption, "'closed'"),
    ("start", "x.csv", text(GOOD), {"starts": ("opened",)}, WrongOption, "'opened'"),
    ("lifecycle", "x.csv", text(GOOD), {"lifecycle": "join"}, WrongOption, "'join'"),
    ("transitions", "x.csv", text(GOOD),
     {"columns": log.Columns(case="case", activity="activity", time="time", lifecycle="move")},
     MissingColumn, "'move'"),
    ("people as attribute", "x.csv", text("case,activity,time,e-mail\n1,a,2024-01-01,x\n"),
     {"columns": log.Columns(case="case", activity="activity", time="time",
                             attributes=("e-mail",))}, PersonColumn, "'e-mail'"),
    ("all left out", "x.csv", text(GOOD), {"drop_activities": ("one",)}, TooLittleData, "no event"),
    ("all missing", "x.csv", text(HEAD + ",,\n"), {"on_missing": "drop"}, TooLittleData, "x.csv"),
]  # fmt: skip

TRACES: list[Case] = [
    ("json", "x.xes", text('{"log": []}'), {}, UnreadableFile, "line 1"),
    ("a trace", "x.xes", text("<trace/>"), {}, UnreadableFile, "<trace>"),
    ("two logs", "x.xes", text("<log/><log/>"), {}, UnreadableFile, "line 1"),
    ("empty log", "x.xes", text("<log/>"), {}, TooLittleData, "no event"),
    ("unknown entity", "x.xes", trace('"one"', '"&one;"'), {}, UnreadableFile, "line 6"),
    ("same attribute", "x.xes", trace('value="one"', 'value="a" value="b"'), {}, UnreadableFile,
     "line 6"),
    ("odd encoding", "x.xes", trace("UTF-8", "KLINGON"), {}, UnreadableFile, "encoding"),
    ("other encoding", "x.xes", raw(TRACE.replace("one", "één").encode("cp1252")), {},
     UnreadableFile, "line 6"),
    ("unclosed", "x.xes", trace("</log>", ""), {}, UnreadableFile, "cut off"),
    ("no name", "x.xes", text(xes({"a": [ONE, {"time:timestamp": "2024-01-01"}]})), {},
     MissingValue, "'concept:name'"),
    ("no such day", "x.xes", trace("01-01T", "02-31T"), {}, WrongValue, "row 5"),
    ("no time", "x.xes", text(xes({"a": [ONE, {"concept:name": "b"}]})), {},
     MissingValue, "'time:timestamp'"),
    ("laughs", "x.xes", doctype(BOMB), {}, UnreadableFile, "entities"),
    ("a file outside", "x.xes", doctype(OUTSIDE), {}, UnreadableFile, "entities"),
    ("from a server", "x.xes", doctype(PARAMETER), {}, UnreadableFile, "entities"),
    ("packed half", "x.xes.gz", raw(gzip.compress(TRACE.encode())[:40]), {}, UnreadableFile, ""),
    ("wide", "x.xes", text(xes({"a": [{**ONE, **dict.fromkeys(MANY, "1")}]})), {},
     UnreadableFile, "2000 columns"),
]  # fmt: skip

BROKEN = [*FILES, *ROWS, *OPTIONS, *TRACES]


@pytest.mark.parametrize(
    ("name", "make", "how", "error", "says"),
    [each[1:] for each in BROKEN],
    ids=[f"{place}-{each[0]}" for place, each in enumerate(BROKEN)],
)
def test_is_told(
    name: str,
    make: Make,
    how: dict[str, Any],
    error: type[BeideError],
    says: str,
    tmp_path: Path,
) -> None:
    path = tmp_path / name
    make(path)
    columns = None if ".xes" in name else PLAIN
    with pytest.raises(error) as raised:
        log.read(path, into=tmp_path / "made.log", **{"columns": columns, **how})
    assert type(raised.value) is error
    assert says in raised.value.in_language("en")
    assert raised.value.in_language("nl") != raised.value.in_language("en")
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_there_are_many_kinds() -> None:
    assert len(BROKEN) + 29 > 60


def test_a_packed_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.csv.gz"
    with gzip.open(path, "wb") as out:
        out.write(GOOD.encode())
        for _ in range(70):
            out.write(b"0" * (1 << 20))
    with pytest.raises(UnreadableFile, match="unpacked it is more than 300 times as large"):
        log.read(path, columns=PLAIN)


def test_a_declared_document_is_never_fetched(tmp_path: Path) -> None:
    path = tmp_path / "x.xes"
    doctype('<!DOCTYPE log SYSTEM "http://127.0.0.1:9/log.dtd">')(path)
    assert log.read(path).about.events == 1


def test_xml_within_xml_within_xml(tmp_path: Path) -> None:
    path = tmp_path / "x.xes"
    deep = "<a>" * 50_000 + "</a>" * 50_000
    trace("<event>", f"<event>{deep}")(path)
    assert log.read(path).about.events == 1


@pytest.mark.parametrize(
    "name", ["a*b[1]?.csv", "'; drop table x;--.csv", "..csv", "%s{0}.csv", "-rf.csv", "ë 漢.csv"]
)
def test_odd_names_are_only_names(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(GOOD)
    found = log.read(tmp_path / name, into=tmp_path / f"{name}.log", columns=PLAIN)
    assert (found.about.source, found.about.events) == (name, 1)


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="name is too long"):
        log.read(tmp_path / ("x" * 300 + ".csv"), columns=PLAIN)


def test_what_stands_in_a_file_never_becomes_a_path(tmp_path: Path) -> None:
    head = "case,activity,time,../../x,/etc/y\n"
    path = tmp_path / "x.csv"
    path.write_text(head + "../a,../../b,2024-01-01,1,2\n")
    columns = log.Columns(
        case="case", activity="activity", time="time", attributes=("../../x", "/etc/y")
    )
    found = log.read(path, into=tmp_path / "x.log", columns=columns)
    assert found.about.case_attributes == ("../../x", "/etc/y")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["x.csv", "x.log"]
    assert len(list((tmp_path / "x.log").iterdir())) == 5
