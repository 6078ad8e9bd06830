"""Who finds the network at all: members who work here; others find nothing."""

import pytest
from django.test import Client

from beide.web.network.models import Experiment, Joining
from tests.web.conftest import As
from tests.web.network.loops import card, explore, joined, url
from tests.web.people import World

PAGES = ("detail", "frame", "close", "stop", "experiment_new", "call", "ledger_add")


@pytest.mark.parametrize("page", PAGES)
def test_outsiders_find_nothing(world: World, signed_in: As, page: str) -> None:
    initiative = explore(world.noord)
    assert signed_in(world.otto).get(url(page, initiative.pk)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_loops_of_elsewhere_are_not_found(world: World, signed_in: As, page: str) -> None:
    theirs = explore(world.zuid)
    assert signed_in(world.anna).get(url(page, theirs.pk)).status_code == 404


def test_council_does_not_look_into_the_network(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    cora = signed_in(world.cora)
    assert cora.get(url("list")).status_code == 403
    assert cora.get(url("detail", initiative.pk)).status_code == 403
    assert cora.post(url("join", initiative.pk), {"hours": "2"}).status_code == 403


def test_strangers_sign_in_first(world: World) -> None:
    assert Client().get(url("list"))["Location"].startswith("/accounts/login/")


def test_looking_changes_nothing(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    joined(initiative, world.mia)
    experiment, anna = card(initiative), signed_in(world.anna)
    joining = Joining.objects.get()
    for name, pk in [
        ("move", initiative.pk),
        ("join", initiative.pk),
        ("leave", initiative.pk),
        ("accept", initiative.pk),
        ("agree", joining.pk),
        ("propose", joining.pk),
        ("experiment_begin", experiment.pk),
        ("experiment_remove", experiment.pk),
        ("experiment_again", experiment.pk),
        ("experiment_unlearn", experiment.pk),
    ]:
        assert anna.get(url(name, pk)).status_code == 405, name
    assert Experiment.objects.get().begins is None
