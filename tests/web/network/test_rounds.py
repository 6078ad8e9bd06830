"""Closing a round with what it taught, and what follows."""

from typing import Any

import pytest

from beide.web.initiatives import actions as initiatives
from beide.web.initiatives.models import Initiative
from tests.web.conftest import As
from tests.web.network.loops import card, explore, joined, post, text, undo, url
from tests.web.people import World

NEXT = {"learnt": "People talk at home.", "onward": "next", "question": "What do carers need?"}
END = {"learnt": "People talk at home.", "onward": "end", "question": ""}


@pytest.fixture
def initiative(world: World) -> Initiative:
    found = explore(world.noord)
    joined(found, world.mia)
    initiatives.move(initiative=found, stage="learn")
    return found


def close(browser: Any, initiative: Initiative, **data: str) -> Any:
    return post(browser, "close", initiative.pk, **data)


def fresh(initiative: Initiative) -> Initiative:
    return Initiative.objects.get(pk=initiative.pk)


def test_learning_leads_to_closing(world: World, signed_in: As, initiative: Initiative) -> None:
    page = text(signed_in(world.mia).get(url("detail", initiative.pk)))
    assert f'href="{url("close", initiative.pk)}"' in page


def test_next_round_begins_exploring(world: World, signed_in: As, initiative: Initiative) -> None:
    page = close(signed_in(world.mia), initiative, **NEXT)
    assert fresh(initiative).stage == "explore"
    rounds = list(initiative.rounds.values_list("number", "question", "learnt"))
    assert rounds == [
        (2, "What do carers need?", ""),
        (1, "When do people feel known?", "People talk at home."),
    ]
    assert "What earlier rounds taught us" in text(page)


def test_next_round_is_taken_back(world: World, signed_in: As, initiative: Initiative) -> None:
    mia = signed_in(world.mia)
    page = undo(mia, close(mia, initiative, **NEXT))
    assert fresh(initiative).stage == "learn"
    assert initiative.rounds.get().ended is None
    assert "Round 1 closed." not in text(page)


def test_what_was_written_waits_in_the_form(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    mia = signed_in(world.mia)
    undo(mia, close(mia, initiative, **NEXT))
    assert "People talk at home." in text(mia.get(url("close", initiative.pk)))


def test_round_with_work_after_it_stays_closed(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    mia = signed_in(world.mia)
    closed = close(mia, initiative, **NEXT)
    card(initiative)
    assert "this one stays closed" in text(undo(mia, closed))
    assert initiative.rounds.count() == 2


def test_round_stays_closed_when_the_next_has_moved(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    mia = signed_in(world.mia)
    closed = close(mia, initiative, **NEXT)
    initiatives.move(initiative=fresh(initiative), stage="learn")
    undo(mia, closed)
    assert initiative.rounds.count() == 2


def test_ending_lets_it_rest(world: World, signed_in: As, initiative: Initiative) -> None:
    page = text(close(signed_in(world.mia), initiative, **END))
    assert fresh(initiative).stopped
    assert "This is rounded off." in page
    assert "You take part, 2 hours a week." in page


def test_ending_is_taken_back(world: World, signed_in: As, initiative: Initiative) -> None:
    mia = signed_in(world.mia)
    page = undo(mia, close(mia, initiative, **END))
    assert fresh(initiative).stopped is None
    assert initiative.rounds.get().ended is None
    assert "Rounded off." not in text(page)


def test_ended_initiative_is_taken_up_with_a_new_round(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    mia = signed_in(world.mia)
    close(mia, initiative, **END)
    page = post(mia, "resume", initiative.pk, question="And now?")
    assert "Round 2 has begun." in text(page)
    assert (fresh(initiative).stopped, fresh(initiative).stage) == (None, "explore")
    undo(mia, page)
    assert fresh(initiative).stopped
    assert initiative.rounds.count() == 1


@pytest.mark.parametrize(("field", "data"), [("learnt", END), ("question", NEXT)])
def test_missing_words_are_asked_for(
    world: World, signed_in: As, initiative: Initiative, field: str, data: dict[str, str]
) -> None:
    answer = close(signed_in(world.mia), initiative, **{**data, field: " "})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert initiative.rounds.get().ended is None


def test_closing_twice_changes_nothing(world: World, signed_in: As, initiative: Initiative) -> None:
    mia = signed_in(world.mia)
    close(mia, initiative, **END)
    assert "This has stopped." in text(close(mia, initiative, **NEXT))
    assert initiative.rounds.count() == 1


def test_pressing_twice_closes_one_round(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    mia = signed_in(world.mia)
    assert 'name="number" value="1"' in text(mia.get(url("close", initiative.pk)))
    for _ in range(2):
        close(mia, initiative, **NEXT, number="1")
    assert list(initiative.rounds.values_list("number", "ended")) == [
        (2, None),
        (1, initiative.rounds.get(number=1).ended),
    ]
