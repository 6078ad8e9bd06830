"""The only way to an organisation's insights. Outsiders get 404."""

from datetime import date, timedelta

from django.db.models import Max, QuerySet
from django.http import Http404
from django.utils import timezone

from beide.change import Mode
from beide.web.exchange.models import Insight, StartOrder
from beide.web.network.models import Experiment, Joining
from beide.web.organisation.access import teams_led_by
from beide.web.organisation.models import Membership
from beide.web.organisation.roles import Role

WAITS_TOO_LONG = timedelta(days=14)


def insights_of(organisation: int) -> QuerySet[Insight]:
    """Return the organisation's insights, each with the day of its latest passage."""
    return (
        Insight.objects.filter(organisation=organisation)
        .select_related("to_team", "initiative")
        .annotate(since=Max("passages__on"))
    )


def ledger_rows(organisation: int) -> QuerySet[Insight]:
    """Return the same with everything that happened to them."""
    return (
        insights_of(organisation)
        .select_related("experiment", "carried_by")
        .prefetch_related("passages", "checks")
    )


def waiting(organisation: int) -> QuerySet[Insight]:
    """Return the insights that were offered and not answered."""
    return insights_of(organisation).filter(state=Insight.State.OFFERED)


def waits_too_long(insight: Insight, *, today: date | None = None) -> bool:
    """Tell whether an offer has waited for an answer for over two weeks."""
    since: date | None = getattr(insight, "since", None)
    if insight.state != Insight.State.OFFERED or since is None:
        return False
    return (today or timezone.localdate()) - since > WAITS_TOO_LONG


def access_insight(*, membership: Membership, pk: int) -> Insight:
    """Return an insight of the member's organisation."""
    found = (
        insights_of(membership.organisation_id)
        .select_related("to_team", "initiative", "experiment", "organisation", "carried_by")
        .prefetch_related("passages", "checks")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise Http404
    return found


def orders_of(organisation: int) -> QuerySet[StartOrder]:
    """Return the orders of starting that were drawn, the newest first."""
    return StartOrder.objects.filter(organisation=organisation, removed=None)


def access_order(*, membership: Membership, pk: int, removed: bool = False) -> StartOrder:
    """Return an order of starting of the member's organisation."""
    found = StartOrder.objects.filter(
        organisation=membership.organisation_id, pk=pk, removed__isnull=not removed
    ).first()
    if found is None:
        raise Http404
    return found


def access_experiment(*, membership: Membership, pk: int) -> Experiment:
    """Return an experiment of the member's organisation, from which an insight can come."""
    found = (
        Experiment.objects.filter(initiative__organisation=membership.organisation_id, pk=pk)
        .select_related("initiative")
        .first()
    )
    if found is None:
        raise Http404
    return found


def goes_to(insight: Insight) -> Mode:
    """Return the mode an insight is offered to: the other one."""
    return Mode.NETWORK if insight.found_in == Mode.HIERARCHY else Mode.HIERARCHY


def may_answer(*, membership: Membership, insight: Insight) -> bool:
    """Tell whether a member may answer an offer on behalf of the mode it goes to."""
    if membership.has(Role.ADMINISTRATOR):
        return True
    if goes_to(insight) is Mode.NETWORK:
        return membership.has(Role.GUIDE) or takes_part(membership)
    if insight.to_team_id is None:
        return membership.has(Role.LEAD)
    return insight.to_team_id in teams_led_by(membership)


def takes_part(membership: Membership) -> bool:
    """Tell whether a member takes part in something that the network explores."""
    return Joining.objects.filter(membership=membership, initiative__stopped=None).exists()
