"""How much room a promise leaves: asking, following, the answer, and why there is none."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from beide.web.evidence.models import Analysis, Promise
from beide.web.jobs.models import Job
from beide.web.room import actions
from beide.web.room.models import Study
from beide.web.room.questions import about_room
from tests.web.conftest import As
from tests.web.evidence.logs import a_promise as computed_promise
from tests.web.evidence.logs import ready_log
from tests.web.people import World
from tests.web.room.made import FOUND, REFUSED, a_promise, post, studied, text, url

WHAT_IF = {
    "refused": False,
    "text": {"nl": "Met 10% meer casussen is 88% op tijd.", "en": "With 10% more cases 88%."},
}


@pytest.fixture(autouse=True)
def logs(tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Logs in a place of their own; most of them are not on disk, so their steps are given."""
    settings.LOGS_ROOT = tmp_path / "logs"
    monkeypatch.setattr("beide.web.evidence.actions.steps_of", lambda *, log: ["Bellen"])


def test_it_begins_with_the_question(world: World, signed_in: As) -> None:
    page = text(signed_in(world.mia).get(url("promise", a_promise(world).pk)))
    assert "How many hours can we set free without breaking the promise?" in page
    assert "Every day, at the end of the day" in page


def test_the_answer_has_hours_range_edge_and_waiting(world: World, signed_in: As) -> None:
    promise = a_promise(world)
    studied(promise, FOUND)
    page = text(signed_in(world.mia).get(url("promise", promise.pk)))
    assert "You can set free 20 hours a week and keep the promise." in page
    assert '<td class="number">12</td> <td class="number">18</td>' in page
    assert "with twice as much" in page
    assert "the promise breaks" in page
    assert "What this leans on most: 10% more cases. Then 88% would be in time." in page
    assert "Mon 9:00-11:00, Tue 9:00-10:00" in page
    assert "Planner: busy 82% of the time, work waits 0.9 hours" in page
    assert "People keep working at the same speed." in page


def test_a_refusal_says_why_and_what_would_help(world: World, signed_in: As) -> None:
    promise = a_promise(world)
    studied(promise, REFUSED)
    page = text(signed_in(world.mia, language="nl").get(url("promise", promise.pk)))
    assert "Beide geeft hier geen getal, en vertelt waarom." in page
    assert "What would help: a log that also tells when work began. (nl)" in page
    assert "<table" not in page


def test_a_broken_promise_has_no_room(world: World, signed_in: As) -> None:
    promise = a_promise(world)
    first = {"nl": "Eerst minder werk.", "en": "This would make space first: less work."}
    broken = {"nl": "Niet gehouden.", "en": "The promise is not kept now."}
    none: dict[str, Any] = {
        **FOUND,
        "hours": 0.0,
        "likely": 0.0,
        "now": {"middle": 0.8, "low": 0.7},
        "sentences": [broken, first],
    }
    studied(promise, none)
    page = text(signed_in(world.mia).get(url("promise", promise.pk)))
    assert "There is no room now." in page
    assert "The promise is not kept now." in page
    assert "This would make space first" in page
    assert "with twice as much" not in page


def test_ways_stand_beside_each_other(world: World, signed_in: As) -> None:
    promise = a_promise(world)
    studied(promise, FOUND)
    studied(promise, {**FOUND, "hours": 8.2}, way="half_day")
    mia = signed_in(world.mia)
    page = text(mia.get(url("promise", promise.pk)))
    assert "You can set free 8 hours a week" in page
    assert "The ways you asked about" in page
    page = text(mia.get(url("promise", promise.pk), {"way": "rota"}))
    assert "You can set free 20 hours a week" in page


def test_another_promise_makes_an_answer_no_answer(world: World, signed_in: As) -> None:
    promise = a_promise(world)
    studied(promise, FOUND)
    Promise.objects.update(share=0.95)
    page = text(signed_in(world.mia).get(url("promise", promise.pk)))
    assert "How many hours can we set free" in page


def test_newer_data_are_said(world: World, signed_in: As) -> None:
    promise = a_promise(world)
    studied(promise, FOUND)
    promise.log.folder = "noord/b.log"
    promise.log.save()
    page = text(signed_in(world.mia).get(url("promise", promise.pk)))
    assert "This was computed on an earlier reading of the data." in page


def test_it_is_followed_and_stopped(world: World, signed_in: As) -> None:
    promise = a_promise(world)
    mia = signed_in(world.mia)
    page = post(mia, "ask", promise.pk, way="rota", teams="one")
    assert "Beide is working on it" in text(page)
    assert "room/promise" in text(mia.get(url("promise", promise.pk), headers={"hx-request": "1"}))
    study = Study.objects.get()
    assert "Stopped. Nothing was kept." in text(post(mia, "stop", study.pk))
    assert Job.objects.get().state == Job.State.CANCELLED
    post(mia, "ask", promise.pk, way="rota", teams="one")
    assert Study.objects.get().is_awaited


def test_the_same_question_is_computed_once(world: World) -> None:
    promise = a_promise(world)
    asked = about_room(promise, way="rota")
    actions.ask(promise=promise, asked=asked)
    actions.ask(promise=promise, asked=asked)
    assert Job.objects.count() == 1


def test_what_if_is_told_in_a_sentence(world: World, signed_in: As) -> None:
    promise = a_promise(world)
    mia = signed_in(world.mia)
    post(mia, "ask", promise.pk, **{"if-arrivals": "10"})
    study = Study.objects.get()
    assert study.asked["changes"] == [{"kind": "arrivals", "factor": 1.1}]
    Study.objects.update(found=WHAT_IF, computed=study.made)
    assert "With 10% more cases 88%." in text(mia.get(url("promise", promise.pk)))


def test_what_if_nothing_changes_is_no_question(world: World, signed_in: As) -> None:
    page = signed_in(world.mia).post(url("ask", a_promise(world).pk), {"if-arrivals": ""})
    assert page.status_code == 422
    assert "Choose at least one thing that would change." in text(page)
    assert not Study.objects.exists()


def test_a_promise_of_another_kind_cannot_be_asked(world: World, signed_in: As) -> None:
    promise = a_promise(world, condition="rating >= 8")
    mia = signed_in(world.mia)
    assert "Room is computed for a promise about how long" in text(
        mia.get(url("promise", promise.pk))
    )
    post(mia, "ask", promise.pk, way="rota", teams="one")
    assert not Study.objects.exists()


def test_without_consent_it_is_closed(world: World, signed_in: As) -> None:
    promise = a_promise(world)
    studied(promise, FOUND)
    promise.log.generated = False
    promise.log.save()
    page = text(signed_in(world.mia).get(url("promise", promise.pk)))
    assert "is closed" in page
    assert "20 hours" not in page


def test_data_that_say_too_little_get_a_reason(
    world: World,
    signed_in: As,
    tmp_path: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    promise = computed_promise(ready_log(world.noord, tmp_path))
    mia = signed_in(world.mia)
    with django_capture_on_commit_callbacks(execute=True):
        mia.post(url("ask", promise.pk), {"way": "rota"})
    study = Study.objects.get()
    assert study.computed
    assert study.problem["code"] == "too_little_data"
    assert study.problem["en"] in text(mia.get(url("promise", promise.pk)))
    assert Analysis.objects.filter(kind=Analysis.Kind.ROOM).exists()


def test_the_page_asks_few_questions(
    world: World, signed_in: As, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    promise = a_promise(world)
    studied(promise, FOUND)
    mia = signed_in(world.mia)
    with django_assert_max_num_queries(15):
        mia.get(url("promise", promise.pk))
