"""The only way to an organisation's own things. Outsiders get 404."""

import hashlib

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import Http404

from beide.web.accounts.models import Person
from beide.web.organisation.models import Invitation, Membership, Organisation, Team
from beide.web.organisation.roles import Role


def access_organisation(*, person: AbstractBaseUser | AnonymousUser, slug: str) -> Membership:
    """Return the person's membership of the organisation with this address."""
    found = (
        Membership.objects.filter(person=person.pk, organisation__slug=slug)
        .select_related("organisation", "team", "person")
        .prefetch_related("grants")
        .first()
    )
    if found is None:
        raise Http404
    return found


def memberships_of(person: AbstractBaseUser | AnonymousUser) -> list[Membership]:
    """Return every organisation a person belongs to."""
    return list(
        Membership.objects.filter(person=person.pk)
        .select_related("organisation", "team")
        .prefetch_related("grants")
        .order_by("organisation__name")
    )


def teams_of(organisation: Organisation) -> list[Team]:
    """Return the organisation's teams, parents before their children."""
    children: dict[int | None, list[Team]] = {}
    for team in Team.objects.filter(organisation=organisation).order_by("name"):
        children.setdefault(team.parent_id, []).append(team)
    ordered: list[Team] = []

    def walk(parent: Team | None, depth: int) -> None:
        for team in children.get(parent.pk if parent else None, []):
            team.depth = depth  # type: ignore[attr-defined]
            team.parent_name = parent.name if parent else ""  # type: ignore[attr-defined]
            ordered.append(team)
            walk(team, depth + 1)

    walk(None, 0)
    return ordered


def access_team(*, membership: Membership, pk: int) -> Team:
    """Return a team of the member's organisation."""
    team = Team.objects.filter(organisation=membership.organisation_id, pk=pk).first()
    if team is None:
        raise Http404
    return team


def access_member(*, membership: Membership, pk: int) -> Membership:
    """Return another member of the same organisation."""
    found = (
        Membership.objects.filter(organisation=membership.organisation_id, pk=pk)
        .select_related("organisation", "team", "person")
        .prefetch_related("grants")
        .first()
    )
    if found is None:
        raise Http404
    return found


def members_of(organisation: Organisation) -> list[Membership]:
    """Return everyone who belongs to an organisation, by name."""
    found = (
        Membership.objects.filter(organisation=organisation)
        .select_related("team", "person")
        .prefetch_related("grants__team")
    )
    return sorted(found, key=lambda member: str(member).casefold())


def invitations_of(organisation: Organisation) -> list[Invitation]:
    """Return the invitations nobody has used yet, the newest first."""
    return list(
        Invitation.objects.filter(
            organisation=organisation, used=False, withdrawn=False
        ).select_related("team")
    )


def hash_of(token: str) -> str:
    """Return what is stored of an invitation's secret."""
    return hashlib.sha256(token.encode()).hexdigest()


def invitation_with(token: str) -> Invitation | None:
    """Return the invitation a link belongs to, whether it still works or not."""
    return (
        Invitation.objects.filter(token_hash=hash_of(token))
        .select_related("organisation", "team")
        .first()
    )


def administrators_of(organisation: Organisation | int) -> list[Membership]:
    """Return who administers an organisation."""
    return list(
        Membership.objects.filter(
            organisation=organisation, grants__role=Role.ADMINISTRATOR
        ).select_related("person")
    )


def is_last_administrator(member: Membership) -> bool:
    """Tell whether nobody else could administer the organisation."""
    return [found.pk for found in administrators_of(member.organisation_id)] == [member.pk]


def administered_alone_by(person: Person) -> list[str]:
    """Return the organisations that would be left without an administrator."""
    mine = Membership.objects.filter(person=person, grants__role=Role.ADMINISTRATOR).select_related(
        "organisation"
    )
    return [str(member.organisation) for member in mine if is_last_administrator(member)]


def is_empty(team: Team) -> bool:
    """Tell whether nobody and nothing belongs to a team."""
    uses = [
        relation.related_model._base_manager.filter(**{relation.field.name: team})  # noqa: SLF001
        for relation in Team._meta.related_objects  # noqa: SLF001 - Django documents both
    ]
    return not any(found.exists() for found in uses)


def access_invitation(*, membership: Membership, pk: int) -> Invitation:
    """Return an invitation of the member's organisation."""
    found = Invitation.objects.filter(organisation=membership.organisation_id, pk=pk).first()
    if found is None:
        raise Http404
    return found


def teams_led_by(membership: Membership) -> set[int]:
    """Return the keys of the teams a lead leads, with everything under them."""
    led = {grant.team_id for grant in membership.grants.all() if grant.role == Role.LEAD}
    if not led:
        return set()
    parents = dict(
        Team.objects.filter(organisation=membership.organisation_id).values_list("pk", "parent")
    )
    return {team for team in parents if leads_above(team, led=led, parents=parents)}


def leads_above(team: int, *, led: set[int | None], parents: dict[int, int | None]) -> bool:
    """Tell whether a team or one of its parents is among the teams led."""
    here: int | None = team
    while here is not None:
        if here in led:
            return True
        here = parents[here]
    return False


def may_lead(membership: Membership, team: Team | None) -> bool:
    """Tell whether a member may decide for a team: its lead, or an administrator."""
    if membership.has(Role.ADMINISTRATOR):
        return True
    return team is not None and team.pk in teams_led_by(membership)
