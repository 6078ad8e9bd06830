"""The only way to what the hierarchy carries, and who may change what."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import Http404

from beide.change import Mode
from beide.web.hierarchy.models import Carrying, Look, Step
from beide.web.initiatives.access import access_initiative, initiatives_of
from beide.web.initiatives.models import Initiative
from beide.web.organisation.access import teams_led_by
from beide.web.organisation.models import Membership
from beide.web.organisation.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far a member's say goes, looked up once for a whole page."""

    administrator: bool
    led: frozenset[int]
    team: int | None

    def may_decide(self, initiative: Initiative) -> bool:
        """Tell who may stop it and say that it holds: its lead, or an administrator."""
        if self.administrator:
            return True
        return bool(self.led) if initiative.team_id is None else initiative.team_id in self.led

    def may_change(self, initiative: Initiative) -> bool:
        """Tell who may move it and change its steps: the same, and the people of its team."""
        own = self.team is not None and initiative.team_id == self.team
        return own or self.may_decide(initiative)


def reach_of(membership: Membership) -> Reach:
    """Look up how far a member's say goes."""
    return Reach(
        administrator=membership.has(Role.ADMINISTRATOR),
        led=frozenset(teams_led_by(membership)),
        team=membership.team_id,
    )


def may_change(membership: Membership, initiative: Initiative) -> bool:
    """Tell whether a member may move an initiative and change its steps."""
    return reach_of(membership).may_change(initiative)


def may_decide(membership: Membership, initiative: Initiative) -> bool:
    """Tell whether a member may stop an initiative and say whether it holds."""
    return reach_of(membership).may_decide(initiative)


def standing_steps() -> QuerySet[Step]:
    """Return the steps that were not removed."""
    return Step.objects.filter(removed_on=None)


def carried(organisation: int) -> QuerySet[Initiative]:
    """Return what the hierarchy carries, with its steps and who owns it."""
    return (
        initiatives_of(organisation=organisation, mode=Mode.HIERARCHY)
        .select_related("team", "promise", "carrying")
        .prefetch_related(Prefetch("steps", standing_steps(), to_attr="standing"))
    )


def access_carried(*, membership: Membership, pk: int) -> Initiative:
    """Return an initiative of the hierarchy of the member's organisation."""
    return access_initiative(membership=membership, pk=pk, mode=Mode.HIERARCHY)


def access_to_change(*, membership: Membership, pk: int) -> Initiative:
    """Return an initiative that this member may change."""
    found = access_carried(membership=membership, pk=pk)
    if not may_change(membership, found):
        raise PermissionDenied
    return found


def access_to_decide(*, membership: Membership, pk: int) -> Initiative:
    """Return an initiative that this member may stop or call held."""
    found = access_carried(membership=membership, pk=pk)
    if not may_decide(membership, found):
        raise PermissionDenied
    return found


def access_step(*, initiative: Initiative, pk: int) -> Step:
    """Return a step of this initiative, removed or not."""
    found = Step.objects.filter(initiative=initiative, pk=pk).first()
    if found is None:
        raise Http404
    return found


def access_look(*, initiative: Initiative, pk: int) -> Look:
    """Return a look at this initiative."""
    found = Look.objects.filter(initiative=initiative, pk=pk).select_related("move").first()
    if found is None:
        raise Http404
    return found


def carrying_of(initiative: Initiative) -> Carrying:
    """Return who carries it; an empty one where nobody wrote that down."""
    return getattr(initiative, "carrying", None) or Carrying(initiative=initiative)
