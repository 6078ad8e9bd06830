"""Writes that join a table to the way of working that was agreed on it."""

from django.db import transaction

from beide.web.initiatives.models import Initiative
from beide.web.tables import document
from beide.web.tables.models import Table
from beide.web.tables.reading import plain
from beide.web.ways import actions as ways
from beide.web.ways.models import AgreedWay


@transaction.atomic
def agree(*, table: Table, name: str, agreed_by: str, why: str = "") -> AgreedWay:
    """Make a table as it is now the next version of its way of working."""
    made = ways.agree(
        organisation=table.organisation,
        way=table.way,
        name=name,
        document=plain(document.read(table)),
        agreed_by=agreed_by,
        why=why,
        team=table.team,
    )
    if table.way_id != made.way_id:
        table.way = made.way
        table.save(update_fields=["way"])
    return made


@transaction.atomic
def refer(*, table: Table, initiative: Initiative) -> None:
    """Let an improvement refer to the version that holds now, where there is one."""
    version = AgreedWay.objects.filter(way=table.way_id).order_by("-number").first()
    if version is not None:
        ways.refer(version=version, initiative=initiative)
