"""Who may change and withdraw a tension, and bringing it back."""

import pytest

from beide.web.tensions.models import Tension
from tests.web.conftest import As
from tests.web.people import World
from tests.web.tensions.made import FULL, bring


def at(tension: Tension, rest: str = "") -> str:
    return f"/o/noord/tensions/{tension.pk}/{rest}"


@pytest.mark.parametrize(
    ("who", "may"), [("mia", True), ("anna", True), ("ben", False), ("lex", False)]
)
def test_the_author_and_administrators_may(
    world: World, signed_in: As, who: str, may: bool
) -> None:
    tension, client = bring(world.mia), signed_in(world.people[who])
    assert client.get(at(tension, "edit/")).status_code == (200 if may else 403)
    page = client.get(at(tension)).content.decode()
    assert ("Change the words" in page) == may
    assert ("Withdraw this tension" in page) == may


def test_the_words_change(world: World, signed_in: As) -> None:
    tension, client = bring(world.mia), signed_in(world.mia)
    page = client.get(at(tension, "edit/")).content.decode()
    assert tension.what in page
    client.post(at(tension, "edit/"), {**FULL, "what": "Anders gezegd", "origin": "ai"})
    tension.refresh_from_db()
    assert (tension.what, tension.origin) == ("Anders gezegd", "ai")


def test_a_mistake_loses_nothing(world: World, signed_in: As) -> None:
    tension = bring(world.mia)
    sent = {**FULL, "what": "", "meanwhile": "Dit bleef staan"}
    page = signed_in(world.mia).post(at(tension, "edit/"), sent).content.decode()
    assert "Dit bleef staan" in page
    tension.refresh_from_db()
    assert tension.what == FULL["what"]


def test_withdrawing_can_be_undone(world: World, signed_in: As) -> None:
    tension, client = bring(world.mia), signed_in(world.mia)
    page = client.post(at(tension, "withdraw/"), follow=True).content.decode()
    assert f'action="{at(tension, "bring-back/")}"' in page
    assert signed_in(world.ben).get(at(tension)).status_code == 404
    assert "was withdrawn on" in client.get(at(tension)).content.decode()
    client.post(at(tension, "bring-back/"))
    assert signed_in(world.ben).get(at(tension)).status_code == 200


def test_others_cannot_withdraw_or_bring_back(world: World, signed_in: As) -> None:
    tension, client = bring(world.mia), signed_in(world.ben)
    assert client.post(at(tension, "withdraw/")).status_code == 403
    signed_in(world.mia).post(at(tension, "withdraw/"))
    assert client.post(at(tension, "bring-back/")).status_code == 404


def test_a_link_withdraws_nothing(world: World, signed_in: As) -> None:
    assert signed_in(world.mia).get(at(bring(world.mia), "withdraw/")).status_code == 405


@pytest.mark.parametrize("rest", ["", "edit/", "choose/"])
def test_outsiders_find_nothing(world: World, signed_in: As, rest: str) -> None:
    assert signed_in(world.otto).get(at(bring(world.mia), rest)).status_code == 404
