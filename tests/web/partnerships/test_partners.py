"""Partners: what each side wants to learn, where the relation is, what is tried together."""

from typing import Any

from django.utils import timezone

from beide.web.network.models import Experiment
from beide.web.partnerships.models import Partner, Step
from tests.web.conftest import As
from tests.web.partnerships.met import explored, partner, post, text, undo, url
from tests.web.people import World


def test_partner_is_written_down_and_taken_off_again(world: World, signed_in: As) -> None:
    mia = signed_in(world.mia)
    today = timezone.localdate()
    made = post(mia, "new", name="West", kind="customer", they_learn="When to call", since=today)
    assert "When to call" in text(made)
    gone = undo(mia, made)
    assert "West" not in text(mia.get(url("list")))
    undo(mia, gone)
    assert "West" in text(mia.get(url("list")))


def test_relation_moves_with_its_history_and_one_undo(world: World, signed_in: As) -> None:
    west, mia = partner(world), signed_in(world.mia)
    moved = post(mia, "stage", west.pk, stage="advises", why="They asked us to look along.")
    assert "From executes to advises." in text(moved)
    assert "Which question do we both have" in text(moved)
    undo(mia, moved)
    west.refresh_from_db()
    assert west.stage == "executes"
    assert not Step.objects.exists()


def test_earlier_step_is_not_taken_back_over_a_later_one(world: World, signed_in: As) -> None:
    west, mia = partner(world), signed_in(world.mia)
    moved = post(mia, "stage", west.pk, stage="advises")
    post(mia, "stage", west.pk, stage="develops")
    assert "has moved on since" in text(undo(mia, moved))
    west.refresh_from_db()
    assert west.stage == "develops"


def test_experiment_is_done_together(world: World, signed_in: As) -> None:
    west, mia, initiative = partner(world), signed_in(world.mia), explored(world)
    tried = Experiment.objects.create(
        initiative=initiative, round=initiative.rounds.get(), title="Fitting at home"
    )
    added = post(mia, "together", west.pk, experiment=tried.pk)
    assert "Fitting at home" in text(added)
    off = undo(mia, added)
    assert not west.experiments.exists()
    undo(mia, off)
    assert west.experiments.get() == tried
    assert "1 experiment together" in text(mia.get(url("list")))


def test_notes_of_a_meeting_are_kept(world: World, signed_in: As) -> None:
    west, mia = partner(world), signed_in(world.mia)
    kept = post(mia, "meeting_new", west.pk, on=timezone.localdate(), said="They wait for keys.")
    assert "They wait for keys." in text(kept)
    undo(mia, kept)
    assert "They wait for keys." not in text(mia.get(url("detail", west.pk)))


def test_page_asks_the_database_little(
    world: World, signed_in: As, django_assert_max_num_queries: Any
) -> None:
    west = partner(world)
    for number in range(5):
        Partner.objects.create(organisation=world.noord, name=str(number))
        west.meetings.create(said=str(number))
    mia = signed_in(world.mia)
    for page in (url("list"), url("detail", west.pk), url("guests"), url("ready")):
        with django_assert_max_num_queries(15):
            assert mia.get(page).status_code == 200
