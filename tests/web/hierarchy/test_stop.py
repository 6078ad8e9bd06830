"""Stopping with a reason, and taking it up again."""

import pytest

from beide.web.initiatives.models import Initiative
from tests.web.conftest import As
from tests.web.hierarchy.made import at, carry
from tests.web.people import World

WHY = {"why": "De leverancier stopt ermee"}


@pytest.mark.parametrize(
    ("who", "may"), [("mia", False), ("gijs", False), ("lex", True), ("anna", True)]
)
def test_its_lead_and_administrators_stop_it(
    world: World, signed_in: As, who: str, may: bool
) -> None:
    made = carry(world)
    answer = signed_in(world.people[who]).post(at(made, "stop/"), WHY)
    assert answer.status_code == (302 if may else 403)
    made.refresh_from_db()
    assert bool(made.stopped) == may


def test_a_reason_is_needed(world: World, signed_in: As) -> None:
    page = signed_in(world.lex).post(at(carry(world), "stop/"), {"why": " "}).content.decode()
    assert "Write in one sentence why we stop." in page
    assert not Initiative.objects.exclude(stopped=None).exists()


def test_the_page_says_why_and_offers_to_take_it_up(world: World, signed_in: As) -> None:
    made, client = carry(world), signed_in(world.lex)
    page = client.post(at(made, "stop/"), WHY, follow=True).content.decode()
    assert "De leverancier stopt ermee" in page
    assert "Pick it up again" in page
    assert "Pick it up again" not in signed_in(world.mia).get(at(made)).content.decode()
    assert signed_in(world.mia).post(at(made, "resume/")).status_code == 403


def test_stopping_is_one_undo(world: World, signed_in: As) -> None:
    made, client = carry(world), signed_in(world.lex)
    client.post(at(made, "stop/"), WHY)
    undo = at(made, f"undo/{made.happenings.get(kind='stopped').pk}/")
    assert signed_in(world.mia).post(undo).status_code == 403
    client.post(undo)
    made.refresh_from_db()
    assert made.stopped is None
    assert not made.happenings.filter(kind="stopped").exists()


def test_taking_it_up_again_keeps_the_history_and_is_one_undo(world: World, signed_in: As) -> None:
    made, client = carry(world), signed_in(world.lex)
    client.post(at(made, "stop/"), WHY)
    page = client.post(at(made, "resume/"), follow=True).content.decode()
    assert "Taken up again." in page
    assert "De leverancier stopt ermee" in page
    client.post(at(made, f"undo/{made.happenings.get(kind='resumed').pk}/"))
    made.refresh_from_db()
    assert made.stopped
    assert made.why_stopped == WHY["why"]


def test_a_stopped_one_is_not_stopped_or_looked_at_again(world: World, signed_in: As) -> None:
    made, client = carry(world), signed_in(world.lex)
    client.post(at(made, "stop/"), WHY)
    assert client.get(at(made, "stop/"))["Location"] == at(made)
    assert client.get(at(made, "look/"))["Location"] == at(made)
    assert made.happenings.filter(kind="stopped").count() == 1
