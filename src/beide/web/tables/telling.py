"""Telling the open pages of a table that there is something new."""

from functools import partial

from django.db import transaction

from beide.web.live import groups
from beide.web.tables.models import Table


def group_of(table: Table) -> str:
    """Return the name of the group that listens to a table."""
    return f"table.{table.pk}"


def tell(table: Table) -> None:
    """Tell the open pages, once what was done is stored."""
    transaction.on_commit(partial(groups.tell, group_of(table), at_once=True))
