"""What can be done with a step."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from beide.web.hierarchy.models import Step
from beide.web.initiatives.models import Initiative


@transaction.atomic
def add(*, initiative: Initiative, what: str, due: date | None) -> Step:
    """Add a step."""
    return Step.objects.create(initiative=initiative, what=what, due=due)


@transaction.atomic
def edit(*, step: Step, what: str, due: date | None) -> Step:
    """Say a step in other words, or give it another date."""
    step.what, step.due = what, due
    step.save(update_fields=["what", "due"])
    return step


@transaction.atomic
def finish(*, step: Step) -> Step:
    """Mark a step as done today."""
    step.done_on = timezone.localdate()
    step.save(update_fields=["done_on"])
    return step


@transaction.atomic
def reopen(*, step: Step) -> Step:
    """Mark a step as not done after all."""
    step.done_on = None
    step.save(update_fields=["done_on"])
    return step


@transaction.atomic
def remove(*, step: Step) -> Step:
    """Take a step off the list."""
    step.removed_on = timezone.localdate()
    step.save(update_fields=["removed_on"])
    return step


@transaction.atomic
def put_back(*, step: Step) -> Step:
    """Undo a removal."""
    step.removed_on = None
    step.save(update_fields=["removed_on"])
    return step
