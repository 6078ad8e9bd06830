"""Agreeing beforehand: a plan is made, changes until it is fixed, is withdrawn with a reason."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from beide.web.effects import actions
from beide.web.effects.models import Plan
from beide.web.evidence.models import EventLog, Promise
from beide.web.initiatives.models import Initiative
from tests.web.conftest import As
from tests.web.effects.series import a_plan, an_improvement
from tests.web.people import World

FUTURE = timezone.localdate() + timedelta(weeks=8)


@pytest.fixture
def promise(world: World) -> Promise:
    """A promise of which nothing is read yet."""
    log = EventLog.objects.create(
        organisation=world.noord, name="Orders", generated=True, about={"case_attributes": ["kind"]}
    )
    return Promise.objects.create(
        organisation=world.noord, log=log, name="Home in two days", within_hours=48, share=0.9
    )


@pytest.fixture
def initiative(world: World, promise: Promise) -> Initiative:
    return an_improvement(world.noord, team=world.teams["Intake"], promise=promise)


@pytest.fixture
def planned(initiative: Initiative, promise: Promise) -> Plan:
    """A plan that starts later, and so can change."""
    return a_plan(initiative, promise, starts=FUTURE, look_on=FUTURE + timedelta(weeks=12))


def filled(asked: Promise, /, **other: object) -> dict[str, object]:
    return {
        "promise": asked.pk,
        "measure": "kept",
        "starts": FUTURE.isoformat(),
        "look_on": (FUTURE + timedelta(weeks=12)).isoformat(),
        "why_then": "The new planner begins.",
        "stop_when": "Two customers a week have to wait.",
        "stop_if_suffers": "on",
        **other,
    }


def url(name: str, pk: int) -> str:
    return reverse(f"effects:{name}", args=["noord", pk])


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def test_is_made_on_the_page_of_its_initiative(
    world: World, signed_in: As, initiative: Initiative, promise: Promise
) -> None:
    mia = signed_in(world.mia)
    page = text(mia.get(reverse("hierarchy:detail", args=["noord", initiative.pk])))
    assert url("new", initiative.pk) in page
    answer = mia.post(url("new", initiative.pk), filled(promise), follow=True)
    plan = Plan.objects.get()
    assert answer.redirect_chain[-1][0] == url("plan", plan.pk)
    assert plan.asked["within_hours"] == 48
    assert (plan.is_fixed, plan.is_beforehand) == (False, True)
    assert "Made before it started." in text(answer)
    assert "It can change until it starts." in text(answer)
    assert "The new planner begins." in text(answer)


def test_form_begins_with_the_promise_that_is_served(
    world: World, signed_in: As, initiative: Initiative, promise: Promise
) -> None:
    form = signed_in(world.mia).get(url("new", initiative.pk)).context["form"]
    assert form["promise"].value() == promise.pk
    assert form["look_on"].value() - form["starts"].value() == timedelta(weeks=13)


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"look_on": FUTURE.isoformat()}, "Give it at least 5 weeks."),
        ({"promise": ""}, "Choose the promise"),
        ({"attribute": "kind"}, "Write which value"),
        ({"value": "Bed"}, "Choose the attribute"),
        (
            {"attribute": "kind", "value": "Bed", "compare": "Bath, Bed"},
            "Compare with other cases",
        ),
        ({"why_then": ""}, "This field is required."),
    ],
)
def test_wrong_plan_says_what_to_do_and_loses_nothing(
    world: World,
    signed_in: As,
    initiative: Initiative,
    promise: Promise,
    other: dict[str, object],
    says: str,
) -> None:
    answer = signed_in(world.mia).post(url("new", initiative.pk), filled(promise, **other))
    assert answer.status_code == 422
    assert says in text(answer)
    assert "Two customers a week have to wait." in text(answer)
    assert not Plan.objects.exists()


def test_keeps_which_cases_and_what_they_are_compared_with(
    world: World, signed_in: As, initiative: Initiative, promise: Promise
) -> None:
    cases = {"attribute": "kind", "value": "Bed", "compare": "Bath, Chair", "kinds": "kind"}
    browser = signed_in(world.mia)
    answer = browser.post(url("new", initiative.pk), filled(promise, **cases), follow=True)
    plan = Plan.objects.get()
    assert plan.scope == {"attributes": {"kind": "Bed"}}
    assert plan.compare_with == [
        {"attributes": {"kind": "Bath"}},
        {"attributes": {"kind": "Chair"}},
    ]
    assert "Bath, Chair" in text(answer)
    form = browser.get(url("change", plan.pk)).context["form"]
    assert form["compare"].value() == "Bath, Chair"


def test_changes_until_it_is_fixed(
    world: World, signed_in: As, planned: Plan, promise: Promise
) -> None:
    mia = signed_in(world.mia)
    mia.post(url("change", planned.pk), filled(promise, stop_when="One customer waits."))
    planned.refresh_from_db()
    assert planned.stop_when == "One customer waits."
    answer = mia.post(url("fix", planned.pk), follow=True)
    assert "The plan is fixed." in text(answer)
    refused = mia.post(url("change", planned.pk), filled(promise, stop_when="Never."), follow=True)
    assert "This plan is fixed." in text(refused)
    planned.refresh_from_db()
    assert planned.stop_when == "One customer waits."


def test_is_fixed_by_the_day_it_starts(initiative: Initiative, promise: Promise) -> None:
    today = timezone.localdate()
    plan = a_plan(initiative, promise, starts=today, look_on=today + timedelta(weeks=12))
    assert plan.is_fixed
    assert not actions.change(plan=plan, stop_when="Never.")
    assert not actions.fix(plan=plan)


def test_says_when_it_was_made_afterwards(
    world: World, signed_in: As, initiative: Initiative, promise: Promise
) -> None:
    plan = a_plan(initiative, promise, starts=date(2026, 1, 5), look_on=date(2026, 4, 6))
    assert "Made after it had started" in text(signed_in(world.mia).get(url("plan", plan.pk)))


def test_is_withdrawn_with_a_reason_and_put_back(
    world: World, signed_in: As, planned: Plan
) -> None:
    mia = signed_in(world.mia)
    empty = mia.post(url("withdraw", planned.pk), {"why": ""})
    assert (empty.status_code, "Write in one sentence why." in text(empty)) == (422, True)
    answer = mia.post(url("withdraw", planned.pk), {"why": "It starts later."}, follow=True)
    assert "It starts later." in text(answer)
    mia.post(next(iter(answer.context["messages"])).extra_tags)
    planned.refresh_from_db()
    assert (planned.stands, planned.why_withdrawn) == (True, "")


def test_promise_that_changed_since_is_said(
    world: World, signed_in: As, planned: Plan, promise: Promise
) -> None:
    promise.share = 0.5
    promise.save(update_fields=["share"])
    page = text(signed_in(world.mia).get(url("plan", planned.pk)))
    assert "The promise was changed since." in page
    assert "90%" in page


def test_dutch_page(world: World, signed_in: As, planned: Plan) -> None:
    page = text(signed_in(world.mia, language="nl").get(url("plan", planned.pk)))
    assert "Wat is afgesproken" in page
    assert "What was agreed" not in page


def test_another_team_reads_and_changes_nothing(
    world: World, signed_in: As, planned: Plan, initiative: Initiative
) -> None:
    initiative.team = world.teams["Magazijn"]
    initiative.save(update_fields=["team"])
    mia = signed_in(world.mia)
    assert mia.get(url("plan", planned.pk)).status_code == 200
    for route in ("change", "withdraw"):
        assert mia.get(url(route, planned.pk)).status_code == 403
    for route in ("fix", "again", "put_back"):
        assert mia.post(url(route, planned.pk)).status_code == 403
    assert mia.get(url("new", initiative.pk)).status_code == 403


def test_outsider_finds_nothing(world: World, signed_in: As, planned: Plan) -> None:
    otto = signed_in(world.otto)
    assert otto.get(url("plan", planned.pk)).status_code == 404
    other = an_improvement(world.zuid)
    assert signed_in(world.mia).get(url("new", other.pk)).status_code == 404
