"""Joining because you want to, and agreeing the hours as planned time."""

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from beide.web.initiatives.models import Initiative
from beide.web.network.models import Joining
from beide.web.organisation.models import Membership


@transaction.atomic
def join(*, initiative: Initiative, membership: Membership, hours: Decimal) -> Joining:
    """Take part, or ask for other hours. Other hours are to be agreed again."""
    joining, new = Joining.objects.get_or_create(
        initiative=initiative, membership=membership, defaults={"hours": hours}
    )
    if not new and joining.hours != hours:
        joining.hours, joining.agreed_on = hours, None
    joining.proposed = None
    joining.save(update_fields=["hours", "agreed_on", "proposed"])
    return joining


@transaction.atomic
def leave(*, joining: Joining) -> None:
    """Stop taking part. Nobody has to say why, and nothing of it is kept."""
    joining.delete()


@transaction.atomic
def rejoin(
    *,
    initiative: Initiative,
    membership: Membership,
    hours: Decimal,
    joined: date,
    agreed_on: date | None,
) -> Joining:
    """Take leaving back, with the same hours, agreed or not."""
    return Joining.objects.get_or_create(
        initiative=initiative,
        membership=membership,
        defaults={"hours": hours, "joined": joined, "agreed_on": agreed_on},
    )[0]


@transaction.atomic
def agree(*, joining: Joining) -> None:
    """Agree the hours someone asked for as planned time."""
    joining.agreed_on, joining.proposed = timezone.localdate(), None
    joining.save(update_fields=["agreed_on", "proposed"])


@transaction.atomic
def take_back_agreement(*, joining: Joining) -> None:
    """Let the hours wait for agreement again."""
    joining.agreed_on = None
    joining.save(update_fields=["agreed_on"])


@transaction.atomic
def propose(*, joining: Joining, hours: Decimal) -> None:
    """Propose other hours to the person who wants to take part."""
    joining.proposed = hours
    joining.save(update_fields=["proposed"])


@transaction.atomic
def take_back_proposal(*, joining: Joining) -> None:
    """Take a proposal back; what the person asked for waits again."""
    joining.proposed = None
    joining.save(update_fields=["proposed"])


@transaction.atomic
def accept_proposal(*, joining: Joining) -> bool:
    """Say yes to the hours the lead proposed; they are planned time from then on."""
    if joining.proposed is None:
        return False
    joining.hours, joining.proposed = joining.proposed, None
    joining.agreed_on = timezone.localdate()
    joining.save(update_fields=["hours", "proposed", "agreed_on"])
    return True
