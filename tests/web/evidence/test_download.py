"""The weekly table as CSV: the same weeks, small ones hidden, and no formulas."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from django.test import Client

from beide.web.evidence.models import EventLog
from beide.web.evidence.sheets import safe
from tests.web.conftest import As
from tests.web.evidence.logs import a_promise, orders, ready_log
from tests.web.people import World


def rows(client: Client, pk: int) -> list[list[str]]:
    answer = client.get(f"/o/noord/evidence/promise/{pk}/weeks.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    text = answer.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_every_week(log: EventLog, world: World, signed_in: As) -> None:
    promise = a_promise(log)
    found = rows(signed_in(world.mia), promise.pk)
    assert found[:2] == [["Home in two days"], ["Orders 2026"]]
    assert found[2][:6] == ["Week from", "Cases", "Kept", "Share", "Low", "High"]
    assert found[3][:4] == ["2026-09-07", "20", "19", "0.95"]
    assert len(found) == 11


def test_small_weeks_are_hidden(world: World, tmp_path: Path, anna: Client) -> None:
    promise = a_promise(ready_log(world.noord, tmp_path, orders(few_in_week=3)))
    hidden = [row for row in rows(anna, promise.pk)[2:] if row[1].startswith("hidden")]
    assert len(hidden) == 2
    assert all(set(row[2:]) == {""} for row in hidden)


def test_no_formulas(log: EventLog, anna: Client) -> None:
    promise = a_promise(log)
    promise.name = '=HYPERLINK("http://example.org")'
    promise.save()
    log.name = "@SUM(1)"
    log.save()
    told = rows(anna, promise.pk)
    assert told[:2] == [['\'=HYPERLINK("http://example.org")'], ["'@SUM(1)"]]


def test_as_a_workbook(log: EventLog, anna: Client) -> None:
    promise = a_promise(log)
    answer = anna.get(f"/o/noord/evidence/promise/{promise.pk}/weeks.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    found = [tuple(cell.value for cell in row) for row in book.active.iter_rows()]
    assert found[4][:4] == ("2026-09-07", 20, 19, 0.95)


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1"])
def test_cells_that_begin_like_a_formula(cell: str) -> None:
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["orders", "2 days", "", "a=b"])
def test_other_cells_stay(cell: str) -> None:
    assert safe(cell) == cell
