"""The list of cases: by week and code, kept or not, its steps by week, and to take away."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from django.http import HttpResponseBase, StreamingHttpResponse
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from beide.web.evidence.models import EventLog
from tests.web.conftest import As
from tests.web.evidence.logs import a_promise, by_region, orders, ready_log
from tests.web.people import World


@pytest.fixture
def address(log: EventLog) -> str:
    a_promise(log)
    return f"/o/noord/evidence/{log.pk}/cases/"


def text(client: Client, address: str, **named: object) -> str:
    return client.get(address, **named).content.decode()  # type: ignore[arg-type]


def test_each_case_by_week_and_code(address: str, anna: Client) -> None:
    page = text(anna, address)
    assert "160 cases, of which 1 to 50 are on this page." in page
    assert len(set(re.findall(r"<code>([0-9a-f]{8})</code>", page))) == 50
    assert not re.search(r"<code>\d-\d+</code>", page)
    assert re.search(r"<td>\d+ (September|October) 2026</td>", page)
    assert "Planning" not in page


def test_which_did_not_keep_the_promise(address: str, anna: Client) -> None:
    late = text(anna, address, data={"state": "late"})
    assert "8 cases, of which 1 to 8" in late
    assert "<td>kept</td>" not in late
    assert "152 cases" in text(anna, address, data={"state": "kept"})


def test_a_period_and_a_step(address: str, anna: Client) -> None:
    week = {"since": "2026-09-07", "until": "2026-09-13"}
    assert "20 cases, of which" in text(anna, address, data=week)
    assert "160 cases, of which" in text(anna, address, data={"activity": "Geleverd"})


def test_too_few_cases_are_not_listed(address: str, anna: Client) -> None:
    page = text(anna, address, data={"since": "2020-01-01", "until": "2020-01-02"})
    assert "fewer than 5 cases fit what you look for" in page
    assert "<code>" not in page


def test_all_but_a_few_would_give_those_away(world: World, tmp_path: Path, anna: Client) -> None:
    log = ready_log(world.noord, tmp_path, orders(weeks=4, late=1))
    a_promise(log)
    page = text(anna, f"/o/noord/evidence/{log.pk}/cases/", data={"state": "kept"})
    assert "those could be worked out" in page
    assert "<code>" not in page


def test_a_week_with_few_cases_is_not_told(world: World, tmp_path: Path, anna: Client) -> None:
    log = ready_log(world.noord, tmp_path, orders(late=0, few_in_week=3))
    page = text(anna, f"/o/noord/evidence/{log.pk}/cases/")
    told = page + text(anna, f"/o/noord/evidence/{log.pk}/cases/", data={"page": "2"})
    assert "28 September 2026" not in told
    assert "a week with few cases" in told


def test_pages_keep_what_was_asked(address: str, anna: Client) -> None:
    page = text(anna, address, data={"state": "kept", "page": "2"})
    assert "51 to 100" in page
    assert "state=kept&amp;page=3" in page


def test_the_steps_of_one_case(address: str, anna: Client) -> None:
    page = text(anna, address)
    code = re.findall(r"<code>([0-9a-f]{8})</code>", page)[0]
    one = text(anna, f"{address}{code}/")
    assert f"Case {code}" in one
    assert one.index("Aanvraag") < one.index("Geleverd")
    assert not re.search(r"\d\d:\d\d", one.split("<main")[1].split("</main")[0])
    assert anna.get(f"{address}ffffffff/").status_code == 404


def test_to_take_away(log: EventLog, address: str, anna: Client) -> None:
    base = f"/o/noord/evidence/{log.pk}/cases"
    told = anna.get(f"{base}.csv?state=late").content.decode("utf-8-sig").splitlines()
    assert told[2] == "Case,Began in the week of,Lead time (seconds),Promise,Steps"
    assert len(told) == 3 + 8
    book = openpyxl.load_workbook(io.BytesIO(anna.get(f"{base}.xlsx?state=late").content))
    rows = [tuple(cell.value for cell in row) for row in book.active.iter_rows()]
    assert rows[-1][2] == 4 * 24 * 3600
    assert rows[-1][3] == "not kept"


def test_without_a_promise_there_is_a_list_too(log: EventLog, anna: Client) -> None:
    page = text(anna, f"/o/noord/evidence/{log.pk}/cases/")
    assert "160 cases" in page
    assert 'name="state"' not in page


def test_few_queries(
    address: str, anna: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    anna.get(address)
    with django_assert_max_num_queries(15):
        anna.get(address)


def test_dutch(address: str, world: World, signed_in: As) -> None:
    page = text(signed_in(world.mia, language="nl"), address)
    assert "Casussen, zonder namen" in page
    assert "gehaald" in page


def test_closed_without_consent(log: EventLog, address: str, anna: Client) -> None:
    EventLog.objects.update(generated=False)
    for ending in ("cases/", "cases.csv", "cases.xlsx", "cases/ffffffff/"):
        answer = anna.get(f"/o/noord/evidence/{log.pk}/{ending}")
        assert answer.status_code == 302


@pytest.fixture
def regions(world: World, tmp_path: Path) -> EventLog:
    """Orders of which 120 are of the north, 38 of the south and 2 of elsewhere."""
    text = by_region(orders(late=0))
    return ready_log(world.noord, tmp_path, text, attributes=("Regio",))


def test_by_what_an_attribute_holds(regions: EventLog, anna: Client) -> None:
    address = f"/o/noord/evidence/{regions.pk}/cases/"
    page = text(anna, address)
    assert '<option value="Regio=Noord">Noord</option>' in page
    assert "Elders" not in page
    assert "120 cases, of which" in text(anna, address, data={"having": "Regio=Noord"})
    assert "38 cases, of which" in text(anna, address, data={"having": "Regio=Zuid"})


def test_a_rare_value_is_not_listed(regions: EventLog, anna: Client) -> None:
    address = f"/o/noord/evidence/{regions.pk}/cases/"
    page = text(anna, address, data={"having": "Regio=Elders"})
    assert "fewer than 5 cases fit what you look for" in page
    wrong = text(anna, address, data={"having": "Nergens=Elders"})
    assert "<code>" not in wrong


def test_a_long_list_is_sent_while_it_is_read(
    log: EventLog, address: str, anna: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = f"/o/noord/evidence/{log.pk}/cases"
    at_once = {ending: anna.get(f"{base}.{ending}").content for ending in ("csv", "xlsx")}
    monkeypatch.setattr("beide.web.evidence.views.cases.MANY", 100)
    monkeypatch.setattr("beide.web.evidence.sheets.A_PIECE", 30)
    answer: HttpResponseBase = anna.get(f"{base}.csv")
    assert isinstance(answer, StreamingHttpResponse)
    pieces = list(answer)
    assert len(pieces) > 5
    assert b"".join(pieces) == at_once["csv"]
    book: HttpResponseBase = anna.get(f"{base}.xlsx")
    assert isinstance(book, StreamingHttpResponse)
    assert cells(b"".join(book)) == cells(at_once["xlsx"])


def cells(book: bytes) -> list[tuple[object, ...]]:
    page = openpyxl.load_workbook(io.BytesIO(book)).active
    return [tuple(cell.value for cell in row) for row in page.iter_rows()]


def test_more_than_a_workbook_holds(
    log: EventLog, address: str, anna: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("beide.web.evidence.sheets.EXCEL_ROWS", 164)
    assert "cases.xlsx" in text(anna, address)
    monkeypatch.setattr("beide.web.evidence.sheets.EXCEL_ROWS", 163)
    page = text(anna, address)
    assert "Excel takes at most 159 cases." in page
    assert "cases.csv" in page
    assert "cases.xlsx" not in page
    assert anna.get(f"/o/noord/evidence/{log.pk}/cases.xlsx").status_code == 302
