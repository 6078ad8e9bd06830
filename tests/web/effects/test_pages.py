"""What pages say of an effect: the plan beside the result, in two languages, within its limits."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from beide.web.effects import actions
from beide.web.effects.models import Plan
from beide.web.evidence.models import Promise
from tests.web.conftest import As
from tests.web.effects.series import BEFORE, MONDAY, a_plan, an_improvement
from tests.web.people import World

Promised = Callable[..., Promise]


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def read(plan: Plan) -> Plan:
    actions.read_at_once(plan=plan)
    return plan


def address(plan: Plan) -> str:
    return reverse("effects:plan", args=["noord", plan.pk])


@pytest.fixture
def helped(world: World, promised: Promised) -> Plan:
    """A plan of which the promise was kept more often afterwards."""
    initiative = an_improvement(world.noord, team=world.teams["Intake"])
    return read(a_plan(initiative, promised(late_after=0.1, few_in=BEFORE + 3)))


def test_plan_stands_beside_the_result(
    world: World, signed_in: As, helped: Plan, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser = signed_in(world.mia)
    with django_assert_max_num_queries(15):
        answer = browser.get(address(helped))
    page = text(answer)
    assert "It improved after “Call first” began." in page
    assert "percentage points" in page
    assert "With these weeks we would mostly have seen" in page
    assert "The new planner began." in page
    assert "earlier dates on which nothing began" in page
    assert "within 2 days for 90%" in page


def test_small_weeks_are_hidden_in_picture_and_table(
    world: World, signed_in: As, helped: Plan
) -> None:
    figure = signed_in(world.mia).get(address(helped)).context["figure"]
    hidden = [row for row in figure.table.rows if row[1] == "hidden"]
    assert len(hidden) == 2  # the small one, and one that would give it away
    assert all(row[2] == "" for row in hidden)
    kept = [value for _, value, _ in helped.readings.get().series["weeks"]]
    assert kept.count(None) == 2


def test_says_it_in_dutch(world: World, signed_in: As, helped: Plan) -> None:
    page = text(signed_in(world.mia, language="nl").get(address(helped)))
    assert "Het werd beter nadat “Call first” begon." in page
    assert "procentpunt" in page
    assert "Wat is afgesproken" in page


def test_stands_on_the_page_of_the_improvement(
    world: World, signed_in: As, helped: Plan, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser = signed_in(world.mia)
    with django_assert_max_num_queries(15):
        answer = browser.get(reverse("hierarchy:detail", args=["noord", helped.initiative_id]))
    page = text(answer)
    assert "Did it help?" in page
    assert address(helped) in page
    assert "Improved:" in page


def test_list_says_what_suffers_first(
    world: World,
    signed_in: As,
    promised: Promised,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    read(
        a_plan(
            an_improvement(world.noord, title="Fewer people"), promised(late=0.1, late_after=0.5)
        )
    )
    a_plan(an_improvement(world.noord, title="Later"), None)
    browser = signed_in(world.mia)
    with django_assert_max_num_queries(15):
        page = text(browser.get(reverse("effects:list", args=["noord"])))
    assert page.index("Here a promise suffers") < page.index("Fewer people")
    assert page.index("Fewer people") < page.index("What started") < page.index(">Later<")


def test_alarm_says_what_to_try(world: World, signed_in: As, promised: Promised) -> None:
    plan = read(a_plan(an_improvement(world.noord), promised(late=0.1, late_after=0.5)))
    for place in (address(plan), reverse("hierarchy:detail", args=["noord", plan.initiative_id])):
        page = text(signed_in(world.mia).get(place))
        assert "Stop and look together." in page
        assert "make it smaller" in page


def test_empty_list_says_what_comes(world: World, signed_in: As) -> None:
    page = text(signed_in(world.mia).get(reverse("effects:list", args=["noord"])))
    assert "Nothing is measured yet." in page


def test_closed_data_stay_closed(world: World, signed_in: As, promised: Promised) -> None:
    promise = promised(late_after=0.1, generated=False)
    initiative = an_improvement(world.noord, team=world.teams["Intake"])
    plan = a_plan(initiative, promise)
    assert actions.read_at_once(plan=plan) is None
    browser = signed_in(world.mia)
    assert "“Call first” began." not in text(browser.get(address(plan)))
    assert "no consent for them is recorded" in text(
        browser.get(reverse("effects:list", args=["noord"]))
    )


def test_refusal_is_said_in_words(world: World, signed_in: As, promised: Promised) -> None:
    early = MONDAY + timedelta(weeks=9)
    plan = read(a_plan(an_improvement(world.noord), promised(weeks=20), starts=early))
    page = text(signed_in(world.mia).get(address(plan)))
    assert "The data cannot tell what “Call first” did." in page
    assert "16 weeks" in page
