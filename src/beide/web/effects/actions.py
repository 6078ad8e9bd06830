"""What can be done with the plan of an effect."""

from datetime import date, timedelta
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils import timezone

from beide.web.effects import reading, tasks
from beide.web.effects.asking import asked_of
from beide.web.effects.models import Plan, Reading
from beide.web.evidence.models import Promise
from beide.web.initiatives.models import Initiative

LOOK_AFTER = timedelta(weeks=13)  # twelve whole weeks, whatever the day it starts on


class Fields(TypedDict, total=False):
    """What is written down in a plan."""

    promise: Promise | None
    measure: str
    scope: dict[str, Any]
    compare_with: list[dict[str, Any]]
    kinds: str
    starts: date
    look_on: date
    stop_when: str
    stop_if_suffers: bool
    why_then: str


@transaction.atomic
def make(
    *, initiative: Initiative, title: str = "", automatic: bool = False, **fields: Unpack[Fields]
) -> Plan:
    """Make a plan; it can change until it is fixed, or until the day on which it starts."""
    plan = Plan.objects.create(
        initiative=initiative,
        title=title,
        automatic=automatic,
        asked=asked_of(fields.get("promise")),
        **fields,
    )
    tasks.ask_reading(plan)
    tasks.plan_reading(plan)
    return plan


@transaction.atomic
def change(*, plan: Plan, **fields: Unpack[Fields]) -> bool:
    """Change a plan; tells whether that could be done, because a fixed one stays as it is."""
    if plan.is_fixed or not plan.stands:
        return False
    for name, value in fields.items():
        setattr(plan, name, value)
    plan.asked, plan.automatic = asked_of(plan.promise), False
    plan.save(update_fields=[*fields, "asked", "automatic"])
    tasks.ask_reading(plan)
    return True


@transaction.atomic
def move_start(*, plan: Plan, starts: date) -> bool:
    """Let a plan that Beide made follow the day on which something begins, until it is fixed."""
    if plan.is_fixed or not plan.automatic or plan.starts == starts:
        return False
    plan.look_on += starts - plan.starts
    plan.starts = starts
    plan.save(update_fields=["starts", "look_on"])
    return True


@transaction.atomic
def fix(*, plan: Plan) -> bool:
    """Fix a plan: from now on it cannot change, only be withdrawn with a reason."""
    if plan.is_fixed or not plan.stands:
        return False
    plan.fixed = timezone.now()
    plan.save(update_fields=["fixed"])
    return True


@transaction.atomic
def withdraw(*, plan: Plan, why: str) -> None:
    """Withdraw a plan, with the reason. It stays to be seen."""
    plan.withdrawn, plan.why_withdrawn = timezone.localdate(), why
    plan.save(update_fields=["withdrawn", "why_withdrawn"])


@transaction.atomic
def put_back(*, plan: Plan) -> None:
    """Take a withdrawal back."""
    plan.withdrawn, plan.why_withdrawn = None, ""
    plan.save(update_fields=["withdrawn", "why_withdrawn"])
    tasks.ask_reading(plan)


@transaction.atomic
def end(*, plan: Plan, on: date | None) -> None:
    """Say on which day it ended; nothing lets it go on."""
    plan.ended = on
    plan.save(update_fields=["ended"])


@transaction.atomic
def plan_by_itself(
    *,
    initiative: Initiative,
    promise: Promise | None = None,
    starts: date | None = None,
    title: str = "",
    stop_when: str = "",
) -> Plan | None:
    """Make the plan that nobody made: on the promise that is served, from today on.

    Nothing happens without a promise, or when the initiative itself has a plan that stands.
    """
    promise = promise or initiative.promise
    if promise is None:
        return None
    if not title and initiative.plans.filter(withdrawn=None, title="").exists():
        return None
    begins = starts or timezone.localdate()
    return make(
        initiative=initiative,
        title=title,
        automatic=True,
        promise=promise,
        starts=begins,
        look_on=begins + LOOK_AFTER,
        stop_when=stop_when,
    )


@transaction.atomic
def drop(*, plan: Plan) -> bool:
    """Take away a plan that Beide made, as long as nothing was measured after its start."""
    if not plan.automatic or plan.starts < timezone.localdate():
        return False
    plan.delete()
    return True


@transaction.atomic
def read(*, plan: Plan) -> None:
    """Have a plan read now, in the background."""
    tasks.ask_reading(plan)


@transaction.atomic
def read_promise(*, promise: Promise) -> None:
    """Have every plan on a promise read, because its data were renewed."""
    for plan in reading.readable().filter(promise=promise):
        if reading.is_watched(plan):
            tasks.ask_reading(plan)


def read_at_once(*, plan: Plan) -> Reading | None:
    """Read a plan here and now."""
    return reading.read(plan)
