"""What else began on the same outcome."""

from dataclasses import dataclass
from datetime import date

from beide.web.effects.asking import are_apart
from beide.web.effects.models import Plan


@dataclass(frozen=True, slots=True)
class Other:
    """Another thing that began on the same outcome, and when."""

    name: str
    starts: date
    initiative: int


def others_of(plan: Plan) -> list[Other]:
    """Return what else began on the promise of a plan, in cases that can be the same.

    What shares its first day is left out: those two are one start, and the page says so.
    """
    if plan.promise_id is None:
        return []
    found = (
        Plan.objects.filter(promise=plan.promise_id, withdrawn=None)
        .exclude(pk=plan.pk)
        .exclude(initiative=plan.initiative_id, starts=plan.starts)
        .select_related("initiative")
        .order_by("starts", "pk")
    )
    return [
        Other(each.name, each.starts, each.initiative_id)
        for each in found
        if not are_apart(plan.scope, each.scope)
    ]
