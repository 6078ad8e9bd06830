"""The ledger of a transition: let go, kept, begun."""

from django.db import transaction
from django.utils import timezone

from beide.web.initiatives.models import Initiative
from beide.web.network.models import LedgerEntry


@transaction.atomic
def note(*, initiative: Initiative, kind: str, what: str) -> LedgerEntry:
    """Write a line in one of the columns."""
    return LedgerEntry.objects.create(initiative=initiative, kind=kind, what=what)


@transaction.atomic
def reword(*, entry: LedgerEntry, kind: str, what: str) -> None:
    """Say a line differently, or put it in another column."""
    entry.kind, entry.what = kind, what
    entry.save(update_fields=["kind", "what"])


@transaction.atomic
def strike(*, entry: LedgerEntry) -> None:
    """Take a line away. It can be put back."""
    entry.removed = timezone.localdate()
    entry.save(update_fields=["removed"])


@transaction.atomic
def put_back_note(*, entry: LedgerEntry) -> None:
    """Put a line back that was taken away."""
    entry.removed = None
    entry.save(update_fields=["removed"])
