"""Answers are kept: at once for a small log, in the background for a large one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from beide.web.evidence import actions
from beide.web.evidence.models import Answer, EventLog
from beide.web.jobs.models import Job
from tests.web.evidence.logs import files_under

Post = Callable[..., Any]


@pytest.fixture
def large(log: EventLog, monkeypatch: pytest.MonkeyPatch) -> EventLog:
    monkeypatch.setattr(actions, "SMALL", 10)
    return log


def address(log: EventLog) -> str:
    return f"/o/noord/evidence/{log.pk}/map/"


def test_a_large_log_is_asked_in_the_background(large: EventLog, anna: Client) -> None:
    page = anna.get(address(large)).content.decode()
    assert "It is waiting for its turn." in page
    assert '<meta http-equiv="refresh" content="3">' in page
    answer = Answer.objects.get()
    assert answer.computed is None


def test_it_is_followed_until_it_is_there(
    large: EventLog, anna: Client, django_capture_on_commit_callbacks: Any
) -> None:
    follow = {"hx-request": "true", "hx-target": "job"}
    with django_capture_on_commit_callbacks() as asked:
        anna.get(address(large))
    assert "<progress" in anna.get(address(large), headers=follow).content.decode()
    for ask in asked:
        ask()
    assert anna.get(address(large), headers=follow)["HX-Refresh"] == "true"
    assert "On 160 cases." in anna.get(address(large)).content.decode()
    assert Job.objects.count() == 1


def test_cases_are_followed_too(
    large: EventLog, anna: Client, django_capture_on_commit_callbacks: Any
) -> None:
    where = f"/o/noord/evidence/{large.pk}/cases/"
    with django_capture_on_commit_callbacks(execute=True):
        page = anna.get(where).content.decode()
    assert "<progress" in page
    follow = {"hx-request": "true", "hx-target": "job"}
    assert anna.get(where, headers=follow)["HX-Refresh"] == "true"
    assert "160 cases" in anna.get(where).content.decode()


def test_the_same_question_is_computed_once(log: EventLog, anna: Client) -> None:
    anna.get(address(log))
    first = Answer.objects.get()
    anna.get(address(log), {"detail": "2", "measure": "time", "zoom": "75"})
    again = Answer.objects.get()
    assert (again.pk, again.computed) == (first.pk, first.computed)


def test_another_reading_is_asked_anew(log: EventLog, anna: Client, home: Path) -> None:
    anna.get(f"/o/noord/evidence/{log.pk}/cases/")
    old = log.path
    old.rename(old.with_name("other.log"))
    EventLog.objects.update(folder=f"{log.organisation_id}/other.log")
    anna.get(address(log))
    assert {answer.folder for answer in Answer.objects.all()} == {
        f"{log.organisation_id}/other.log"
    }


def test_only_so_many_are_kept(
    log: EventLog, anna: Client, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setattr(actions, "SHELF", 3)
    for day in range(1, 7):
        anna.get(f"/o/noord/evidence/{log.pk}/cases/", {"until": f"2026-10-0{day}"})
    assert Answer.objects.count() == 3
    assert len([path for path in files_under(home) if path.parent.name == "answers"]) <= 3


def test_a_list_that_was_lost_is_made_again(log: EventLog, anna: Client) -> None:
    where = f"/o/noord/evidence/{log.pk}/cases/"
    anna.get(where)
    Answer.objects.get(kind=Answer.Kind.CASES).path.unlink()
    assert "160 cases" in anna.get(where).content.decode()


def test_a_failure_is_told_and_asked_again(
    log: EventLog,
    anna: Client,
    monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: Any,
) -> None:
    monkeypatch.setattr(actions, "SMALL", 10)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr("beide.log.directly_follows", fail)
        with django_capture_on_commit_callbacks(execute=True):
            anna.get(address(log))
        assert "give number" in anna.get(address(log)).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        anna.get(address(log))
    assert "On 160 cases." in anna.get(address(log)).content.decode()
