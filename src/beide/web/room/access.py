"""The only way to an organisation's room, and who may agree on it. Outsiders get 404."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from beide.web.evidence.access import is_open
from beide.web.evidence.models import Promise
from beide.web.organisation.access import leads_above
from beide.web.organisation.models import Membership, Organisation, Team
from beide.web.organisation.roles import Role
from beide.web.room.models import Agreement, Study
from beide.web.room.safe import by_way, holding
from beide.web.room.sizes import small
from beide.web.room.weeks import (
    RoomWeek,
    Spell,
    TeamWeek,
    eaten_now,
    monday_of,
    runs_in,
    spells,
    team_weeks,
    together,
)

HALF_A_YEAR = 26


class Side(StrEnum):
    """For whom someone says yes: the team, or who leads it."""

    LEAD = "lead"
    TEAM = "team"


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRoom:
    """The room of one team: what holds now, what is proposed, and the weeks, the oldest first.

    ``agreement`` is the one that holds this week, else the one that is still to begin. ``eaten``
    tells that the operation takes the room now, ``spells`` every time that it did.
    """

    team: Team
    agreement: Agreement | None
    proposal: Agreement | None
    versions: tuple[Agreement, ...]
    weeks: tuple[TeamWeek, ...]
    spells: tuple[Spell, ...]
    eaten: bool


def weeks(
    organisation: Organisation, *, last: int = HALF_A_YEAR, today: date | None = None
) -> list[RoomWeek]:
    """Return what all teams together granted and used, week by week, the oldest first."""
    return together_of(teams(organisation, last=last, today=today), last=last)


def together_of(found: Iterable[TeamRoom], *, last: int = HALF_A_YEAR) -> list[RoomWeek]:
    """Return the same of teams that were found already."""
    return together(team.weeks for team in found)[-last:]


def teams(
    organisation: Organisation, *, last: int = HALF_A_YEAR, today: date | None = None
) -> list[TeamRoom]:
    """Return every team with an agreement or a proposal; teams that are too small are left out."""
    hidden = small(organisation)
    found: dict[int, list[Agreement]] = {}
    for agreement in agreements_of(organisation):
        if agreement.team_id not in hidden:
            found.setdefault(agreement.team_id, []).append(agreement)
    rooms = [
        _room(each[0].team, each, last=last, today=today or timezone.localdate())
        for each in found.values()
    ]
    return sorted(rooms, key=lambda room: room.team.name.casefold())


def team_room(team: Team, *, last: int = HALF_A_YEAR, today: date | None = None) -> TeamRoom:
    """Return the room of one team."""
    found = [each for each in agreements_of(team.organisation) if each.team_id == team.pk]
    return _room(team, found, last=last, today=today or timezone.localdate())


def eaten(organisation: Organisation, *, today: date | None = None) -> list[TeamRoom]:
    """Return the teams of which the operation eats the room now."""
    return [team for team in teams(organisation, today=today) if team.eaten]


def granted_now(organisation: Organisation, *, today: date | None = None) -> Decimal | None:
    """Return the hours a week that are agreed for this week; nothing when no agreement holds."""
    monday = monday_of(today or timezone.localdate())
    hidden = small(organisation)
    hours = [
        agreement.hours_a_week
        for agreement in Agreement.objects.filter(
            team__organisation=organisation, agreed_on__isnull=False
        )
        if agreement.team_id not in hidden and runs_in(agreement, monday)
    ]
    return sum(hours, Decimal(0)) if hours else None


def agreements_of(organisation: Organisation) -> QuerySet[Agreement]:
    """Return the agreements and proposals of an organisation, the newest first."""
    return (
        Agreement.objects.filter(team__organisation=organisation, declined=None)
        .select_related("team", "promise", "study")
        .prefetch_related("used_weeks")
    )


def _room(team: Team, found: list[Agreement], *, last: int, today: date) -> TeamRoom:
    monday = monday_of(today)
    agreed = [each for each in found if each.is_agreed and not never_held(each)]
    holds = [each for each in agreed if runs_in(each, monday)]
    coming = [each for each in agreed if each.since > monday]
    of_team = tuple(team_weeks(agreed, last=last, today=today))
    return TeamRoom(
        team=team,
        agreement=next(iter(holds or coming[-1:]), None),
        proposal=next((each for each in found if each.waits), None),
        versions=tuple(agreed),
        weeks=of_team,
        spells=tuple(spells(of_team)),
        eaten=eaten_now(of_team, today=today),
    )


def never_held(agreement: Agreement) -> bool:
    """Tell whether an agreement ended before it began."""
    return agreement.until is not None and agreement.until < agreement.since


def access_agreement(*, membership: Membership, pk: int) -> Agreement:
    """Return an agreement or proposal of the member's organisation."""
    found = (
        Agreement.objects.filter(team__organisation=membership.organisation_id, pk=pk)
        .select_related("team__organisation", "promise", "study", "replaces")
        .first()
    )
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """For which teams a member may say yes, and on which side."""

    leads: frozenset[int]
    works_in: frozenset[int]

    def of(self, team: int) -> Side | None:
        """Return the side for one team: who leads it does not speak for the team."""
        if team in self.leads:
            return Side.LEAD
        return Side.TEAM if team in self.works_in else None


def sides(membership: Membership) -> Sides:
    """Return for whom a member may say yes: the lead of a team or one above, and who works there.

    An administrator counts as a lead of every team.
    """
    parents = dict(
        Team.objects.filter(organisation=membership.organisation_id).values_list("pk", "parent")
    )
    led = {grant.team_id for grant in membership.grants.all() if grant.role == Role.LEAD}
    everywhere = membership.has(Role.ADMINISTRATOR)
    return Sides(
        leads=frozenset(
            team for team in parents if everywhere or leads_above(team, led=led, parents=parents)
        ),
        works_in=frozenset(_upwards(membership.team_id, parents)),
    )


def _upwards(team: int | None, parents: dict[int, int | None]) -> Iterator[int]:
    while team is not None:
        yield team
        team = parents[team]


def side_of(membership: Membership, team: Team) -> Side | None:
    """Return for whom this member may say yes about a team; nothing when for nobody."""
    return sides(membership).of(team.pk)


def own_teams(membership: Membership) -> frozenset[int]:
    """Return the keys of the teams a member may speak for, as lead or as team."""
    found = sides(membership)
    return found.leads | found.works_in


def may_speak_for_all(membership: Membership) -> bool:
    """Tell whether a member may speak for every team."""
    return membership.has(Role.ADMINISTRATOR)


def studies_of(promise: Promise) -> QuerySet[Study]:
    """Return what was asked about the room of a promise, the newest first."""
    return Study.objects.filter(promise=promise).select_related("job")


def access_study(*, membership: Membership, pk: int) -> Study:
    """Return a study of the member's organisation."""
    found = (
        Study.objects.filter(promise__organisation=membership.organisation_id, pk=pk)
        .filter(Q(promise__removed=None))
        .select_related("promise__log", "job")
        .first()
    )
    if found is None:
        raise Http404
    return found


def open_studies(organisation: Organisation) -> dict[int, dict[str, Study]]:
    """Return by promise, and then by way, the newest study of data that may be seen."""
    found: dict[int, list[Study]] = {}
    consented = is_open(organisation=organisation, generated=False)
    every = Study.objects.filter(
        promise__organisation=organisation, promise__removed=None, tries=False
    )
    for study in every.select_related("promise__log"):
        if consented or study.promise.log.generated:
            found.setdefault(study.promise_id, []).append(study)
    return {
        promise: by_way(holding(studies[0].promise, studies)) for promise, studies in found.items()
    }
