"""The only way to what was found about when it goes well. Outsiders get 404."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import Http404

from beide.change import Mode
from beide.web.evidence.access import is_open
from beide.web.initiatives.access import access_initiative, initiatives_of
from beide.web.initiatives.models import Initiative
from beide.web.network.access import current_round, joined_by, may_carry
from beide.web.network.models import Experiment, Round
from beide.web.organisation.models import Membership, Organisation
from beide.web.organisation.roles import Role
from beide.web.patterns.models import Finding, Opinion, Search


def searches_of(organisation: Organisation) -> QuerySet[Search]:
    """Return every search, the latest first, with how many patterns it found."""
    return (
        Search.objects.filter(log__organisation=organisation)
        .select_related("log", "promise", "job")
        .annotate(patterns=Count("findings"))
    )


def may_be_seen(search: Search, organisation: Organisation) -> bool:
    """Tell whether what a search found may be seen: its log is open."""
    return is_open(organisation=organisation, generated=search.log.generated)


def access_search(*, membership: Membership, pk: int, removed: bool = False) -> Search:
    """Return a search of the member's organisation; one that was removed only when asked for."""
    every = Search.with_removed if removed else Search.objects
    found = (
        every.filter(log__organisation=membership.organisation_id, pk=pk)
        .select_related("log", "promise", "job")
        .first()
    )
    if found is None:
        raise Http404
    found.log.organisation = membership.organisation
    return found


def access_finding(*, membership: Membership, pk: int) -> Finding:
    """Return a pattern that a search of the member's organisation found."""
    found = (
        Finding.objects.filter(
            search__log__organisation=membership.organisation_id, search__removed=None, pk=pk
        )
        .select_related("search__log", "search__promise")
        .first()
    )
    if found is None:
        raise Http404
    found.search.log.organisation = membership.organisation
    return found


def opinions_on(finding: Finding) -> QuerySet[Opinion]:
    """Return what people say of a finding, in the order in which they said it."""
    return finding.opinions.filter(removed=None)


def access_opinion(*, membership: Membership, pk: int, removed: bool = False) -> Opinion:
    """Return an opinion that is the member's own; someone else's is not there."""
    found = (
        Opinion.objects.filter(membership=membership, pk=pk, removed__isnull=not removed)
        .select_related("finding__search__log")
        .first()
    )
    if found is None:
        raise Http404
    return found


def trials_of(finding: Finding) -> QuerySet[Experiment]:
    """Return the experiments in which a finding is tried."""
    return Experiment.objects.filter(pattern_trial__finding=finding)


def loops_to_try_in(membership: Membership) -> list[Initiative]:
    """Return what is explored now and this member may carry, so that an experiment fits in it."""
    loops = initiatives_of(organisation=membership.organisation_id, mode=Mode.NETWORK).filter(
        stopped=None, rounds__isnull=False, rounds__ended=None
    )
    if not membership.has(Role.GUIDE, Role.ADMINISTRATOR):
        loops = loops.filter(pk__in=joined_by(membership))
    return list(loops.distinct())


def access_round_to_try_in(*, membership: Membership, pk: int) -> Round:
    """Return the round that an initiative of the network walks now, for who may carry it."""
    loop = access_initiative(membership=membership, pk=pk, mode=Mode.NETWORK)
    round_ = current_round(loop)
    if loop.stopped or round_ is None:
        raise Http404
    if not may_carry(membership, loop):
        raise PermissionDenied
    round_.initiative = loop
    return round_
