"""Stopping with what is learnt by it, and taking up again."""

from beide.web.initiatives import actions as initiatives
from beide.web.initiatives.models import Initiative
from tests.web.conftest import As
from tests.web.network.loops import CARD, explore, joined, post, text, undo, url
from tests.web.people import World


def test_stop_keeps_what_was_learnt_by_it(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    page = text(post(signed_in(world.gijs), "stop", initiative.pk, why="Another question."))
    assert "What we learnt by stopping:" in page
    assert "Another question." in page
    assert "Stopped for now." in page


def test_stop_without_words_asks_for_them(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    answer = post(signed_in(world.gijs), "stop", initiative.pk, why="")
    assert answer.status_code == 422
    assert Initiative.objects.get().stopped is None


def test_stop_is_taken_back(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    gijs = signed_in(world.gijs)
    undo(gijs, post(gijs, "stop", initiative.pk, why="Another question."))
    assert Initiative.objects.get().stopped is None
    assert not initiative.happenings.filter(kind="stopped").exists()


def test_resume_goes_on_in_the_same_round_and_is_taken_back(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    initiatives.stop(initiative=initiative, why="Another question.")
    gijs = signed_in(world.gijs)
    resumed = post(gijs, "resume", initiative.pk)
    assert Initiative.objects.get().stopped is None
    assert initiative.rounds.count() == 1
    undo(gijs, resumed)
    assert Initiative.objects.get().why_stopped == "Another question."


def test_nothing_is_added_to_what_has_stopped(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    joined(initiative, world.mia)
    initiatives.stop(initiative=initiative, why="Another question.")
    mia, says = signed_in(world.mia), "This has stopped. Take it up again first."
    assert says in text(post(mia, "move", initiative.pk, stage="learn"))
    assert says in text(post(mia, "experiment_new", initiative.pk, **card_filled()))
    assert says in text(post(mia, "ledger_add", initiative.pk, kind="keep", what="Craft"))
    assert says in text(post(mia, "call", initiative.pk, looking_for="You", hours="2"))
    assert says in text(post(signed_in(world.ben), "join", initiative.pk, hours="2"))
    initiative.refresh_from_db()
    assert initiative.stage == "explore"
    assert not initiative.experiments.exists()
    assert not initiative.ledger.exists()
    assert not initiative.calls.exists()
    assert initiative.joinings.count() == 1


def card_filled() -> dict[str, str]:
    return {name: value or "" for name, value in CARD.items()}


def test_outsider_to_the_loop_cannot_stop_it(world: World, signed_in: As) -> None:
    initiative = explore(world.noord)
    assert signed_in(world.mia).get(url("stop", initiative.pk)).status_code == 403
