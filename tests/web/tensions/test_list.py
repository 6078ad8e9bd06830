"""The list of tensions: newest first, filters, search, pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from beide.change import Form
from beide.web.organisation.roles import Role
from beide.web.tensions import actions
from beide.web.tensions.models import Tension
from tests.web.conftest import As
from tests.web.people import World, add_person
from tests.web.tensions.made import bring, see_as

LIST = "/o/noord/tensions/"


def shown(client: Client, **asked: str | int) -> list[str]:
    """Return the headlines on the page, in order."""
    return [tension.headline for tension in client.get(LIST, asked).context["page"]]


def test_newest_first(world: World, signed_in: As) -> None:
    old = bring(world.mia, what="Oud")
    bring(world.mia, what="Nieuw")
    Tension.objects.filter(pk=old.pk).update(brought=timezone.localdate() - timedelta(days=3))
    assert shown(signed_in(world.ben)) == ["Nieuw", "Oud"]


def test_filter_by_origin(world: World, signed_in: As) -> None:
    bring(world.mia, what="Slim", origin="ai")
    bring(world.mia, what="Groen", origin="sustainability")
    assert shown(signed_in(world.ben), origin="ai") == ["Slim"]


def test_filter_by_the_form_people_see_now(world: World, signed_in: As) -> None:
    tension = bring(world.mia, what="Eerst zo, dan zo")
    bring(world.mia, what="Nog niets")
    see_as(tension, Form.IMPROVEMENT)
    see_as(tension, Form.TRANSITION)
    client = signed_in(world.ben)
    assert shown(client, form="transition") == ["Eerst zo, dan zo"]
    assert shown(client, form="improvement") == []
    assert shown(client, form="none") == ["Nog niets"]


def test_search_finds_every_word_in_either_text(world: World, signed_in: As) -> None:
    bring(world.mia, what="De app past niet")
    client = signed_in(world.ben)
    assert shown(client, q="bed APP") == ["De app past niet"]
    assert shown(client, q="app fiets") == []


def test_a_filter_that_makes_no_sense_filters_nothing(world: World, signed_in: As) -> None:
    bring(world.mia, what="Er is iets")
    client = signed_in(world.ben)
    assert shown(client, form="moon", origin="mars", page="ver") == ["Er is iets"]


def test_other_organisations_are_not_in_it(world: World, signed_in: As) -> None:
    bring(world.otto, what="Van Zuid")
    assert shown(signed_in(world.mia)) == []


def test_withdrawn_ones_are_not_in_it(world: World, signed_in: As) -> None:
    actions.withdraw(tension=bring(world.mia))
    assert shown(signed_in(world.mia)) == []
    assert shown(signed_in(world.anna)) == []


def test_an_empty_list_says_what_to_do(world: World, signed_in: As) -> None:
    client = signed_in(world.mia)
    assert "Bring in the first one" in client.get(LIST).content.decode()
    assert "Show all tensions" in client.get(LIST, {"q": "x"}).content.decode()


def test_pages_keep_the_filter(world: World, signed_in: As) -> None:
    for number in range(25):
        bring(world.mia, what=f"Spanning {number}", origin="ai")
    client = signed_in(world.ben)
    page = client.get(LIST, {"origin": "ai"}).content.decode()
    assert "?origin=ai&amp;page=2" in page
    assert len(shown(client, origin="ai", page=2)) == 5


@pytest.mark.parametrize("people", [4, 5])
def test_a_small_number_of_people_is_not_told(world: World, signed_in: As, people: int) -> None:
    tension = bring(world.mia)
    for number in range(people):
        member = add_person(world, f"p{number}", world.noord, Role.MEMBER)
        actions.recognise(tension=tension, membership=member)
    page = " ".join(signed_in(world.ben).get(LIST).content.decode().split())
    assert "recognised by fewer than" not in page
    assert ("recognised by 5 people" in page) == (people == 5)


def test_sixty_tensions_stay_within_fifteen_queries(
    world: World, signed_in: As, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(60):
        tension = bring(world.mia, what=f"Spanning {number}", signed=number % 2 == 0)
        see_as(tension, Form.RENEWAL)
    client = signed_in(world.ben)
    with django_assert_max_num_queries(15):
        assert client.get(LIST).status_code == 200
    with django_assert_max_num_queries(15):
        assert client.get(LIST, {"form": "renewal", "q": "spanning"}).status_code == 200
