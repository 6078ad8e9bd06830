"""From a question to an answer: in the background, kept, and known to the works council."""

import re
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks

from beide.text import Text
from beide.web.evidence import actions as evidence
from beide.web.evidence.models import Analysis
from beide.web.evidence.promising import good
from beide.web.jobs.actions import NotWanted
from beide.web.patterns import actions, searching
from beide.web.patterns.models import Search
from tests.web.evidence.logs import a_promise, consent
from tests.web.patterns.found import orders_log
from tests.web.people import World


@pytest.mark.usefixtures("home")
def test_asking_finds_what_helps_and_keeps_it(
    world: World,
    mia: Client,
    tmp_path: Path,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    log = orders_log(world.noord, tmp_path)
    promise = a_promise(log)
    question = {"promise": promise.pk, "by": "Soort", "landmarks": ["arrival"]}
    with django_capture_on_commit_callbacks(execute=True):
        answer = mia.post(f"/o/noord/patterns/ask/{log.pk}/", question)
    search = Search.objects.get()
    assert answer["Location"] == f"/o/noord/patterns/{search.pk}/"
    assert (search.good, search.promise, search.problem) == (good(promise).source, promise, {})
    finding = search.findings.get()
    assert "formulier" in finding.told["features"][0]["en"].lower()
    assert finding.told["cases"] > 250
    assert search.found["steps"]["links"]
    assert Analysis.objects.filter(kind="patterns", log=log, cases=800).exists()
    page = mia.get(answer["Location"]).content.decode()
    assert "1 pattern repeats when it goes well." in page
    assert "of 10 cases are ready within 2 days" in page


def test_a_log_that_is_too_short_is_refused_with_what_would_help(
    world: World, mia: Client, tmp_path: Path
) -> None:
    log = orders_log(world.noord, tmp_path, weeks=7)
    search = actions.ask(log=log, good="lead_time <= 2d", at_once=True)
    page = mia.get(f"/o/noord/patterns/{search.pk}/").content.decode()
    assert "This question has no answer as it is." in page
    assert "the cases span 7 weeks" in page
    assert f"/o/noord/patterns/ask/{log.pk}/?like={search.pk}" in page
    assert not Analysis.objects.filter(kind="patterns").exists()


def test_without_consent_nothing_is_looked_for(world: World, mia: Client, tmp_path: Path) -> None:
    log = orders_log(world.noord, tmp_path, generated=False)
    address = f"/o/noord/patterns/ask/{log.pk}/"
    assert mia.get(address)["Location"] == f"/o/noord/evidence/{log.pk}/"
    consent(world.noord)
    assert mia.get(address).status_code == 200


def test_bad_input_says_what_to_do_and_loses_nothing(
    world: World, mia: Client, tmp_path: Path
) -> None:
    log = orders_log(world.noord, tmp_path)
    wrong = {
        "promise": "own",
        "own": "doorlooptjd < 2",
        "landmarks": ["arrival"],
        "since": "2026-05-01",
        "until": "2026-01-01",
    }
    answer = mia.post(f"/o/noord/patterns/ask/{log.pk}/", wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "doorlooptjd &lt; 2" in page
    assert "This is before the first day." in page
    assert not Search.objects.exists()


def test_an_earlier_question_fills_the_form(world: World, mia: Client, tmp_path: Path) -> None:
    log = orders_log(world.noord, tmp_path)
    asked = Search.objects.create(
        log=log, good="lead_time <= 3d", by="Soort", landmarks=["first_step", "step:Passen"]
    )
    page = mia.get(f"/o/noord/patterns/ask/{log.pk}/?like={asked.pk}").content.decode()
    assert 'value="lead_time &lt;= 3d"' in page
    assert '<option value="Passen" selected>' in page
    assert '<option value="Soort" selected>' in page


def test_a_log_and_a_promise_lead_to_the_question(
    world: World, mia: Client, tmp_path: Path
) -> None:
    log = orders_log(world.noord, tmp_path)
    promise = a_promise(log)
    ask = f"/o/noord/patterns/ask/{log.pk}/"
    assert f'href="{ask}"' in mia.get(f"/o/noord/evidence/{log.pk}/").content.decode()
    page = mia.get(f"/o/noord/evidence/promise/{promise.pk}/").content.decode()
    assert f'href="{ask}?promise={promise.pk}"' in page
    html = mia.get(f"{ask}?promise={promise.pk}").content.decode()
    assert re.search(rf'value="{promise.pk}"[^>]*checked', html)


def test_consent_withdrawn_while_it_looks_keeps_nothing(world: World, tmp_path: Path) -> None:
    log = orders_log(world.noord, tmp_path, generated=False)
    search = Search.objects.create(log=log, good="lead_time <= 2d", landmarks=["arrival"])
    given = consent(world.noord)

    def withdraw_halfway(done: float, _doing: Text) -> None:
        if done > 0.5:
            evidence.withdraw_consent(consent=given)

    with pytest.raises(NotWanted):
        searching.compute(search, report=withdraw_halfway)
    search.refresh_from_db()
    assert (search.found, search.computed) == ({}, None)
    assert not search.findings.exists()
    assert not Analysis.objects.filter(kind="patterns").exists()
