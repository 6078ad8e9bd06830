"""One tension: its words, its heading, what was started from it."""

from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from beide.change import Form
from beide.web.initiatives import actions as initiatives
from beide.web.tensions.models import HEADLINE, Tension
from tests.web.conftest import As
from tests.web.people import World
from tests.web.tensions.made import bring, see_as


def page_of(world: World, signed_in: As, tension: Tension, language: str = "en") -> str:
    address = f"/o/noord/tensions/{tension.pk}/"
    return signed_in(world.ben, language=language).get(address).content.decode()


@given(st.text(min_size=1, max_size=400).filter(str.strip))
def test_a_heading_is_one_line_that_fits(what: str) -> None:
    tension = Tension(what=what)
    assert 0 < len(tension.headline) <= HEADLINE + 1
    assert "\n" not in tension.headline
    if not tension.says_more:
        assert tension.headline == what.strip()


def test_a_long_text_stands_below_its_heading(world: World, signed_in: As) -> None:
    tension = bring(world.mia, what="Dit past niet. " * 20)
    page = page_of(world, signed_in, tension)
    assert tension.what.strip() in page
    assert "What does not fit" in page


def test_it_tells_in_both_languages_where_it_comes_from(world: World, signed_in: As) -> None:
    tension = bring(world.mia, origin="regulation")
    assert "laws and rules" in page_of(world, signed_in, tension)
    assert "wetten en regels" in page_of(world, signed_in, tension, "nl")


def test_what_was_started_from_it_is_listed_with_its_stage(world: World, signed_in: As) -> None:
    tension = bring(world.mia)
    for form in (Form.IMPROVEMENT, Form.TRANSITION):
        initiatives.start(organisation=world.noord, form=form, title=f"Een {form}", tension=tension)
    page = page_of(world, signed_in, tension)
    for words in ("Een improvement", "Een transition", "analyse", "explore"):
        assert words in page
    assert "/o/noord/hierarchy/" in page
    assert "/o/noord/network/" in page


def test_the_page_stays_within_fifteen_queries(
    world: World, signed_in: As, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    tension = bring(world.mia)
    for _ in range(20):
        see_as(tension, Form.INNOVATION, "Steeds opnieuw")
        initiatives.start(
            organisation=world.noord, form=Form.INNOVATION, title="Iets", tension=tension
        )
    client = signed_in(world.ben)
    with django_assert_max_num_queries(15):
        assert client.get(f"/o/noord/tensions/{tension.pk}/").status_code == 200
