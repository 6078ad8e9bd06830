"""A win never says more than the effect on which it rests."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from beide.web.effects.models import Plan, Reading
from beide.web.initiatives.models import Initiative
from tests.web.conftest import As
from tests.web.people import World
from tests.web.wins.told import answers, post, text, url, win


def a_plan(world: World) -> Plan:
    initiative = Initiative.objects.create(
        organisation=world.noord, form="improvement", title="Calling first", stage="execute"
    )
    starts = date(2026, 1, 5)
    return Plan.objects.create(
        initiative=initiative, starts=starts, look_on=starts + timedelta(weeks=12)
    )


def says(plan: Plan, verdict: str, sentence: str) -> None:
    Reading.objects.create(
        plan=plan, verdict=verdict, said={"nl": sentence, "en": sentence}, until=date(2026, 4, 6)
    )


def test_win_says_what_the_data_say_now(world: World, signed_in: As) -> None:
    plan, mia = a_plan(world), signed_in(world.mia)
    says(plan, "probably", "It probably improved: 2 to 9 points.")
    post(mia, "new", **answers(plan=plan.pk, initiative=plan.initiative_id))
    assert "It probably improved: 2 to 9 points." in text(mia.get(url("list")))
    says(plan, "cannot_tell", "We cannot tell whether it improved.")
    page = text(mia.get(url("list")))
    assert "We cannot tell whether it improved." in page
    assert "probably" not in page


def test_win_cannot_rest_on_an_effect_that_says_nothing(world: World, signed_in: As) -> None:
    plan = a_plan(world)
    says(plan, "cannot_tell", "We cannot tell.")
    assert post(signed_in(world.mia), "new", **answers(plan=plan.pk)).status_code == 422


def test_page_of_many_wins_asks_the_database_little(
    world: World, signed_in: As, django_assert_max_num_queries: Any
) -> None:
    plan = a_plan(world)
    says(plan, "improved", "It improved.")
    for number in range(8):
        win(world.noord, title=str(number), plan=plan, initiative=plan.initiative)
    mia = signed_in(world.mia)
    with django_assert_max_num_queries(15):
        assert mia.get(url("list")).status_code == 200


def test_today_is_a_day_on_which_things_happen(world: World) -> None:
    assert win(world.noord).happened == timezone.localdate()
