"""What can be done with a way of working. A version never changes; it can be taken back."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from beide.web.initiatives.models import Initiative
from beide.web.organisation.models import Organisation, Team
from beide.web.ways.models import AgreedWay, Way


@transaction.atomic
def agree(
    *,
    organisation: Organisation,
    way: Way | None,
    name: str,
    document: dict[str, Any],
    agreed_by: str,
    why: str = "",
    team: Team | None = None,
) -> AgreedWay:
    """Agree on a way of working: the first version of a new one, or the next of one there is."""
    if way is None:
        way = Way.objects.create(organisation=organisation, team=team)
    else:
        Way.objects.select_for_update().get(pk=way.pk)
    last = AgreedWay.everything.filter(way=way).aggregate(last=Max("number"))["last"] or 0
    return AgreedWay.objects.create(
        way=way, number=last + 1, name=name, document=document, agreed_by=agreed_by, why=why
    )


@transaction.atomic
def take_back(*, version: AgreedWay) -> None:
    """Take a version back, as if it had not been agreed yet."""
    version.taken_back = timezone.localdate()
    version.save(update_fields=["taken_back"])


@transaction.atomic
def put_back(*, version: AgreedWay) -> None:
    """Let a version stand again."""
    version.taken_back = None
    version.save(update_fields=["taken_back"])


@transaction.atomic
def refer(*, version: AgreedWay, initiative: Initiative) -> None:
    """Say that an improvement changes this version."""
    version.initiatives.add(initiative)
