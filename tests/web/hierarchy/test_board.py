"""The board and the list: the same things, the same actions, filters, few queries."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from beide.change import Form
from beide.web.hierarchy import actions, step_actions
from beide.web.initiatives import actions as initiatives
from tests.web.conftest import As
from tests.web.hierarchy.made import at, carry, elsewhere
from tests.web.people import World

BOARD, LIST = "/o/noord/hierarchy/", "/o/noord/hierarchy/list/"
BOTH = pytest.mark.parametrize("page", [BOARD, LIST])


def read(client: Client, page: str, **asked: str | int) -> str:
    """Return a page as one line of text."""
    return " ".join(client.get(page, asked).content.decode().split())


def stages(client: Client, page: str, **asked: str | int) -> dict[str, list[str]]:
    """Return the titles in each column."""
    columns = client.get(page, asked).context["columns"]
    return {column.stage: [card.initiative.title for card in column.cards] for column in columns}


@BOTH
def test_each_stands_in_its_stage(world: World, signed_in: As, page: str) -> None:
    carry(world, title="Een")
    initiatives.move(initiative=carry(world, title="Twee"), stage="execute")
    actions.look(initiative=carry(world, title="Drie"), held=True, saw="Het houdt")
    assert stages(signed_in(world.gijs), page) == {
        "analyse": ["Een"],
        "plan": [],
        "execute": ["Twee"],
        "held": ["Drie"],
    }


@BOTH
def test_both_pages_offer_the_same_moves(world: World, signed_in: As, page: str) -> None:
    made = carry(world)
    text = read(signed_in(world.lex), page)
    assert f'action="{at(made, "move/")}"' in text
    for stage in ("plan", "execute", "held"):
        assert f'name="stage" value="{stage}"' in text
    assert 'name="stage" value="analyse"' not in text


@BOTH
def test_who_may_not_move_sees_no_buttons_but_reads_why(
    world: World, signed_in: As, page: str
) -> None:
    carry(world, team="Magazijn")
    text = read(signed_in(world.mia), page)
    assert 'name="stage"' not in text
    assert "You can move what your own team carries." in text


@BOTH
def test_filter_by_team_takes_what_is_under_it(world: World, signed_in: As, page: str) -> None:
    for team in ("Klant", "Intake", "Magazijn"):
        carry(world, title=team, team=team)
    carry(world, title="Geen", team=None)
    client = signed_in(world.mia)
    asked = world.teams["Klant"].pk
    assert sorted(stages(client, page, team=asked)["analyse"]) == ["Intake", "Klant"]
    assert stages(client, page, team=world.teams["Magazijn"].pk)["analyse"] == ["Magazijn"]


@BOTH
def test_filter_by_form(world: World, signed_in: As, page: str) -> None:
    carry(world, title="Beter")
    carry(world, title="Nieuw", form=Form.RENEWAL)
    assert stages(signed_in(world.mia), page, form="renewal")["analyse"] == ["Nieuw"]
    assert len(stages(signed_in(world.mia), page, form="moon", team="x")["analyse"]) == 2


@BOTH
def test_the_network_and_others_are_not_on_it(world: World, signed_in: As, page: str) -> None:
    initiatives.start(organisation=world.noord, form=Form.INNOVATION, title="Netwerk")
    elsewhere(world)
    assert not any(stages(signed_in(world.mia), page).values())


@BOTH
def test_empty_says_what_to_do(world: World, signed_in: As, page: str) -> None:
    client = signed_in(world.mia)
    assert "Look at the tensions" in read(client, page)
    carry(world)
    assert "Nothing here for this team and form." in read(client, page, form="renewal")


@BOTH
def test_what_is_late_is_said_in_words(world: World, signed_in: As, page: str) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    late = carry(world, look_on=yesterday)
    step_actions.add(initiative=late, what="Bellen", due=yesterday)
    text = read(signed_in(world.mia), page)
    assert "1 step should have been done by now." in text
    assert "For 1 change it is time to look whether it holds." in text
    assert "1 step is late" in text
    assert "time to look" in text


@BOTH
def test_a_stopped_one_leaves_the_columns(world: World, signed_in: As, page: str) -> None:
    initiatives.stop(initiative=carry(world), why="Geen tijd")
    client = signed_in(world.mia)
    assert not any(stages(client, page).values())
    assert "1 that was stopped" in read(client, page)
    assert "Geen tijd" in read(client, page)


@BOTH
def test_sixty_initiatives_stay_within_fifteen_queries(
    world: World, signed_in: As, page: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(60):
        made = carry(world, title=f"Nummer {number}", team=("Intake", "Klant", None)[number % 3])
        step_actions.add(initiative=made, what="Stap", due=timezone.localdate())
        initiatives.move(initiative=made, stage=("analyse", "plan", "execute")[number % 3])
    client = signed_in(world.lex)
    with django_assert_max_num_queries(15):
        assert client.get(page).status_code == 200
    with django_assert_max_num_queries(15):
        client.get(f"{page}?form=improvement&team={world.teams['Klant'].pk}")


@BOTH
def test_dutch(world: World, signed_in: As, page: str) -> None:
    carry(world)
    text = read(signed_in(world.mia, language="nl"), page)
    assert "De hiërarchie draagt 1 verandering" in text
    assert "Analyseren" in text
