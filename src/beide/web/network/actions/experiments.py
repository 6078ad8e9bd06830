"""Planning an experiment, beginning it, and writing down what it taught."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from beide.web.effects import actions as effects
from beide.web.effects.models import Plan as EffectPlan
from beide.web.evidence.models import Promise
from beide.web.network.models import Experiment, Round

State = Experiment.State


class Plan(TypedDict):
    """What is written down before an experiment begins."""

    title: str
    believe: str
    attempt: str
    together_with: str
    will_see: str
    stops_when: str
    protects: Promise | None
    begins: date | None


@transaction.atomic
def plan(*, round_: Round, **fields: Unpack[Plan]) -> Experiment:
    """Plan an experiment in this round."""
    made = Experiment.objects.create(initiative=round_.initiative, round=round_, **fields)
    plan_effect(made)
    return made


@transaction.atomic
def replan(*, experiment: Experiment, **fields: Unpack[Plan]) -> bool:
    """Change the plan, as long as the experiment has not begun."""
    if not is_still_open(experiment):
        return False
    for name, value in fields.items():
        setattr(experiment, name, value)
    experiment.save(update_fields=list(fields))
    plan_effect(experiment)
    return True


@transaction.atomic
def begin(*, experiment: Experiment) -> bool:
    """Begin today. From now on the plan is fixed."""
    if not is_still_open(experiment):
        return False
    experiment.begins = timezone.localdate()
    experiment.save(update_fields=["begins"])
    plan_effect(experiment)
    return True


@transaction.atomic
def not_begun(*, experiment: Experiment, begins: date | None = None) -> bool:
    """Take a beginning of today back; the plan is open again."""
    if not has_begun_today(experiment):
        return False
    experiment.begins = begins
    experiment.save(update_fields=["begins"])
    take_effect_away(experiment)
    plan_effect(experiment)
    return True


@transaction.atomic
def learn(*, experiment: Experiment, saw: str, learnt: str, next_: str) -> bool:
    """Write down what was seen and learnt, and what follows. Only what has begun can teach."""
    if experiment.state == State.TO_BEGIN:
        return False
    experiment.saw, experiment.learnt, experiment.next = saw, learnt, next_
    experiment.learnt_on = experiment.learnt_on or timezone.localdate()
    experiment.save(update_fields=["saw", "learnt", "next", "learnt_on"])
    if experiment.plan is not None:
        effects.end(plan=experiment.plan, on=experiment.learnt_on)
    return True


@transaction.atomic
def unlearn(*, experiment: Experiment) -> None:
    """Let an experiment run on. What was written stays in the form."""
    experiment.learnt_on = None
    experiment.save(update_fields=["learnt_on"])
    if experiment.plan is not None:
        effects.end(plan=experiment.plan, on=None)


@transaction.atomic
def again(*, experiment: Experiment, round_: Round) -> Experiment:
    """Copy the plan into this round, to try again in another way."""
    return plan(
        round_=round_,
        title=experiment.title,
        believe=experiment.believe,
        attempt=experiment.attempt,
        together_with=experiment.together_with,
        will_see=experiment.will_see,
        stops_when=experiment.stops_when,
        protects=experiment.protects,
        begins=None,
    )


@transaction.atomic
def remove(*, experiment: Experiment) -> bool:
    """Take a plan away that has not begun. It can be put back."""
    if not is_still_open(experiment):
        return False
    experiment.removed = timezone.localdate()
    experiment.save(update_fields=["removed"])
    take_effect_away(experiment)
    return True


@transaction.atomic
def put_back(*, experiment: Experiment) -> None:
    """Put a plan back that was taken away."""
    experiment.removed = None
    experiment.save(update_fields=["removed"])
    plan_effect(experiment)


@transaction.atomic
def measure(*, experiment: Experiment, **fields: Unpack[effects.Fields]) -> EffectPlan:
    """Agree how its effect is measured; a plan that Beide made before makes place for it."""
    take_effect_away(experiment)
    experiment.plan = effects.make(
        initiative=experiment.initiative, title=experiment.title, **fields
    )
    experiment.save(update_fields=["plan"])
    return experiment.plan


def plan_effect(experiment: Experiment) -> None:
    """Make the plan of its effect when nobody did, and let it follow the day it begins.

    A plan that people made stays as it is; their page says when the days differ.
    """
    if experiment.begins is None or experiment.protects is None:
        return
    made = experiment.plan
    if made is not None and made.promise_id != experiment.protects.pk:
        take_effect_away(experiment)
    if experiment.plan is not None:
        effects.move_start(plan=experiment.plan, starts=experiment.begins)
        return
    experiment.plan = effects.plan_by_itself(
        initiative=experiment.initiative,
        promise=experiment.protects,
        starts=experiment.begins,
        title=experiment.title,
        stop_when=experiment.stops_when,
    )
    experiment.save(update_fields=["plan"])


def take_effect_away(experiment: Experiment) -> None:
    """Take a plan away that Beide made, when nothing was measured after its start."""
    if experiment.plan is not None and effects.drop(plan=experiment.plan):
        experiment.plan = None


def is_still_open(experiment: Experiment) -> bool:
    """Tell whether the plan can still change."""
    return experiment.state == State.TO_BEGIN


def has_begun_today(experiment: Experiment) -> bool:
    """Tell whether its beginning can still be taken back."""
    return experiment.state == State.RUNNING and experiment.begins == timezone.localdate()
