"""The room of all teams on one page, and what one takes away."""

from collections.abc import Callable
from typing import Any

import pytest

from beide.web.room import actions
from beide.web.room.access import Side
from beide.web.room.models import Agreement
from tests.web.conftest import As
from tests.web.people import World
from tests.web.room.made import FOUND, a_promise, agreed, safe, text, told, url, with_people


@pytest.fixture
def busy(world: World) -> World:
    """Two teams with room, of which one told."""
    told(agreed(with_people(world.teams["Intake"]), "10", weeks_ago=2), "9", "8")
    agreed(with_people(world.teams["Passen"]), "6", weeks_ago=2)
    return world


def test_granted_and_used_stand_beside_each_other(busy: World, signed_in: As) -> None:
    page = text(signed_in(busy.mia).get(url("overview")))
    assert "There is room to explore: 16 hours a week." in page
    assert "8 hours of the 10 hours were used." in page
    assert "1 of 2 teams told." in page
    assert 'role="img"' in page
    assert "Teams of fewer than 5 people are left out." in page


def test_it_begins_with_a_question(world: World, signed_in: As) -> None:
    page = text(signed_in(world.lex).get(url("overview")))
    assert "No room is agreed yet." in page
    assert "How do you make space for what is new when the schedule is full?" in page


def test_a_proposal_is_shown_to_who_has_to_answer(world: World, signed_in: As) -> None:
    intake = with_people(world.teams["Intake"])
    made = agreed(intake)
    actions.take_back_yes(agreement=made, side=Side.TEAM)
    says = "Intake: 10 hours a week is proposed and waits for your answer."
    assert says in text(signed_in(world.mia).get(url("overview")))
    assert says not in text(signed_in(world.lex).get(url("overview")))
    assert says not in text(signed_in(world.gijs).get(url("overview")))


def test_the_weeks_are_taken_away_as_files(busy: World, signed_in: As) -> None:
    gijs = signed_in(busy.gijs)
    csv = gijs.get(url("weeks_csv")).content.decode("utf-8-sig")
    assert csv.count("Intake,") == 2
    assert csv.count("Passen,") == 2
    assert gijs.get(url("weeks_excel"))["Content-Type"].endswith("sheet")


def test_a_small_team_has_no_page_of_numbers(world: World, signed_in: As) -> None:
    passen = with_people(world.teams["Passen"], 4)
    told(agreed(passen, "6", weeks_ago=2), "5", "1")
    gijs = signed_in(world.gijs)
    page = text(gijs.get(url("team", passen.pk)))
    assert "Passen is too small for a number of its own." in page
    assert "6 hours" not in page
    assert "Passen" not in text(gijs.get(url("overview")))
    assert "Passen" not in gijs.get(url("weeks_csv")).content.decode("utf-8-sig")


def test_a_small_team_cannot_propose_by_itself(world: World, signed_in: As) -> None:
    passen = with_people(world.teams["Passen"], 4)
    answer = signed_in(world.lex).get(url("propose", passen.pk))
    assert answer["Location"] == url("team", passen.pk)


def test_what_is_safe_is_marked_so(world: World, signed_in: As) -> None:
    intake = with_people(world.teams["Intake"])
    agreed(intake, "10", safe=safe(a_promise(world)))
    assert Agreement.objects.get().within_safe
    page = text(signed_in(world.mia).get(url("team", intake.pk)))
    assert "Yes: Beide found 12 hours a week safe." in page
    assert FOUND["teams"][0]["hours"] == 12.9


def test_dutch_reads_as_dutch(busy: World, signed_in: As) -> None:
    page = text(signed_in(busy.mia, language="nl").get(url("overview")))
    assert "Er is ruimte om te verkennen: 16 uur per week." in page
    assert "8 uur van de 10 uur" in page


@pytest.mark.parametrize("route", ["overview", "team", "propose"])
def test_pages_ask_few_questions(
    busy: World, signed_in: As, route: str, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    for name in ("Klant", "Magazijn"):
        told(agreed(with_people(busy.teams[name]), weeks_ago=4), "1", "1", "1")
    arguments = [] if route == "overview" else [busy.teams["Intake"].pk]
    browser = signed_in(busy.lex)
    with django_assert_max_num_queries(15):
        assert browser.get(url(route, *arguments)).status_code == 200
