"""Effects that come by themselves: plans that nobody made, and readings after new data."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from beide.change import Form
from beide.web.effects import actions as effects
from beide.web.effects import tasks
from beide.web.effects.models import Plan
from beide.web.evidence import keeping
from beide.web.evidence.models import EventLog, Promise
from beide.web.initiatives.actions import move, undo
from beide.web.jobs.models import Job
from beide.web.network import actions
from beide.web.network.models import Experiment
from tests.web.conftest import As
from tests.web.effects.series import a_log, a_plan, a_promise, an_improvement, orders
from tests.web.network.loops import card, explore, joined, text
from tests.web.people import World

Captured = DjangoCaptureOnCommitCallbacks
TODAY = timezone.localdate


@pytest.fixture
def promise(world: World) -> Promise:
    """A promise of which nothing is read yet."""
    log = EventLog.objects.create(organisation=world.noord, name="Orders", generated=True)
    return Promise.objects.create(
        organisation=world.noord, log=log, name="In two days", within_hours=48, share=0.9
    )


@pytest.fixture
def experiment(world: World, promise: Promise) -> Experiment:
    """A card that protects a promise and has no day yet."""
    initiative = explore(world.noord)
    joined(initiative, world.mia)
    return card(initiative, protects=promise)


def begun(experiment: Experiment) -> Plan:
    actions.begin(experiment=experiment)
    assert experiment.plan is not None
    return experiment.plan


def test_experiment_that_begins_gets_a_plan(experiment: Experiment) -> None:
    assert experiment.plan is None
    plan = begun(experiment)
    assert (plan.starts, plan.title, plan.automatic) == (TODAY(), "Fitting at home", True)
    assert plan.stop_when == "After three weeks."
    assert plan.is_fixed
    assert plan.is_beforehand


def test_plan_goes_when_it_has_not_begun_after_all(experiment: Experiment) -> None:
    begun(experiment)
    actions.not_begun(experiment=experiment)
    assert not Plan.objects.exists()
    assert Experiment.objects.get().plan is None


def test_plan_made_by_itself_follows_the_day_until_it_begins(
    world: World, promise: Promise
) -> None:
    soon, later = TODAY() + timedelta(days=5), TODAY() + timedelta(days=12)
    made = card(explore(world.noord), protects=promise, begins=soon)
    fields = {name: getattr(made, name) for name in actions.experiments.Plan.__annotations__}
    actions.replan(experiment=made, **{**fields, "begins": later})
    plan = Plan.objects.get()
    assert (plan.starts, plan.look_on) == (later, later + effects.LOOK_AFTER)


def test_plan_that_people_made_is_not_moved_and_the_page_says_so(
    world: World, signed_in: As, experiment: Experiment
) -> None:
    starts = TODAY() + timedelta(days=30)
    actions.measure(
        experiment=experiment,
        promise=experiment.protects,
        starts=starts,
        look_on=starts + timedelta(weeks=12),
    )
    plan = begun(experiment)
    plan.refresh_from_db()
    assert plan.starts == starts
    page = signed_in(world.mia).get(reverse("network:experiment", args=["noord", experiment.pk]))
    assert "Nothing moved by itself." in text(page)


def test_learning_ends_the_watch_and_taking_it_back_goes_on(experiment: Experiment) -> None:
    plan = begun(experiment)
    actions.learn(experiment=experiment, saw="a", learnt="b", next_="adopt")
    plan.refresh_from_db()
    assert plan.ended == TODAY()
    actions.unlearn(experiment=experiment)
    plan.refresh_from_db()
    assert plan.ended is None


def test_who_takes_part_makes_the_plan_of_an_experiment(
    world: World, signed_in: As, experiment: Experiment, promise: Promise
) -> None:
    mia, where = signed_in(world.mia), reverse("network:experiment_plan", args=["noord", 1])
    where = where.replace("/1/", f"/{experiment.pk}/")
    starts = TODAY() + timedelta(days=7)
    filled = {
        "promise": promise.pk,
        "measure": "kept",
        "starts": starts.isoformat(),
        "look_on": (starts + timedelta(weeks=12)).isoformat(),
        "why_then": "The nurse has time.",
    }
    assert mia.get(where).context["form"]["stop_when"].value() == "After three weeks."
    answer = mia.post(where, filled, follow=True)
    experiment.refresh_from_db()
    assert experiment.plan is not None
    assert experiment.plan.why_then == "The nurse has time."
    assert "Fitting at home" in text(answer)
    assert signed_in(world.ben).get(where).status_code == 403


def test_change_that_is_carried_out_gets_a_plan_and_undoing_takes_it_away(
    world: World, promise: Promise
) -> None:
    initiative = an_improvement(world.noord, promise=promise)
    move(initiative=initiative, stage="plan")
    assert not Plan.objects.exists()
    happening = move(initiative=initiative, stage="execute")
    plan = Plan.objects.get()
    assert (plan.initiative, plan.promise, plan.starts) == (initiative, promise, TODAY())
    assert happening is not None
    assert undo(initiative=initiative, happening=happening)
    assert not Plan.objects.exists()


def test_change_that_is_held_keeps_the_plan_it_had(world: World, promise: Promise) -> None:
    initiative = an_improvement(world.noord, promise=promise)
    move(initiative=initiative, stage="execute")
    move(initiative=initiative, stage="held")
    assert Plan.objects.count() == 1


def test_no_plan_without_a_promise(world: World) -> None:
    move(initiative=an_improvement(world.noord), stage="execute")
    assert not Plan.objects.exists()


def test_stages_of_the_network_make_no_plan(world: World, promise: Promise) -> None:
    initiative = explore(world.noord, form=Form.INNOVATION)
    initiative.promise = promise
    initiative.save(update_fields=["promise"])
    move(initiative=initiative, stage="discover")
    assert not Plan.objects.exists()


@pytest.fixture
def watched(world: World, tmp_path: Path) -> Callable[[], Plan]:
    """Return a function that makes a plan on a promise of which the data are there."""

    def make() -> Plan:
        promise = a_promise(a_log(world.noord, tmp_path, orders(late=0.1, late_after=0.5)))
        return a_plan(an_improvement(world.noord), promise)

    return make


def test_plan_is_read_in_the_background_as_soon_as_it_is_made(
    watched: Callable[[], Plan], django_capture_on_commit_callbacks: Captured
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        plan = watched()
    assert plan.readings.get().flagged
    plan.refresh_from_db()
    assert plan.job is not None
    assert plan.job.state == Job.State.DONE


def test_new_data_are_read_by_themselves(
    watched: Callable[[], Plan], django_capture_on_commit_callbacks: Captured
) -> None:
    plan = watched()
    assert not plan.readings.exists()
    assert plan.promise is not None
    with django_capture_on_commit_callbacks(execute=True):
        keeping.compute_promise(plan.promise)
    assert plan.readings.get().flagged


def test_withdrawn_plan_is_not_read(
    watched: Callable[[], Plan], django_capture_on_commit_callbacks: Captured
) -> None:
    plan = watched()
    effects.withdraw(plan=plan, why="Another comes.")
    assert plan.promise is not None
    with django_capture_on_commit_callbacks(execute=True):
        keeping.compute_promise(plan.promise)
    assert not plan.readings.exists()


def test_is_read_every_monday_and_only_by_the_task_of_that_moment(
    promise: Promise, world: World
) -> None:
    plan = a_plan(an_improvement(world.noord), promise)
    assert plan.due is not None
    assert timezone.localtime(plan.due).weekday() == 0
    assert plan.due > timezone.now()
    first = plan.job
    tasks.read_every_week.call(plan.pk, (plan.due - timedelta(days=7)).isoformat())
    plan.refresh_from_db()
    assert plan.job == first
    tasks.read_every_week.call(plan.pk, plan.due.isoformat())
    plan.refresh_from_db()
    assert plan.job != first


def test_plan_in_the_past_says_it_was_made_afterwards(world: World, promise: Promise) -> None:
    made = card(explore(world.noord), protects=promise, begins=date(2026, 1, 5))
    assert made.plan is not None
    assert not made.plan.is_beforehand
