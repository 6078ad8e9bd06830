"""The process map: on the page, by keyboard and table, for some cases, and to take away."""

import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from beide.web.evidence.models import Analysis, EventLog
from tests.web.conftest import As
from tests.web.evidence.logs import orders, ready_log, routes
from tests.web.people import World


@pytest.fixture
def log(world: World, tmp_path: Path) -> EventLog:
    return ready_log(world.noord, tmp_path, routes())


@pytest.fixture
def address(log: EventLog) -> str:
    return f"/o/noord/evidence/{log.pk}/map/"


def text(client: Client, address: str, **named: object) -> str:
    return client.get(address, **named).content.decode()  # type: ignore[arg-type]


def test_shows_the_steps_and_on_what_it_rests(address: str, anna: Client) -> None:
    page = text(anna, address)
    assert page.count("<h1>") == 1
    assert "Aanvraag: " in page
    assert re.search(r"paths?[^<]*On 100 cases\.", page)
    assert '<th scope="row">Aanvraag</th>' in page


def test_the_log_leads_to_it(log: EventLog, anna: Client, address: str) -> None:
    assert f'href="{address}"' in text(anna, f"/o/noord/evidence/{log.pk}/")


def test_every_box_leads_to_its_row(address: str, anna: Client) -> None:
    page = text(anna, address)
    leads = re.findall(r'<a href="#(step-\w+)"', page)
    assert leads
    assert all(f'<tr id="{lead}">' in page for lead in leads)


def test_works_without_a_script_as_a_form(address: str, anna: Client) -> None:
    page = text(anna, address, data={"detail": "1", "zoom": "150"})
    assert '<form class="map-page mode--hierarchy"' in page
    assert re.search(r'type="range"[^>]*id="detail"[^>]*name="detail"', page)
    assert re.search(r'name="zoom"\s+value="200"', page)
    width = re.search(r'viewBox="0 0 (\d+) \d+"[^>]*width="(\d+)"', page)
    assert width
    assert int(width[2]) == pytest.approx(int(width[1]) * 1.5, abs=2)


def test_htmx_gets_the_map_only(address: str, anna: Client) -> None:
    part = text(anna, address, headers={"hx-request": "true", "hx-target": "map"})
    assert '<div class="map" id="map">' in part
    assert "<html" not in part


def test_times_on_the_arrows(address: str, anna: Client) -> None:
    page = text(anna, address, data={"measure": "time"})
    assert "1 day</tspan>" in page
    assert "from the end of one step to the end of the next" in page


def test_work_passing_between_roles(address: str, anna: Client) -> None:
    page = text(anna, address, data={"view": "roles"})
    assert '<th scope="row">Planning</th>' in page
    assert "before the next role" not in page
    times = text(anna, address, data={"view": "roles", "measure": "time"})
    assert "before the next role takes it up" in times


def test_roles_when_there_is_one_only(world: World, tmp_path: Path, anna: Client) -> None:
    log = ready_log(world.noord, tmp_path, orders(late=0))
    page = text(anna, f"/o/noord/evidence/{log.pk}/map/", data={"view": "roles"})
    assert "There is no path that may be shown." in page


def test_some_cases_only(address: str, anna: Client) -> None:
    page = text(anna, address, data={"since": "2026-09-07", "until": "2026-09-13"})
    assert "On 70 cases." in page
    assert "<details" in page
    assert " open>" in page


def test_too_few_cases_are_not_shown(address: str, anna: Client) -> None:
    page = text(anna, address, data={"since": "2020-01-01", "until": "2020-02-01"})
    assert "fewer than 5 cases fit the question" in page
    assert "map__drawing" not in page


def test_a_period_that_ends_before_it_begins(address: str, anna: Client) -> None:
    page = text(anna, address, data={"since": "2026-09-13", "until": "2026-09-07"})
    assert "This is before the first day. Choose a later day." in page
    assert 'value="2026-09-07"' in page


def test_a_small_path_is_hidden_and_cannot_be_worked_out(address: str, anna: Client) -> None:
    page = text(anna, address, data={"detail": "99"})
    assert "Zeldzaam" not in page
    assert "rounded to multiples of 5" in page
    assert all(int(count) % 5 == 0 for count in re.findall(r'number">(\d+)</td>', page))


def test_as_a_picture(log: EventLog, anna: Client) -> None:
    answer = anna.get(f"/o/noord/evidence/{log.pk}/map.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer["Content-Disposition"] == 'attachment; filename="orders-2026.svg"'
    drawing = ET.fromstring(answer.content)
    assert "100 cases" in drawing.findtext("{http://www.w3.org/2000/svg}title", "")


def test_as_a_table(log: EventLog, anna: Client) -> None:
    told = anna.get(f"/o/noord/evidence/{log.pk}/map.csv").content.decode("utf-8-sig")
    assert "Comes from,Goes to,Times,Cases,Half within (seconds)" in told
    assert "begin,Aanvraag,100,100," in told
    book = openpyxl.load_workbook(
        io.BytesIO(anna.get(f"/o/noord/evidence/{log.pk}/map.xlsx").content)
    )
    rows = [tuple(cell.value for cell in row) for row in book.active.iter_rows()]
    assert ("begin", "Aanvraag", 100, 100, None) in rows


def test_a_step_that_is_a_formula_never_runs(world: World, tmp_path: Path, anna: Client) -> None:
    evil = routes().replace("Aanvraag", "=HYPERLINK(1)")
    log = ready_log(world.noord, tmp_path, evil)
    told = anna.get(f"/o/noord/evidence/{log.pk}/map.csv").content.decode("utf-8-sig")
    assert "'=HYPERLINK(1)" in told
    assert ",=HYPER" not in told
    book = openpyxl.load_workbook(
        io.BytesIO(anna.get(f"/o/noord/evidence/{log.pk}/map.xlsx").content)
    )
    kinds = {cell.data_type for row in book.active.iter_rows() for cell in row}
    assert "f" not in kinds


def test_names_cannot_break_out_of_the_drawing(world: World, tmp_path: Path, anna: Client) -> None:
    log = ready_log(world.noord, tmp_path, routes().replace("Aanvraag", "<script>x</script>"))
    assert "<script>x" not in text(anna, f"/o/noord/evidence/{log.pk}/map/")


def test_it_is_recorded_for_the_council_once(address: str, anna: Client) -> None:
    anna.get(address)
    anna.get(address)
    assert Analysis.objects.filter(kind=Analysis.Kind.MAP).count() == 1


def test_few_queries(
    address: str, anna: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    anna.get(address)
    with django_assert_max_num_queries(15):
        anna.get(address)


def test_dutch(address: str, world: World, signed_in: As) -> None:
    page = text(signed_in(world.mia, language="nl"), address)
    assert "Zo gaat het werk echt" in page
    assert "de hoofdweg" in page


def test_closed_without_consent(log: EventLog, anna: Client, address: str) -> None:
    EventLog.objects.update(generated=False)
    for ending in ("map/", "map.svg", "map.csv", "map.xlsx"):
        answer = anna.get(f"/o/noord/evidence/{log.pk}/{ending}")
        assert answer["Location"] in {f"/o/noord/evidence/{log.pk}/", address}
    assert anna.get(address)["Location"] == f"/o/noord/evidence/{log.pk}/"
