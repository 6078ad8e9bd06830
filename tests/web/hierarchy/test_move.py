"""Moving by menu: who may, where it leads, and taking it back."""

import pytest

from beide.web.initiatives import actions as initiatives
from tests.web.conftest import As
from tests.web.hierarchy.made import at, carry, elsewhere
from tests.web.people import World

# Who may move what Intake carries: its people, its lead (from above), administrators.
MOVERS = [("mia", True), ("lex", True), ("anna", True), ("gijs", False)]


@pytest.mark.parametrize(("who", "may"), MOVERS)
def test_its_team_its_lead_and_administrators_move_it(
    world: World, signed_in: As, who: str, may: bool
) -> None:
    made = carry(world)
    answer = signed_in(world.people[who]).post(at(made, "move/"), {"stage": "plan"})
    assert answer.status_code == (302 if may else 403)
    made.refresh_from_db()
    assert made.stage == ("plan" if may else "analyse")


@pytest.mark.parametrize(("who", "may"), [("mia", False), ("lex", True), ("anna", True)])
def test_without_a_team_leads_and_administrators_move_it(
    world: World, signed_in: As, who: str, may: bool
) -> None:
    made = carry(world, team=None)
    answer = signed_in(world.people[who]).post(at(made, "move/"), {"stage": "plan"})
    assert answer.status_code == (302 if may else 403)


def test_a_lead_of_another_team_does_not_move_it(world: World, signed_in: As) -> None:
    made = carry(world, team="Magazijn")
    assert signed_in(world.lex).post(at(made, "move/"), {"stage": "plan"}).status_code == 403


def test_a_move_is_one_undo(world: World, signed_in: As) -> None:
    made, client = carry(world), signed_in(world.mia)
    page = client.post(at(made, "move/"), {"stage": "execute"}, follow=True).content.decode()
    happening = made.happenings.get(kind="moved")
    undo = at(made, f"undo/{happening.pk}/")
    assert f'action="{undo}"' in page
    assert "is in the stage “execute” now." in page
    client.post(undo)
    made.refresh_from_db()
    assert made.stage == "analyse"
    assert not made.happenings.filter(kind="moved").exists()


def test_an_old_move_cannot_be_taken_back(world: World, signed_in: As) -> None:
    made, client = carry(world), signed_in(world.mia)
    for stage in ("plan", "analyse", "plan"):
        initiatives.move(initiative=made, stage=stage)
    first = made.happenings.filter(kind="moved").last()
    assert first
    page = client.post(at(made, f"undo/{first.pk}/"), follow=True).content.decode()
    assert "can no longer be taken back" in page
    made.refresh_from_db()
    assert made.stage == "plan"


def test_it_comes_back_to_the_page_one_was_on(world: World, signed_in: As) -> None:
    made, client = carry(world), signed_in(world.mia)
    board = "/o/noord/hierarchy/list/?form=improvement"
    answer = client.post(at(made, "move/"), {"stage": "plan", "next": board})
    assert answer["Location"] == board
    for elsewhere_ in ("https://example.org/", "//example.org/", "javascript:alert(1)"):
        answer = client.post(at(made, "move/"), {"stage": "analyse", "next": elsewhere_})
        assert answer["Location"] == at(made)


def test_held_first_asks_what_was_seen(world: World, signed_in: As) -> None:
    made = carry(world)
    answer = signed_in(world.lex).post(at(made, "move/"), {"stage": "held"})
    assert answer["Location"] == at(made, "look/")
    made.refresh_from_db()
    assert made.stage == "analyse"


def test_a_board_that_moves_without_a_new_page_is_led_there_too(
    world: World, signed_in: As
) -> None:
    made, client = carry(world), signed_in(world.lex)
    htmx = {"HX-Request": "true"}
    answer = client.post(at(made, "move/"), {"stage": "held"}, headers=htmx)
    assert answer["HX-Redirect"] == at(made, "look/")
    answer = client.post(at(made, "move/"), {"stage": "plan"}, headers=htmx)
    assert answer.status_code == 302


@pytest.mark.parametrize("stage", ["", "explore", "moon"])
def test_an_unknown_stage_moves_nothing(world: World, signed_in: As, stage: str) -> None:
    made = carry(world)
    page = signed_in(world.mia).post(at(made, "move/"), {"stage": stage}, follow=True)
    assert "Choose one of these: analyse, plan, execute" in page.content.decode()


def test_a_stopped_one_stays_where_it_is(world: World, signed_in: As) -> None:
    made = carry(world)
    initiatives.stop(initiative=made, why="Later")
    page = signed_in(world.mia).post(at(made, "move/"), {"stage": "plan"}, follow=True)
    assert "Take it up again before you move it." in page.content.decode()


def test_outsiders_find_nothing_and_links_move_nothing(world: World, signed_in: As) -> None:
    assert signed_in(world.otto).post(at(carry(world), "move/")).status_code == 404
    assert signed_in(world.anna).post(at(elsewhere(world), "move/")).status_code == 404
    assert signed_in(world.anna).get(at(carry(world), "move/")).status_code == 405
