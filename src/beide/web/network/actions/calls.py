"""Calling people to join."""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from beide.web.initiatives.models import Initiative
from beide.web.network.models import Call


@transaction.atomic
def call(*, initiative: Initiative, looking_for: str, hours: Decimal) -> Call:
    """Call for people. An earlier call of the same initiative closes."""
    initiative.calls.filter(closed=None).update(closed=timezone.localdate())
    return Call.objects.create(initiative=initiative, looking_for=looking_for, hours=hours)


@transaction.atomic
def close_call(*, call: Call) -> None:
    """Stop calling."""
    call.closed = timezone.localdate()
    call.save(update_fields=["closed"])


@transaction.atomic
def reopen_call(*, call: Call) -> None:
    """Take the closing of a call back."""
    call.initiative.calls.filter(closed=None).update(closed=timezone.localdate())
    call.closed = None
    call.save(update_fields=["closed"])
