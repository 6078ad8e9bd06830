"""The page of the network: what is explored now, and who is being looked for."""

from decimal import Decimal

from beide.web.initiatives import actions as initiatives
from beide.web.network import actions
from beide.web.organisation.roles import Role
from tests.web.conftest import As
from tests.web.network.loops import explore, joined, text, url
from tests.web.people import World, add_person


def crowd(world: World, count: int) -> None:
    initiative = explore(world.noord)
    for number in range(count):
        team = world.teams["Intake" if number % 2 else "Passen"]
        person = add_person(world, f"p{number}", world.noord, Role.MEMBER, team=team)
        joined(initiative, person)


def test_empty_network_invites(world: World, signed_in: As) -> None:
    page = text(signed_in(world.mia).get(url("list")))
    assert "There is room to explore here." in page
    assert f'href="{url("start")}"' in page


def test_each_loop_shows_its_question_round_and_stage(world: World, signed_in: As) -> None:
    initiatives.move(initiative=explore(world.noord), stage="discover")
    page = text(signed_in(world.mia).get(url("list")))
    assert "One question is being explored now." in page
    assert "When do people feel known?" in page
    assert "round 1" in page
    assert 'aria-current="step">discover<span class="visually-hidden"> (now)</span>' in page


def test_five_people_are_counted_with_their_teams(world: World, signed_in: As) -> None:
    crowd(world, 5)
    assert "5 people from 2 teams" in text(signed_in(world.mia).get(url("list")))


def test_four_people_are_a_small_group(world: World, signed_in: As) -> None:
    crowd(world, 4)
    page = text(signed_in(world.mia).get(url("list")))
    assert "a small group" in page
    assert "4 people" not in page


def test_higher_threshold_is_followed(world: World, signed_in: As) -> None:
    world.noord.threshold = 8
    world.noord.save()
    crowd(world, 7)
    assert "a small group" in text(signed_in(world.mia).get(url("list")))


def test_dutch_page_speaks_dutch(world: World, signed_in: As) -> None:
    crowd(world, 5)
    page = text(signed_in(world.mia, language="nl").get(url("list")))
    assert "Er wordt nu één vraag verkend." in page
    assert "5 mensen uit 2 teams" in page


def test_call_is_shown_to_who_has_not_joined(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    joined(initiative, world.mia)
    actions.call(initiative=initiative, looking_for="Who knows carers?", hours=Decimal(3))
    assert "Who knows carers?" in text(signed_in(world.ben).get(url("list")))
    assert "Who knows carers?" not in text(signed_in(world.mia).get(url("list")))


def test_what_stopped_stands_apart(world: World, signed_in: As) -> None:
    initiatives.stop(initiative=explore(world.noord), why="Another question.")
    page = text(signed_in(world.mia).get(url("list")))
    assert "Rounded off or stopped" in page
    assert "There is room to explore here." in page


def test_other_organisations_are_not_shown(world: World, signed_in: As) -> None:
    explore(world.zuid, title="Theirs")
    assert "Theirs" not in text(signed_in(world.mia).get(url("list")))
