"""No event data opens until consent is recorded; withdrawing it closes everything again."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from beide.web.evidence import access, tasks
from beide.web.evidence.models import Consent, EventLog
from tests.web.conftest import As
from tests.web.evidence.logs import a_promise, consent, csv_file, ready_log
from tests.web.people import World

Post = Callable[..., Any]
GIVEN = {"by": "works_council", "on": "2026-01-12", "scope": "Orders", "purpose": "To learn"}


@pytest.fixture
def real(world: World, tmp_path: Path) -> EventLog:
    return ready_log(world.noord, tmp_path, generated=False)


def test_record(world: World, anna: Client, posted: Post) -> None:
    answer = posted(anna, "/o/noord/evidence/consent/", GIVEN)
    assert answer["Location"] == "/o/noord/evidence/"
    assert access.consent_of(world.noord) == Consent.objects.get()
    page = anna.get("/o/noord/evidence/").content.decode()
    assert "12 January 2026" in page


def test_a_day_to_come_is_refused(anna: Client, posted: Post) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    answer = posted(anna, "/o/noord/evidence/consent/", {**GIVEN, "on": tomorrow.isoformat()})
    assert "is still to come" in answer.content.decode()
    assert "Orders</textarea>" in answer.content.decode()
    assert not Consent.objects.exists()


@pytest.mark.parametrize("missing", list(GIVEN))
def test_every_answer_is_needed(anna: Client, posted: Post, missing: str) -> None:
    answer = posted(anna, "/o/noord/evidence/consent/", {**GIVEN, missing: ""})
    assert answer.status_code == 200
    assert not Consent.objects.exists()


def test_real_data_is_closed_without(real: EventLog, world: World, signed_in: As) -> None:
    promise = a_promise(real)
    for person in (world.anna, world.mia):
        browser = signed_in(person)
        for address in (f"{real.pk}/", f"promise/{promise.pk}/"):
            page = browser.get(f"/o/noord/evidence/{address}").content.decode()
            assert "is closed" in page
            assert "160" not in page
        overview = browser.get("/o/noord/evidence/").content.decode()
        assert "Closed: there is no consent." in overview
        assert "160" not in overview
        weeks = browser.get(f"/o/noord/evidence/promise/{promise.pk}/weeks.csv")
        assert weeks.status_code == 302
    assert access.main_promise(world.noord) is None


def test_real_data_opens_with(real: EventLog, world: World, anna: Client) -> None:
    promise = a_promise(real)
    consent(world.noord)
    assert "160 cases" in anna.get(f"/o/noord/evidence/{real.pk}/").content.decode()
    assert access.main_promise(world.noord) == promise


def test_withdraw_closes_and_undo_opens(
    real: EventLog, world: World, anna: Client, posted: Post
) -> None:
    given = consent(world.noord)
    answer = posted(anna, f"/o/noord/evidence/consent/{given.pk}/withdraw/")
    page = anna.get(answer["Location"]).content.decode()
    assert "The consent is withdrawn. Event data is closed." in page
    assert f"/o/noord/evidence/consent/{given.pk}/restore/" in page
    assert "is closed" in anna.get(f"/o/noord/evidence/{real.pk}/").content.decode()
    posted(anna, f"/o/noord/evidence/consent/{given.pk}/restore/")
    assert "160 cases" in anna.get(f"/o/noord/evidence/{real.pk}/").content.decode()


def test_withdrawing_stops_what_is_being_done(
    real: EventLog, world: World, anna: Client, posted: Post
) -> None:
    given = consent(world.noord)
    promise = a_promise(real)
    before = promise.computed
    anna.post(f"/o/noord/evidence/promise/{promise.pk}/again/")
    anna.post("/o/noord/evidence/new/", {"name": "A", "purpose": "B", "file": csv_file()})
    reading = EventLog.objects.get(name="A")
    chosen = {"case": "Ordernummer", "activity": "Stap", "time": "Tijdstip"}
    anna.post(f"/o/noord/evidence/{reading.pk}/columns/", chosen)
    posted(anna, f"/o/noord/evidence/consent/{given.pk}/withdraw/")
    reading.refresh_from_db()
    promise.refresh_from_db()
    assert reading.job_id
    tasks.read_log.call(reading.job_id, reading.pk)
    assert promise.job_id
    tasks.compute_promise.call(promise.job_id, promise.pk)
    reading.refresh_from_db()
    promise.refresh_from_db()
    assert reading.state == EventLog.State.UPLOADED
    assert promise.computed == before
    change = f"/o/noord/evidence/promise/{promise.pk}/change/"
    assert posted(anna, change, {"name": "x"}).status_code == 302


def test_consent_of_another_organisation_opens_nothing(real: EventLog, world: World) -> None:
    consent(world.zuid)
    assert not access.is_open(organisation=world.noord, generated=False)


def test_real_data_cannot_be_added_without(world: World, anna: Client, posted: Post) -> None:
    data = {"name": "Orders", "purpose": "To learn", "file": csv_file()}
    answer = posted(anna, "/o/noord/evidence/new/", data)
    assert "needs consent first" in answer.content.decode()
    assert not EventLog.objects.exists()
    posted(anna, "/o/noord/evidence/new/", {**data, "file": csv_file(), "generated": "on"})
    assert EventLog.objects.get().generated


def test_generated_is_open_and_says_so(log: EventLog, world: World, signed_in: As) -> None:
    page = signed_in(world.mia).get(f"/o/noord/evidence/{log.pk}/").content.decode()
    assert "160 cases" in page
    assert "generated" in page


def test_the_demo_organisation_needs_none(real: EventLog, world: World, anna: Client) -> None:
    world.noord.demo = True
    world.noord.save()
    assert "160 cases" in anna.get(f"/o/noord/evidence/{real.pk}/").content.decode()


def test_only_an_administrator_records(world: World, signed_in: As, posted: Post) -> None:
    for person in (world.lex, world.mia, world.cora):
        assert posted(signed_in(person), "/o/noord/evidence/consent/", GIVEN).status_code == 403
    given = consent(world.zuid)
    address = f"/o/noord/evidence/consent/{given.pk}/withdraw/"
    assert posted(signed_in(world.anna), address).status_code == 404
