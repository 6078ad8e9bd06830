"""Reading a plan: asking its data, and keeping what they said."""

from collections.abc import Callable

from django.db import transaction
from django.db.models import QuerySet

from beide.web.effects.models import Plan, Reading
from beide.web.evidence.access import is_open


def readable() -> QuerySet[Plan]:
    """Return the plans that stand, with what is needed to read them."""
    return Plan.objects.filter(withdrawn=None).select_related(
        "initiative__organisation", "promise__log", "job"
    )


def is_watched(plan: Plan) -> bool:
    """Tell whether a plan is still looked at every week: it goes on, or waits for its look."""
    newest = plan.readings.first()
    has_verdict = newest is not None and bool(newest.effect)
    return plan.stands and plan.initiative.stopped is None and not (plan.ended and has_verdict)


def read(plan: Plan, *, before_keeping: Callable[[], None] = lambda: None) -> Reading | None:
    """Ask the data of a plan, unless they are closed, and keep the answer beside earlier ones.

    A later answer about the same weeks takes the place of the earlier one.
    """
    promise = plan.promise
    organisation = plan.initiative.organisation
    if promise and not is_open(organisation=organisation, generated=promise.log.generated):
        return None
    # SciPy is not for pages.
    from beide.web.effects.computing import compute

    found = compute(plan)
    before_keeping()
    with transaction.atomic():
        plan.readings.filter(until=found.until).delete()
        found.save()
    return found
