"""What can be done with an insight. Each step is kept, and the latest can be taken back."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from beide.change import Mode
from beide.web.exchange.models import Check, Insight, Passage
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Experiment
from beide.web.organisation.models import Organisation, Team

State = Insight.State
FOLLOWS = {
    State.FOUND: {State.OFFERED},
    State.OFFERED: {State.ACCEPTED, State.ADAPTED, State.DECLINED},
    State.ACCEPTED: {State.IN_USE},
    State.ADAPTED: {State.IN_USE},
    State.DECLINED: {State.OFFERED},
    State.IN_USE: set(),
}


@transaction.atomic
def find(
    *,
    organisation: Organisation,
    found_in: Mode,
    kind: str,
    what: str,
    about: str = "",
    initiative: Initiative | None = None,
    experiment: Experiment | None = None,
    on: date | None = None,
) -> Insight:
    """Write down an insight in the mode where it was found."""
    day = on or timezone.localdate()
    insight = Insight.objects.create(
        organisation=organisation,
        found_in=found_in.value,
        kind=kind,
        what=what,
        about=about,
        initiative=initiative,
        experiment=experiment,
        found=day,
    )
    Passage.objects.create(insight=insight, state=State.FOUND, on=day)
    return insight


@transaction.atomic
def change(*, insight: Insight, kind: str, what: str, about: str) -> None:
    """Say an insight better, as long as nobody has answered it."""
    insight.kind, insight.what, insight.about = kind, what, about
    insight.save(update_fields=["kind", "what", "about"])


@transaction.atomic
def offer(
    *, insight: Insight, to_role: str, to_team: Team | None, on: date | None = None
) -> Passage | None:
    """Offer an insight to a role in the other mode."""
    passage = go(insight, State.OFFERED, on=on)
    if passage:
        insight.to_role, insight.to_team = to_role, to_team
        insight.save(update_fields=["to_role", "to_team"])
    return passage


@transaction.atomic
def answer(*, insight: Insight, state: str, why: str, on: date | None = None) -> Passage | None:
    """Accept, adapt or decline an offer; the last two say why."""
    return go(insight, Insight.State(state), why=why, on=on)


@transaction.atomic
def use(
    *, insight: Insight, how: str, carried_by: Initiative | None = None, on: date | None = None
) -> Passage | None:
    """Record that an insight is in use from a day on, how, and through which initiative."""
    passage = go(insight, State.IN_USE, why=how, on=on)
    if passage:
        insight.carried_by = carried_by
        insight.save(update_fields=["carried_by"])
    return passage


@transaction.atomic
def check(*, insight: Insight, holds: bool, saw: str, on: date | None = None) -> Check:
    """Record a look at whether an insight in use still holds."""
    return Check.objects.create(
        insight=insight, holds=holds, saw=saw, on=on or timezone.localdate()
    )


def go(
    insight: Insight, state: Insight.State, *, why: str = "", on: date | None = None
) -> Passage | None:
    """Take one step; returns nothing when it does not follow from where the insight stands."""
    locked = Insight.objects.select_for_update().get(pk=insight.pk)
    if state not in FOLLOWS[Insight.State(locked.state)]:
        return None
    insight.state = state
    insight.save(update_fields=["state"])
    return Passage.objects.create(
        insight=insight, state=state, why=why, on=on or timezone.localdate()
    )


@transaction.atomic
def take_back(*, insight: Insight, passage: Passage) -> bool:
    """Undo the latest step, and only that."""
    passages = list(insight.passages.order_by("-pk")[:2])
    if len(passages) < 2 or passages[0].pk != passage.pk:
        return False
    passage.delete()
    insight.state = passages[1].state
    insight.save(update_fields=["state"])
    return True


@transaction.atomic
def take_back_check(*, check: Check) -> None:
    """Undo a look."""
    check.delete()
