"""Planning an experiment, beginning it, and writing down what it taught."""

from datetime import date
from typing import TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

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
    return Experiment.objects.create(initiative=round_.initiative, round=round_, **fields)


@transaction.atomic
def replan(*, experiment: Experiment, **fields: Unpack[Plan]) -> bool:
    """Change the plan, as long as the experiment has not begun."""
    if not is_still_open(experiment):
        return False
    for name, value in fields.items():
        setattr(experiment, name, value)
    experiment.save(update_fields=list(fields))
    return True


@transaction.atomic
def begin(*, experiment: Experiment) -> bool:
    """Begin today. From now on the plan is fixed."""
    if not is_still_open(experiment):
        return False
    experiment.begins = timezone.localdate()
    experiment.save(update_fields=["begins"])
    return True


@transaction.atomic
def not_begun(*, experiment: Experiment, begins: date | None = None) -> bool:
    """Take a beginning of today back; the plan is open again."""
    if not has_begun_today(experiment):
        return False
    experiment.begins = begins
    experiment.save(update_fields=["begins"])
    return True


@transaction.atomic
def learn(*, experiment: Experiment, saw: str, learnt: str, next_: str) -> bool:
    """Write down what was seen and learnt, and what follows. Only what has begun can teach."""
    if experiment.state == State.TO_BEGIN:
        return False
    experiment.saw, experiment.learnt, experiment.next = saw, learnt, next_
    experiment.learnt_on = experiment.learnt_on or timezone.localdate()
    experiment.save(update_fields=["saw", "learnt", "next", "learnt_on"])
    return True


@transaction.atomic
def unlearn(*, experiment: Experiment) -> None:
    """Let an experiment run on. What was written stays in the form."""
    experiment.learnt_on = None
    experiment.save(update_fields=["learnt_on"])


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
    return True


@transaction.atomic
def put_back(*, experiment: Experiment) -> None:
    """Put a plan back that was taken away."""
    experiment.removed = None
    experiment.save(update_fields=["removed"])


def is_still_open(experiment: Experiment) -> bool:
    """Tell whether the plan can still change."""
    return experiment.state == State.TO_BEGIN


def has_begun_today(experiment: Experiment) -> bool:
    """Tell whether its beginning can still be taken back."""
    return experiment.state == State.RUNNING and experiment.begins == timezone.localdate()
