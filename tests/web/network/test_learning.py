"""Learning from an experiment, and what the page proposes then."""

from datetime import timedelta

import pytest
from django.utils import timezone

from beide.web.initiatives import actions as initiatives
from beide.web.initiatives.models import Initiative
from beide.web.network import actions
from beide.web.network.models import Experiment
from tests.web.conftest import As
from tests.web.network.loops import card, explore, joined, post, text, undo, url
from tests.web.people import World

LEARNT = {"saw": "All five kept it.", "learnt": "Carpets matter.", "next": "adopt"}
State = Experiment.State


@pytest.fixture
def initiative(world: World) -> Initiative:
    found = explore(world.noord)
    joined(found, world.mia)
    return found


@pytest.fixture
def experiment(initiative: Initiative) -> Experiment:
    return card(initiative, begins=timezone.localdate() - timedelta(days=9))


def test_learning_card_stands_beside_the_plan(
    world: World, signed_in: As, experiment: Experiment
) -> None:
    page = text(post(signed_in(world.mia), "experiment_learn", experiment.pk, **LEARNT))
    for words in ("All five kept it.", "Carpets matter.", "Adopt it", "Four of five keep it."):
        assert words in page
    experiment.refresh_from_db()
    assert (experiment.state, experiment.learnt_on) == (State.LEARNT, timezone.localdate())


def test_page_proposes_to_offer_it(world: World, signed_in: As, experiment: Experiment) -> None:
    page = text(post(signed_in(world.mia), "experiment_learn", experiment.pk, **LEARNT))
    assert f"/o/noord/insights/new/?experiment={experiment.pk}" in page
    assert "Offer this insight to the hierarchy" in page


def test_form_shows_what_was_expected(world: World, signed_in: As, experiment: Experiment) -> None:
    page = signed_in(world.mia).get(url("experiment_learn", experiment.pk))
    assert "You expected: “Four of five keep it.”" in text(page)


@pytest.mark.parametrize("field", ["saw", "learnt", "next"])
def test_every_part_is_asked(
    world: World, signed_in: As, experiment: Experiment, field: str
) -> None:
    answer = post(signed_in(world.mia), "experiment_learn", experiment.pk, **{**LEARNT, field: ""})
    assert list(answer.context["form"].errors) == [field]
    experiment.refresh_from_db()
    assert experiment.learnt_on is None


def test_learning_is_taken_back_without_losing_words(
    world: World, signed_in: As, experiment: Experiment
) -> None:
    mia = signed_in(world.mia)
    undo(mia, post(mia, "experiment_learn", experiment.pk, **LEARNT))
    experiment.refresh_from_db()
    assert experiment.state == State.RUNNING
    assert "Carpets matter." in text(mia.get(url("experiment_learn", experiment.pk)))


def test_learning_can_be_reworded_and_keeps_its_day(
    world: World, signed_in: As, experiment: Experiment
) -> None:
    actions.learn(experiment=experiment, saw="A", learnt="B", next_="stop")
    day = timezone.localdate() - timedelta(days=3)
    Experiment.objects.update(learnt_on=day)
    post(signed_in(world.mia), "experiment_learn", experiment.pk, **LEARNT)
    experiment.refresh_from_db()
    assert (experiment.learnt, experiment.learnt_on) == ("Carpets matter.", day)


def test_plan_stays_fixed_once_learnt(world: World, signed_in: As, experiment: Experiment) -> None:
    actions.learn(experiment=experiment, saw="A", learnt="B", next_="stop")
    mia = signed_in(world.mia)
    assert mia.get(url("experiment_edit", experiment.pk)).status_code == 302
    assert "Change the plan" not in text(mia.get(url("experiment", experiment.pk)))


def test_what_has_not_begun_cannot_teach(
    world: World, signed_in: As, initiative: Initiative
) -> None:
    experiment = card(initiative)
    page = post(signed_in(world.mia), "experiment_learn", experiment.pk, **LEARNT)
    assert "It has not begun yet" in text(page)
    assert not actions.learn(experiment=experiment, saw="A", learnt="B", next_="stop")
    experiment.refresh_from_db()
    assert experiment.learnt_on is None


def test_trying_again_copies_the_plan_into_this_round(
    world: World, signed_in: As, experiment: Experiment
) -> None:
    actions.learn(experiment=experiment, saw="A", learnt="B", next_="again")
    actions.close_round(round_=experiment.round, learnt="Something.")
    second = actions.open_next(initiative=experiment.initiative, question="And now?")
    mia = signed_in(world.mia)
    page = post(mia, "experiment_again", experiment.pk)
    copied = Experiment.objects.exclude(pk=experiment.pk).get()
    assert page.redirect_chain[-1][0] == url("experiment_edit", copied.pk)
    assert (copied.round, copied.believe, copied.state) == (
        second,
        experiment.believe,
        State.TO_BEGIN,
    )
    assert (copied.saw, copied.learnt, copied.next) == ("", "", "")
    undo(mia, page)
    assert Experiment.objects.get() == experiment


def test_trying_again_waits_while_it_rests(
    world: World, signed_in: As, experiment: Experiment
) -> None:
    initiatives.stop(initiative=experiment.initiative, why="Another question.")
    page = post(signed_in(world.mia), "experiment_again", experiment.pk)
    assert "Take it up again first." in text(page)
    assert Experiment.objects.count() == 1


def test_lesson_is_in_the_history(world: World, signed_in: As, experiment: Experiment) -> None:
    actions.learn(experiment=experiment, saw="A", learnt="B", next_="stop")
    page = signed_in(world.ben, language="nl").get(url("detail", experiment.initiative_id))
    assert "Geleerd van het experiment ‘Fitting at home’." in text(page)
