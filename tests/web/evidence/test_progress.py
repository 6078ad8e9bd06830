"""Following how a log is read: waiting, running, stopped, lost, and again."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from beide.web.evidence import actions, tasks
from beide.web.evidence.models import EventLog
from beide.web.jobs.models import SILENCE, Job
from tests.web.evidence.logs import consent, csv_file, files_under
from tests.web.people import World

Post = Callable[..., Any]
CHOSEN = {"case": "Ordernummer", "activity": "Stap", "time": "Tijdstip"}


@pytest.fixture
def waiting(world: World, anna: Client, posted: Post) -> EventLog:
    """A log whose reading was asked for, and not begun."""
    consent(world.noord)
    posted(anna, "/o/noord/evidence/new/", {"name": "A", "purpose": "B", "file": csv_file()})
    log = EventLog.objects.get()
    anna.post(f"/o/noord/evidence/{log.pk}/columns/", CHOSEN)
    log.refresh_from_db()
    return log


def work(log: EventLog) -> None:
    assert log.job_id
    tasks.read_log.call(log.job_id, log.pk)
    log.refresh_from_db()


def test_waiting_is_shown_and_refreshes_without_a_script(waiting: EventLog, anna: Client) -> None:
    page = anna.get(f"/o/noord/evidence/{waiting.pk}/progress/").content.decode()
    assert "It is waiting for its turn." in page
    assert '<meta http-equiv="refresh" content="3">' in page.split("<noscript>")[1]
    assert 'hx-trigger="every 1s"' in page


def test_the_fragment_goes_on_when_it_is_done(waiting: EventLog, anna: Client) -> None:
    address = f"/o/noord/evidence/{waiting.pk}/progress/"
    part = anna.get(address, headers={"hx-request": "true"}).content.decode()
    assert "<progress" in part
    assert "<html" not in part
    work(waiting)
    answer = anna.get(address, headers={"hx-request": "true"})
    assert answer["HX-Redirect"] == f"/o/noord/evidence/{waiting.pk}/"


def test_stop_keeps_the_file_and_the_choices(
    waiting: EventLog, anna: Client, posted: Post, home: Path
) -> None:
    answer = posted(anna, f"/o/noord/evidence/{waiting.pk}/cancel/")
    work(waiting)
    assert waiting.state == EventLog.State.UPLOADED
    assert not list(files_under(home / "logs"))
    assert len(list(files_under(home / "files"))) == 1
    page = anna.get(answer["Location"]).content.decode()
    assert "Reading is stopped." in page
    assert '<option value="Tijdstip" selected>' in page


def test_handed_out_twice_is_done_once(waiting: EventLog) -> None:
    work(waiting)
    folder = waiting.folder
    work(waiting)
    assert waiting.folder == folder
    assert waiting.is_ready


def test_a_lost_worker_is_told_and_can_be_tried_again(
    waiting: EventLog, anna: Client, posted: Post
) -> None:
    long_ago = timezone.now() - SILENCE - timedelta(minutes=1)
    lost = waiting.job_id
    assert lost
    Job.objects.filter(pk=lost).update(state=Job.State.RUNNING, heard=long_ago)
    assert "needs attention" in anna.get("/o/noord/evidence/").content.decode()
    progress = anna.get(f"/o/noord/evidence/{waiting.pk}/progress/")
    page = anna.get(progress["Location"]).content.decode()
    assert "This work stopped halfway" in page
    posted(anna, progress["Location"], CHOSEN)
    waiting.refresh_from_db()
    assert waiting.is_ready
    assert waiting.job_id != lost
    tasks.read_log.call(lost, waiting.pk)
    waiting.refresh_from_db()
    assert waiting.is_ready


def test_asking_again_makes_the_first_reading_worthless(waiting: EventLog) -> None:
    first = waiting.job_id
    actions.read_log(log=waiting, columns=waiting.columns)
    assert first
    tasks.read_log.call(first, waiting.pk)
    waiting.refresh_from_db()
    assert waiting.state == EventLog.State.READING
    work(waiting)
    assert waiting.is_ready


def test_an_unexpected_failure(
    waiting: EventLog, anna: Client, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("beide.log.read", fail)
    work(waiting)
    assert waiting.state == EventLog.State.FAILED
    page = anna.get(f"/o/noord/evidence/{waiting.pk}/columns/").content.decode()
    assert "give number" in page
    assert not list(files_under(home / "logs"))


def test_read_a_second_time_replaces_the_first(waiting: EventLog, home: Path) -> None:
    work(waiting)
    assert len(list((home / "logs").glob("*/*"))) == 1
