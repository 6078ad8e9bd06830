"""A promise: made, computed, said in one sentence, changed, removed and put back."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from beide.web.evidence.models import Analysis, EventLog, Promise
from tests.web.conftest import As
from tests.web.evidence.logs import a_promise, orders, ready_log
from tests.web.people import World

Post = Callable[..., Any]
MADE = {"name": "Home in two days", "within": "2", "unit": "days", "percent": "90"}


def test_make_one(log: EventLog, anna: Client, posted: Post) -> None:
    answer = posted(anna, f"/o/noord/evidence/{log.pk}/promise/", MADE)
    promise = Promise.objects.get()
    assert answer["Location"] == f"/o/noord/evidence/promise/{promise.pk}/"
    assert (promise.within_hours, promise.share) == (48, 0.9)
    page = anna.get(answer["Location"]).content.decode()
    assert "<h1>The promise seems to hold.</h1>" in page
    assert "In the 4 weeks up to 1 November 2026, 76 of 80 cases were done within 2 days." in page
    assert "That is 95%. You promised 90%." in page


def test_decimals_as_a_dutch_person_writes_them(
    log: EventLog, world: World, signed_in: As, posted: Post
) -> None:
    anna = signed_in(world.anna, language="nl")
    posted(
        anna,
        f"/o/noord/evidence/{log.pk}/promise/",
        {"name": "Snel thuis", "within": "1,5", "unit": "days", "percent": "92,5"},
    )
    promise = Promise.objects.get()
    assert (promise.within_hours, promise.share) == (36, 0.925)
    page = anna.get(f"/o/noord/evidence/promise/{promise.pk}/").content.decode()
    assert "binnen 36 uur" in page
    assert "Dat is 95%. Je beloofde 92,5%." in page


@pytest.mark.parametrize(
    "wrong",
    [
        {"within": "0"},
        {"within": "soon"},
        {"percent": "0"},
        {"percent": "101"},
        {"name": ""},
        {"within": "99999"},
    ],
)
def test_wrong_answers_lose_nothing(
    log: EventLog, anna: Client, posted: Post, wrong: dict[str, str]
) -> None:
    answer = posted(anna, f"/o/noord/evidence/{log.pk}/promise/", {**MADE, **wrong})
    page = answer.content.decode()
    assert "Something needs another look" in page
    kept = {**MADE, **wrong}["percent"]
    assert f'value="{kept}"' in page
    assert not Promise.objects.exists()


def test_four_sentences(world: World, tmp_path: Path, anna: Client) -> None:
    cases = {0: "The promise holds.", 1: "The promise seems to hold.", 2: "seems not to be kept"}
    for late, says in {**cases, 10: "The promise is not kept."}.items():
        folder = tmp_path / str(late)
        folder.mkdir()
        log = ready_log(world.noord, folder, orders(late=late))
        promise = a_promise(log, share=0.91)
        page = anna.get(f"/o/noord/evidence/promise/{promise.pk}/").content.decode()
        assert says in page, late


def test_small_weeks_are_hidden_with_their_neighbour(
    world: World, tmp_path: Path, anna: Client
) -> None:
    log = ready_log(world.noord, tmp_path, orders(few_in_week=3))
    promise = a_promise(log)
    weeks = promise.over_time["weeks"]
    assert sum("cases" not in week for week in weeks) == 2
    assert set(weeks[3]) == {"start"}
    page = anna.get(f"/o/noord/evidence/promise/{promise.pk}/").content.decode()
    assert page.count('<td class="number">hidden</td>') == 2
    assert "2 weeks are left out" in page


def test_a_higher_threshold_hides_more(world: World, tmp_path: Path) -> None:
    world.noord.threshold = 21
    world.noord.save()
    log = ready_log(world.noord, tmp_path)
    promise = a_promise(log)
    assert all(set(week) <= {"start", "early"} for week in promise.over_time["weeks"])
    assert promise.over_time["last"] == {}


def test_the_figure_goes_with_the_page(log: EventLog, anna: Client) -> None:
    promise = a_promise(log)
    page = anna.get(f"/o/noord/evidence/promise/{promise.pk}/").content.decode()
    told = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert told
    spec = json.loads(told[1])
    assert spec["config"]["locale"]["number"]["decimal"] == "."
    assert "var:teal-line" in told[1]
    assert "var:terracotta-line" in told[1]
    assert page.count('<th scope="row">') == 8


def test_change_computes_again(log: EventLog, anna: Client, posted: Post) -> None:
    promise = a_promise(log)
    address = f"/o/noord/evidence/promise/{promise.pk}/"
    form = anna.get(f"{address}change/").content.decode()
    assert 'value="2"' in form
    assert 'value="90"' in form
    posted(anna, f"{address}change/", {**MADE, "within": "12", "unit": "hours"})
    promise.refresh_from_db()
    assert promise.over_time["kept"] == 0
    assert "The promise is not kept." in anna.get(address).content.decode()


def test_another_name_computes_nothing(log: EventLog, anna: Client, posted: Post) -> None:
    promise = a_promise(log)
    before = Analysis.objects.filter(kind=Analysis.Kind.PROMISE).count()
    posted(anna, f"/o/noord/evidence/promise/{promise.pk}/change/", {**MADE, "name": "At home"})
    promise.refresh_from_db()
    assert promise.name == "At home"
    assert promise.over_time["cases"] == 160
    assert Analysis.objects.filter(kind=Analysis.Kind.PROMISE).count() == before


def test_remove_and_put_back(log: EventLog, anna: Client, posted: Post) -> None:
    promise = a_promise(log)
    address = f"/o/noord/evidence/promise/{promise.pk}/"
    answer = posted(anna, f"{address}remove/")
    assert f"{address}restore/" in anna.get(answer["Location"]).content.decode()
    assert anna.get(address).status_code == 404
    assert not log.promises.exists()
    posted(anna, f"{address}restore/")
    assert anna.get(address).status_code == 200


def test_compute_again(log: EventLog, anna: Client, posted: Post) -> None:
    promise = a_promise(log)
    Promise.objects.update(over_time={})
    posted(anna, f"/o/noord/evidence/promise/{promise.pk}/again/")
    promise.refresh_from_db()
    assert promise.over_time["cases"] == 160


def test_few_queries(
    log: EventLog, anna: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    promise = a_promise(log)
    for address in ("", "council/", f"{log.pk}/", f"promise/{promise.pk}/"):
        with django_assert_max_num_queries(15):
            assert anna.get(f"/o/noord/evidence/{address}").status_code == 200


def test_who_may(log: EventLog, world: World, signed_in: As, posted: Post) -> None:
    promise = a_promise(log)
    address = f"/o/noord/evidence/promise/{promise.pk}/"
    page = signed_in(world.mia).get(address).content.decode()
    assert "Remove the promise" not in page
    for action in ("change/", "again/", "remove/", "restore/"):
        assert posted(signed_in(world.mia), address + action).status_code == 403
        assert posted(signed_in(world.otto), address + action).status_code == 404
    assert signed_in(world.cora).get(address).status_code == 403
    assert signed_in(world.otto).get(f"/o/zuid/evidence/promise/{promise.pk}/").status_code == 404
