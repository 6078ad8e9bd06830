"""What is read from an Excel sheet, and that hidden things count."""

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from beide import log
from beide.log.readers.xlsx import text_of
from tests.unit.log.data import PLAIN, rows
from tests.unit.log.workbook import with_sheet_xml, write_xlsx

MOMENT = datetime.fromisoformat("2024-01-31 10:30")
LATER = datetime.fromisoformat("2024-02-01 09:00")
OUTCOME = '<c r="B4" t="str"><f>B2</f><v>three</v>'
TABLE: list[list[object]] = [
    ["case", "activity", "time", "cost"],
    [1001, "one", MOMENT, 3.5],
    [1001, "two", LATER, 12],
]


def activities(found: log.Log) -> list[str]:
    return [row["name"] for row in rows(found, "activities")]


def test_dates_are_dates_and_numbers_are_numbers(tmp_path: Path) -> None:
    columns = log.Columns(case="case", activity="activity", time="time", attributes=("cost",))
    found = log.read(write_xlsx(tmp_path / "t.xlsx", TABLE), columns=columns)
    assert [row["time"] for row in rows(found, "events")] == [MOMENT, LATER]
    assert [row["cost"] for row in rows(found, "events")] == [3.5, 12.0]
    assert (found.about.kind, found.about.sheet, found.about.cases) == ("xlsx", "Orders", 1)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1001.0, "1001"),
        (0.25, "0.25"),
        (True, "true"),
        (date(2024, 1, 31), "2024-01-31"),
        (datetime.fromisoformat("2024-01-31 10:00:00.500"), "2024-01-31 10:00:00.500000"),
        (time(9, 5), "09:05:00"),
        (timedelta(hours=30, seconds=5), "30:00:05"),
        (" as it is ", " as it is "),
        ("?", None),
        ("", None),
    ],
)
def test_a_cell_becomes_the_text_a_csv_would_hold(value: Any, text: str | None) -> None:
    assert text_of(value) == text


def test_hidden_rows_and_columns_are_read(tmp_path: Path) -> None:
    def hide(page: Any) -> None:
        page.row_dimensions[3].hidden = True
        page.column_dimensions["B"].hidden = True

    path = write_xlsx(tmp_path / "t.xlsx", TABLE, change=hide)
    assert activities(log.read(path, columns=PLAIN)) == ["one", "two"]


def test_the_table_may_stand_anywhere_on_the_sheet(tmp_path: Path) -> None:
    shifted = [[], [], *([None, None, *row] for row in TABLE[:2]), [], [None, None, *TABLE[2]]]
    path = write_xlsx(tmp_path / "t.xlsx", shifted)
    assert activities(log.read(path, columns=PLAIN)) == ["one", "two"]


def two_sheets(path: Path, *, hidden: bool) -> Path:
    book = Workbook()
    for name, step in (("Old & new", "one"), ("Second", "two")):
        page = book.create_sheet(name)
        for row in (TABLE[0], [1, step, MOMENT, 1]):
            page.append(row)
    del book["Sheet"]
    book["Old & new"].sheet_state = "hidden" if hidden else "visible"
    book.save(path)
    return path


@pytest.mark.parametrize(("hidden", "step"), [(False, "one"), (True, "two")])
def test_the_first_sheet_that_people_see_is_read(hidden: bool, step: str, tmp_path: Path) -> None:
    path = two_sheets(tmp_path / "t.xlsx", hidden=hidden)
    assert activities(log.read(path, columns=PLAIN)) == [step]


@pytest.mark.parametrize(("sheet", "step"), [("Old & new", "one"), ("Second", "two")])
def test_a_sheet_can_be_named(sheet: str, step: str, tmp_path: Path) -> None:
    path = two_sheets(tmp_path / "t.xlsx", hidden=True)
    found = log.read(path, columns=PLAIN, sheet=sheet)
    assert (activities(found), found.about.sheet) == ([step], sheet)


def test_a_formula_gives_its_outcome(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "t.xlsx", [*TABLE, [1002, "=B2", MOMENT, 1]])
    with_sheet_xml(path, lambda xml: xml.replace('<c r="B4"><f>B2</f><v />', OUTCOME))
    assert activities(log.read(path, columns=PLAIN)) == ["one", "two", "three"]


def test_what_is_wrong_in_an_unused_column_does_no_harm(tmp_path: Path) -> None:
    table = [[*TABLE[0], "note"], [*TABLE[1], "#N/A"], [*TABLE[2], "=1/0"]]
    path = write_xlsx(tmp_path / "t.xlsx", table, change=lambda page: page.merge_cells("E2:E3"))
    assert activities(log.read(path, columns=PLAIN)) == ["one", "two"]


def test_cells_that_do_not_say_where_they_stand(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "t.xlsx", TABLE)
    with_sheet_xml(path, lambda xml: re.sub(r'<(c|row) r="\w+"', r"<\1", xml))
    assert activities(log.read(path, columns=PLAIN)) == ["one", "two"]
