"""Joining because one wants to, and leaving without having to say why."""

from datetime import date
from decimal import Decimal

import pytest

from beide.web.network import actions
from beide.web.network.models import Joining
from tests.web.conftest import As
from tests.web.network.loops import explore, joined, post, text, undo, url
from tests.web.people import World


def test_joining_proposes_hours_and_waits_for_agreement(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    mia = signed_in(world.mia)
    assert 'value="2"' in text(mia.get(url("detail", initiative.pk)))
    page = text(post(mia, "join", initiative.pk, hours="2,5"))
    assert Joining.objects.get().hours == Decimal("2.5")
    assert "You take part, 2.5 hours a week." in page
    assert "waiting for agreement" in page


def test_joining_is_taken_back(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    mia = signed_in(world.mia)
    undo(mia, post(mia, "join", initiative.pk, hours="2"))
    assert not Joining.objects.exists()


def test_names_are_visible_to_members_and_hours_are_not(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    joined(initiative, world.mia, hours="7.5")
    page = text(signed_in(world.ben).get(url("detail", initiative.pk)))
    assert "Mia" in page
    assert "7.5" not in page


@pytest.mark.parametrize("hours", ["", "0", "41", "many"])
def test_impossible_hours_are_asked_again(world: World, signed_in: As, hours: str) -> None:
    initiative = explore(world.noord)
    answer = post(signed_in(world.mia), "join", initiative.pk, hours=hours)
    assert answer.status_code == 422
    assert "hours" in answer.context["form"].errors
    assert not Joining.objects.exists()


def test_other_hours_are_to_be_agreed_again(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    actions.agree(joining=joined(initiative, world.mia))
    post(signed_in(world.mia), "join", initiative.pk, hours="4")
    joining = Joining.objects.get()
    assert (joining.hours, joining.is_agreed) == (Decimal(4), False)


def test_same_hours_stay_agreed(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    actions.agree(joining=joined(initiative, world.mia))
    post(signed_in(world.mia), "join", initiative.pk, hours="2")
    assert Joining.objects.get().is_agreed


def test_leaving_asks_nothing_and_leaves_no_trace(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    joined(initiative, world.mia)
    page = text(post(signed_in(world.mia), "leave", initiative.pk))
    assert not Joining.objects.exists()
    assert initiative.happenings.count() == 1
    assert "You no longer take part." in page


def test_leaving_is_taken_back_as_it_was(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    joining = joined(initiative, world.mia, hours="3.5")
    actions.agree(joining=joining)
    Joining.objects.update(joined=date(2025, 3, 1))
    mia = signed_in(world.mia)
    undo(mia, post(mia, "leave", initiative.pk))
    back = Joining.objects.get()
    assert (back.membership, back.hours, back.joined) == (
        world.mia,
        Decimal("3.5"),
        date(2025, 3, 1),
    )
    assert back.is_agreed


def test_someone_else_cannot_use_the_way_back(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    joined(initiative, world.mia)
    left = post(signed_in(world.mia), "leave", initiative.pk)
    assert undo(signed_in(world.ben), left).status_code == 404
    assert post(signed_in(world.mia), "rejoin", initiative.pk, "made-up").status_code == 404
    assert not Joining.objects.exists()


def test_leaving_what_one_never_joined_is_harmless(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    assert post(signed_in(world.mia), "leave", initiative.pk).status_code == 200
