"""Planning an experiment: open until it begins, fixed from then on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from beide.web.initiatives.models import Initiative
from beide.web.network import actions
from beide.web.network.models import Experiment
from tests.web.conftest import As
from tests.web.network.loops import CARD, card, explore, joined, post, text, undo, url
from tests.web.people import World

FILLED = {name: value or "" for name, value in CARD.items()}
State = Experiment.State


@pytest.fixture
def initiative(world: World) -> Initiative:
    found = explore(world.noord)
    joined(found, world.mia)
    return found


def test_card_belongs_to_the_round_in_which_it_was_made(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    actions.close_round(round_=initiative.rounds.get(), learnt="Something.")
    actions.open_next(initiative=initiative, question="And now?")
    page = text(post(signed_in(world.mia), "experiment_new", initiative.pk, **FILLED))
    experiment = Experiment.objects.get()
    assert experiment.round.number == 2
    for words in ("People choose better at home.", "a district team", "Four of five keep it."):
        assert words in page


@pytest.mark.parametrize("field", ["title", "believe", "attempt", "will_see", "stops_when"])
def test_card_is_complete_before_it_is_kept(
    world: World, signed_in: As, initiative: Initiative, field: str
) -> None:
    answer = post(signed_in(world.mia), "experiment_new", initiative.pk, **{**FILLED, field: ""})
    assert list(answer.context["form"].errors) == [field]
    assert not Experiment.objects.exists()
    assert all(value in text(answer) for name, value in FILLED.items() if name != field)


def test_who_does_not_take_part_reads_but_does_not_plan(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    ben, experiment = signed_in(world.ben), card(initiative)
    assert post(ben, "experiment_new", initiative.pk, **FILLED).status_code == 403
    assert post(ben, "experiment_edit", experiment.pk, **FILLED).status_code == 403
    assert post(ben, "experiment_begin", experiment.pk).status_code == 403
    page = text(ben.get(url("experiment", experiment.pk)))
    assert "People who take part write it down here." in page
    assert "Begin today" not in page


def test_states_follow_the_calendar(world: World, initiative: Initiative) -> None:
    today = timezone.localdate()
    assert card(initiative).state == State.TO_BEGIN
    assert card(initiative, begins=today + timedelta(days=1)).state == State.TO_BEGIN
    assert card(initiative, begins=today).state == State.RUNNING


def test_detail_groups_cards_by_state(world: World, signed_in: As, initiative: Initiative) -> None:
    card(initiative, title="Later")
    card(initiative, title="Now", begins=timezone.localdate())
    groups = signed_in(world.ben).get(url("detail", initiative.pk)).context["groups"]
    found = {group.state: [one.title for one in group.experiments] for group in groups}
    assert found == {"running": ["Now"], "to_begin": ["Later"]}


def test_plan_changes_until_it_begins(world: World, signed_in: As, initiative: Initiative) -> None:
    experiment, mia = card(initiative), signed_in(world.mia)
    post(mia, "experiment_edit", experiment.pk, **{**FILLED, "title": "At home"})
    experiment.refresh_from_db()
    assert experiment.title == "At home"
    actions.begin(experiment=experiment)
    page = post(mia, "experiment_edit", experiment.pk, **{**FILLED, "title": "Too late"})
    assert "the plan stays as it is" in text(page)
    experiment.refresh_from_db()
    assert experiment.title == "At home"


def test_action_refuses_to_change_a_fixed_plan(initiative: Initiative) -> None:
    experiment = card(initiative, begins=timezone.localdate())
    assert not actions.replan(experiment=experiment, **{**CARD, "title": "Too late"})
    assert not actions.remove(experiment=experiment)
    experiment.refresh_from_db()
    assert (experiment.title, experiment.removed) == ("Fitting at home", None)


def test_beginning_is_taken_back_with_its_date(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    later = timezone.localdate() + timedelta(days=9)
    experiment, mia = card(initiative, begins=later), signed_in(world.mia)
    begun = post(mia, "experiment_begin", experiment.pk)
    experiment.refresh_from_db()
    assert experiment.begins == timezone.localdate()
    undo(mia, begun)
    experiment.refresh_from_db()
    assert experiment.begins == later


def test_beginning_of_yesterday_stands(world: World, signed_in: As, initiative: Initiative) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    experiment = card(initiative, begins=yesterday)
    page = post(signed_in(world.mia), "experiment_not_begun", experiment.pk)
    assert "It began before today" in text(page)
    experiment.refresh_from_db()
    assert experiment.begins == yesterday


def test_new_card_is_taken_back_and_put_back(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    mia = signed_in(world.mia)
    added = post(mia, "experiment_new", initiative.pk, **FILLED)
    removed = undo(mia, added)
    assert not Experiment.objects.exists()
    assert "Fitting at home" not in text(removed)
    experiment = Experiment.everything.get()
    assert mia.get(url("experiment", experiment.pk)).status_code == 404
    undo(mia, removed)
    assert Experiment.objects.get() == experiment


def test_begun_experiment_is_not_taken_away(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    experiment = card(initiative, begins=timezone.localdate())
    page = post(signed_in(world.mia), "experiment_remove", experiment.pk)
    assert "Write down what it taught" in text(page)
    assert Experiment.objects.exists()


def test_experiment_of_elsewhere_is_not_found(world: World, signed_in: As) -> None:
    theirs = card(explore(world.zuid))
    assert signed_in(world.anna).get(url("experiment", theirs.pk)).status_code == 404
