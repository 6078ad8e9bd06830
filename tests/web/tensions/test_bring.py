"""Bringing in a tension: one page, four fields, and nothing lost when something is missing."""

import pytest

from beide.web.tensions.models import Tension
from tests.web.conftest import As
from tests.web.people import World
from tests.web.tensions.made import FULL

NEW = "/o/noord/tensions/new/"


def test_the_page_asks_four_questions(world: World, signed_in: As) -> None:
    page = signed_in(world.mia).get(NEW).content.decode()
    for name in ("what", "meanwhile", "origin", "fits", "unsigned"):
        assert f'name="{name}"' in page
    assert "What must go on meanwhile?" in page
    assert "data-keep" in page


def test_a_signed_tension_carries_its_author(world: World, signed_in: As) -> None:
    answer = signed_in(world.mia).post(NEW, FULL, follow=True)
    tension = Tension.objects.get()
    assert answer.redirect_chain == [(f"/o/noord/tensions/{tension.pk}/", 302)]
    assert tension.author == world.mia
    assert (tension.what, tension.meanwhile) == (FULL["what"], FULL["meanwhile"])
    assert (tension.origin, tension.fits) == ("customer_question", "partly")
    assert "Brought in by Mia" in answer.content.decode()


def test_what_does_not_fit_is_needed(world: World, signed_in: As) -> None:
    answer = signed_in(world.mia).post(NEW, {**FULL, "what": " "})
    page = answer.content.decode()
    assert "Write in a few words what does not fit." in page
    assert FULL["meanwhile"] in page
    assert not Tension.objects.exists()


def test_an_unknown_origin_keeps_the_text(world: World, signed_in: As) -> None:
    page = signed_in(world.mia).post(NEW, {**FULL, "origin": "moon"}).content.decode()
    assert FULL["what"] in page
    assert not Tension.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "Wat moet intussen doorgaan?"), ("en", "What must go on meanwhile?")],
)
def test_the_page_speaks_both_languages(
    world: World, signed_in: As, language: str, words: str
) -> None:
    assert words in signed_in(world.mia, language=language).get(NEW).content.decode()


def test_outsiders_find_nothing_and_the_council_may_not(world: World, signed_in: As) -> None:
    assert signed_in(world.otto).get(NEW).status_code == 404
    assert signed_in(world.cora).post(NEW, FULL).status_code == 403
    assert not Tension.objects.exists()


def test_nothing_that_is_typed_can_be_markup(world: World, signed_in: As) -> None:
    sent = {**FULL, "what": "<script>alert(1)</script>"}
    page = signed_in(world.mia).post(NEW, sent, follow=True).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
