"""What other pages may know: people and hours, never about a small group."""

from decimal import Decimal
from typing import Any

import pytest

from beide.change import Form
from beide.web.initiatives import actions as initiatives
from beide.web.network import access, actions, words
from beide.web.organisation.roles import Role
from tests.web.network.loops import explore, joined
from tests.web.people import World, add_person

Queries = Any


def crowd(world: World, count: int) -> None:
    one, two = explore(world.noord), explore(world.noord, form=Form.INNOVATION)
    for number in range(count):
        team = world.teams["Intake" if number % 2 else "Passen"]
        person = add_person(world, f"p{number}", world.noord, Role.MEMBER, team=team)
        actions.agree(joining=joined(one, person, hours="1.5"))
        joined(two, person, hours="4")


def test_each_person_is_counted_once(world: World, django_assert_num_queries: Queries) -> None:
    crowd(world, 6)
    with django_assert_num_queries(1):
        assert access.people(world.noord) == access.People(count=6, teams=2)


def test_only_agreed_hours_are_planned_time(
    world: World, django_assert_num_queries: Queries
) -> None:
    crowd(world, 6)
    with django_assert_num_queries(1):
        assert access.agreed_hours(world.noord) == Decimal(9)


def test_hours_of_a_small_group_are_not_told(world: World) -> None:
    crowd(world, 4)
    assert access.agreed_hours(world.noord) is None


def test_no_hours_are_no_secret(world: World) -> None:
    explore(world.noord)
    assert access.agreed_hours(world.noord) == 0
    assert access.people(world.noord) == access.People(count=0, teams=0)


def test_what_stopped_and_what_is_elsewhere_does_not_count(world: World) -> None:
    initiative = explore(world.noord)
    joined(initiative, world.mia)
    initiatives.stop(initiative=initiative, why="Another question.")
    joined(explore(world.zuid), world.otto)
    assert access.people(world.noord).count == 0


@pytest.mark.parametrize(
    ("count", "teams", "said"),
    [
        (0, 0, "nobody yet"),
        (1, 1, "a small group"),
        (4, 2, "a small group"),
        (5, 1, "5 people from 1 team"),
        (5, 0, "5 people"),
        (12, 7, "12 people from 7 teams"),
    ],
)
def test_taking_part_in_words(count: int, teams: int, said: str) -> None:
    assert words.taking_part(count=count, teams=teams, threshold=5) == said
