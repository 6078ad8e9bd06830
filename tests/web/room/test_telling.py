"""A team tells one number a week, in one tap, and may say why it was less."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client

from beide.web.room import access
from beide.web.room.models import Agreement, UsedWeek
from beide.web.room.telling import asked_week
from beide.web.room.weeks import WEEK
from tests.web.conftest import As
from tests.web.people import World
from tests.web.room.made import (
    agreed,
    post,
    text,
    this_monday,
    told,
    undo,
    url,
    with_people,
)


@pytest.fixture
def agreement(world: World) -> Agreement:
    return agreed(with_people(world.teams["Intake"]), "10", weeks_ago=2)


@pytest.fixture
def mia(world: World, signed_in: As) -> Client:
    return signed_in(world.mia)


def tap(browser: Client, agreement: Agreement, hours: str, back: int = 1) -> object:
    week = this_monday() - back * WEEK
    return post(browser, "tell", agreement.pk, week=week.isoformat(), used_hours=hours)


def test_the_earliest_week_that_was_not_told_is_asked(mia: Client, agreement: Agreement) -> None:
    page = text(mia.get(url("team", agreement.team_id)))
    assert "How much of the 10 hours did you use in the week of" in page
    assert f'name="week" value="{this_monday() - 2 * WEEK:%Y-%m-%d}"' in page
    assert re.findall(r'name="used_hours" value="([\d.]+)"', page) == [
        "10.0", "7.5", "5", "2.5", "0",
    ]  # fmt: skip


def test_one_tap_tells_it_and_can_be_taken_back(mia: Client, agreement: Agreement) -> None:
    page = tap(mia, agreement, "7.5")
    assert "Told: 7.5 hours in the week of" in text(page)
    assert UsedWeek.objects.get().used_hours == Decimal("7.5")
    undo(mia, page)
    assert not UsedWeek.objects.exists()


def test_clearly_less_asks_what_came_in_between(mia: Client, agreement: Agreement) -> None:
    assert "What came in between?" in text(tap(mia, agreement, "2"))
    week = this_monday() - WEEK
    post(
        mia,
        "tell",
        agreement.pk,
        week=week.isoformat(),
        used_hours="2",
        why_less="A supplier was late.",
    )
    assert UsedWeek.objects.get().why_less == "A supplier was late."
    assert "A supplier was late." in text(mia.get(url("team", agreement.team_id)))


def test_a_change_takes_the_place_of_what_was_told(mia: Client, agreement: Agreement) -> None:
    tap(mia, agreement, "2")
    page = tap(mia, agreement, "9")
    assert UsedWeek.objects.get().used_hours == 9
    undo(mia, page)
    assert UsedWeek.objects.get().used_hours == 2


@pytest.mark.parametrize("wrong", ["-1", "lots", "5000"])
def test_what_is_no_number_is_said_and_stays(mia: Client, agreement: Agreement, wrong: str) -> None:
    week = this_monday() - WEEK
    page = mia.post(url("tell", agreement.pk), {"week": week, "used_hours": wrong})
    assert page.status_code == 422
    assert "Something needs another look" in text(page)
    assert f'value="{wrong}"' in text(page)


def test_dutch_decimals(world: World, signed_in: As, agreement: Agreement) -> None:
    page = tap(signed_in(world.ben, language="nl"), agreement, "7,5")
    assert "Doorgegeven: 7,5 uur in de week van" in text(page)


def test_weeks_without_an_agreement_cannot_be_told(mia: Client, agreement: Agreement) -> None:
    for back in (30, -1):
        week = this_monday() - back * WEEK
        found = mia.post(url("tell", agreement.pk), {"week": week, "used_hours": "1"})
        assert (back, found.status_code) == (back, 404)


def test_no_person_is_kept(agreement: Agreement) -> None:
    names = {field.name for field in UsedWeek._meta.fields}
    assert names == {"id", "agreement", "week", "used_hours", "why_less"}


def test_the_alarm_says_who_is_told_and_what_to_try(
    world: World, signed_in: As, agreement: Agreement
) -> None:
    old = agreed(agreement.team, "10", weeks_ago=5)
    told(old, "4", "3", "2")
    page = text(signed_in(world.ben).get(url("team", agreement.team_id)))
    assert "The operation eats the agreed room." in page
    assert "Who is told:" in page
    assert "What you can try" in page
    page = text(signed_in(world.gijs).get(url("overview")))
    assert "the operation eats the agreed room, 3 weeks in a row." in page


def test_this_week_is_asked_when_it_is_nearly_over(agreement: Agreement) -> None:
    told(agreement, "8", "8")
    room = access.team_room(agreement.team)
    thursday, friday = (this_monday() + timedelta(days=days) for days in (3, 4))
    assert asked_week(room, None, today=thursday) is None
    asked = asked_week(room, None, today=friday)
    assert asked is not None
    assert asked.monday == this_monday()
