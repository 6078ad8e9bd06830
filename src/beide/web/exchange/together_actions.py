"""Ask whether both modes strengthen each other, and draw an order in which teams start."""

import secrets
from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from beide.effect import staggered_starts
from beide.web.exchange.models import StartOrder, Together
from beide.web.exchange.tasks import compute_together
from beide.web.jobs import actions as jobs
from beide.web.organisation.models import Organisation, Team

PURPOSE = "exchange.together"


@transaction.atomic
def ask_together(*, organisation: Organisation) -> Together:
    """Have it computed in the background; asking twice at once computes it once."""
    found, _made = Together.objects.get_or_create(organisation=organisation)
    if found.job is None or found.job.is_over:
        found.job = jobs.ask(
            task=compute_together,
            organisation=organisation.pk,
            purpose=PURPOSE,
            subject=found.pk,
        )
        found.save(update_fields=["job"])
    return found


@transaction.atomic
def draw_order(
    *,
    organisation: Organisation,
    what: str,
    teams: Sequence[Team],
    first: date,
    weeks_between: int,
) -> StartOrder:
    """Draw an order in which teams start, and keep it."""
    import numpy as np

    names = {str(team.pk): team.name for team in teams}
    starts = staggered_starts(
        list(names),
        first=first,
        weeks_between=weeks_between,
        rng=np.random.default_rng(secrets.randbits(64)),
    )
    return StartOrder.objects.create(
        organisation=organisation,
        what=what,
        first=first,
        weeks_between=weeks_between,
        starts=[
            {"team": int(each.team), "name": names[each.team], "start": each.start.isoformat()}
            for each in starts
        ],
    )


@transaction.atomic
def remove_order(*, order: StartOrder) -> None:
    """Take an order away. It can be put back."""
    order.removed = timezone.localdate()
    order.save(update_fields=["removed"])


@transaction.atomic
def put_back_order(*, order: StartOrder) -> None:
    """Put an order back."""
    order.removed = None
    order.save(update_fields=["removed"])
