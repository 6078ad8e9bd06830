"""A workbook that cannot be used gets an error with its row and column, and what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from beide import log
from beide.errors import (
    BeideError,
    ColumnsNeeded,
    DuplicateColumn,
    MissingColumn,
    MissingValue,
    OpenDates,
    TooLittleData,
    UnreadableFile,
    WrongOption,
    WrongValue,
)
from tests.unit.log.data import PLAIN
from tests.unit.log.workbook import with_sheet_xml, write_xlsx

HEAD: list[object] = ["case", "activity", "time"]
GOOD: list[list[object]] = [HEAD, ["a", "one", "2024-01-31 10:00"]]


def table(*more: list[object], change: Callable[[Any], object] | None = None) -> Any:
    return lambda path: write_xlsx(path, [*GOOD, *more], change=change)


def only(*made: list[object]) -> Any:
    return lambda path: write_xlsx(path, made)


def raw(content: bytes) -> Any:
    return lambda path: path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(write_xlsx(path, GOOD).read_bytes()[:-900])


def xml(old: str, new: str) -> Any:
    return lambda path: with_sheet_xml(
        write_xlsx(path, GOOD), lambda text: text.replace(old, new, 1)
    )


def without(part: str) -> Callable[[Path], object]:
    def make(path: Path) -> None:
        write_xlsx(path, GOOD)
        with ZipFile(path) as packed:
            parts = {each: packed.read(each) for each in packed.namelist() if each != part}
        with ZipFile(path, "w") as packed:
            for each, content in parts.items():
                packed.writestr(each, content)

    return make


def nameless(path: Path) -> None:
    write_xlsx(path, GOOD)
    with ZipFile(path) as packed:
        parts = {each: packed.read(each) for each in packed.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b' name="Orders"', b"")
    with ZipFile(path, "w") as packed:
        for each, content in parts.items():
            packed.writestr(each, content)


def lost(path: Path) -> None:
    """Point the directory at the end of the archive to far outside the file."""
    content = bytearray(write_xlsx(path, GOOD).read_bytes())
    place = content.rfind(b"PK\x05\x06") + 16
    content[place : place + 4] = (0xFFFFFFF0).to_bytes(4, "little")
    path.write_bytes(bytes(content))


def bomb(path: Path) -> None:
    write_xlsx(path, GOOD)
    with ZipFile(path, "a", ZIP_DEFLATED) as packed, packed.open("xl/big.xml", "w") as out:
        for _ in range(70):
            out.write(bytes(1 << 20))


def stray(page: Any) -> None:
    page["XFD1048576"] = "here"


ENTITY = '<!DOCTYPE w [<!ENTITY a "b">]><worksheet'
BROKEN: list[tuple[str, Callable[[Path], object], type[BeideError], str]] = [
    ("empty file", raw(b""), UnreadableFile, "empty"),
    ("text", raw(b"case,activity,time\n"), UnreadableFile, "not Excel"),
    ("old or locked", raw(b"\xd0\xcf\x11\xe0" + bytes(99)), UnreadableFile, "password"),
    ("half a zip", raw(b"PK\x03\x04junk"), UnreadableFile, "damaged"),
    ("cut off", cut, UnreadableFile, "cut off"),
    ("zip of something else", without("xl/workbook.xml"), UnreadableFile, "damaged"),
    ("sheet not there", without("xl/worksheets/sheet1.xml"), UnreadableFile, "damaged"),
    ("place outside the file", lost, UnreadableFile, "damaged"),
    ("bomb", bomb, UnreadableFile, "too large"),
    ("stray cell", table(change=stray), UnreadableFile, "1048576 rows by 16384 columns"),
    ("crossed xml", xml("</row>", "</rov>"), UnreadableFile, "damaged"),
    ("entity", xml("<worksheet", ENTITY), UnreadableFile, "damaged"),
    ("row that is no number", xml('<row r="2"', '<row r="b"'), UnreadableFile, "damaged"),
    ("empty sheet", only(), UnreadableFile, "sheet is empty"),
    ("header only", only(HEAD), TooLittleData, "no event"),
    ("column absent", only(["case", "step", "time"]), MissingColumn, "activity"),
    ("column twice", only([*HEAD, "time"]), DuplicateColumn, "2 columns"),
    ("error cell", table(["b", "#N/A", "2024-01-31"]), WrongValue, "row 3, column 'activity'"),
    ("error shown", table(["b", "#REF!", "2024-01-31"]), WrongValue, "'#REF!'"),
    ("no outcome", table(["=A2", "two", "2024-01-31"]), WrongValue, "row 3, column 'case'"),
    (
        "merged",
        table(["b", "two", "2024-01-31"], change=lambda page: page.merge_cells("A2:A3")),
        UnreadableFile,
        "row 2, column 'case', cells are merged (A2:A3)",
    ),
    (
        "merged header",
        table(change=lambda page: page.merge_cells("C1:D1")),
        UnreadableFile,
        "row 1, column 'time', cells are merged (C1:D1)",
    ),
    ("no case", table([], ["", "two", "2024-01-31"]), MissingValue, "row 4: column 'case'"),
    ("question mark", table(["?", "two", "2024-01-31"]), MissingValue, "row 3: column 'case'"),
    ("number as time", table(["b", "two", 45322.5]), WrongValue, "row 3, column 'time': '45322.5'"),
    ("no such day", table(["b", "two", "2024-02-30"]), WrongValue, "2024-02-30"),
    ("open dates", only(HEAD, ["a", "b", "01/02/2024"]), OpenDates, "day first"),
]


@pytest.mark.parametrize(
    ("make", "error", "says"), [each[1:] for each in BROKEN], ids=[each[0] for each in BROKEN]
)
def test_is_told(
    make: Callable[[Path], object], error: type[BeideError], says: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.xlsx"
    make(path)
    with pytest.raises(error) as raised:
        log.read(path, into=tmp_path / "made.log", columns=PLAIN)
    assert type(raised.value) is error
    assert says in raised.value.in_language("en")
    assert "x.xlsx" in raised.value.in_language("nl")
    assert raised.value.in_language("nl") != raised.value.in_language("en")
    assert [each.name for each in tmp_path.iterdir()] == ["x.xlsx"]


def test_a_sheet_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="'Orders'"):
        log.read(write_xlsx(tmp_path / "x.xlsx", GOOD), columns=PLAIN, sheet="orders")


def test_without_columns_the_error_names_them(tmp_path: Path) -> None:
    with pytest.raises(ColumnsNeeded, match="case, activity, time"):
        log.read(write_xlsx(tmp_path / "x.xlsx", GOOD))


def test_a_sheet_without_a_name_is_read_all_the_same(tmp_path: Path) -> None:
    nameless(tmp_path / "x.xlsx")
    assert log.read(tmp_path / "x.xlsx", columns=PLAIN).about.sheet == ""
