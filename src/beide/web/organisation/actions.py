"""What can be done with an organisation, its teams and the people in it."""

import secrets
from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from beide.errors import BeideError
from beide.text import Text
from beide.web.accounts.models import Person
from beide.web.organisation.access import hash_of, is_empty, is_last_administrator
from beide.web.organisation.models import Grant, Invitation, Membership, Organisation, Team
from beide.web.organisation.roles import Role


class LastAdministratorError(BeideError):
    """Nobody would be left to administer the organisation."""

    code = "last_administrator"
    says = Text(
        nl="{name} is de enige beheerder. Maak eerst iemand anders beheerder.",
        en="{name} is the only administrator. Make someone else administrator first.",
    )


class TeamInUseError(BeideError):
    """People, teams or work still belong to the team."""

    code = "team_in_use"
    says = Text(
        nl="Bij {name} horen nog mensen, teams of werk. Verplaats die eerst.",
        en="People, teams or work still belong to {name}. Move them first.",
    )


@transaction.atomic
def found(*, person: Person, name: str) -> Membership:
    """Make an organisation; who makes it administers it."""
    organisation = Organisation.objects.create(name=name, slug=free_slug(name))
    membership = Membership.objects.create(organisation=organisation, person=person)
    Grant.objects.create(membership=membership, role=Role.ADMINISTRATOR)
    return membership


def free_slug(name: str) -> str:
    """Return a short name for the address that no organisation has yet."""
    wished = slugify(name)[:50] or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=wished).values_list("slug", flat=True))
    slug, number = wished, 2
    while slug in taken:
        slug, number = f"{wished}-{number}", number + 1
    return slug


@transaction.atomic
def change(*, organisation: Organisation, name: str, threshold: int) -> None:
    """Change the name; the smallest group that is shown can only be raised."""
    organisation.name = name
    organisation.threshold = max(threshold, organisation.threshold)
    organisation.save(update_fields=["name", "threshold"])


@transaction.atomic
def add_team(
    *, organisation: Organisation, name: str, parent: Team | None, people: int | None = None
) -> Team:
    """Add a team under another, or at the top."""
    return Team.objects.create(organisation=organisation, name=name, parent=parent, people=people)


@transaction.atomic
def change_team(*, team: Team, name: str, parent: Team | None, people: int | None) -> None:
    """Give a team another name, another place in the tree or another size."""
    team.name, team.parent, team.people = name, parent, people
    team.save(update_fields=["name", "parent", "people"])


@transaction.atomic
def remove_team(*, team: Team) -> None:
    """Remove a team that has nobody and nothing in it."""
    if not is_empty(team):
        raise TeamInUseError(name=team)
    team.delete()


@transaction.atomic
def change_member(
    *, member: Membership, team: Team | None, roles: Iterable[Role], leads: Iterable[Team]
) -> None:
    """Set someone's team, roles and the teams they lead."""
    wanted = set(roles) - {Role.LEAD}
    if Role.ADMINISTRATOR not in wanted and is_last_administrator(member):
        raise LastAdministratorError(name=member)
    member.team = team
    member.save(update_fields=["team"])
    member.grants.all().delete()
    Grant.objects.bulk_create(
        [
            *(Grant(membership=member, role=role) for role in sorted(wanted)),
            *(Grant(membership=member, role=Role.LEAD, team=led) for led in leads),
        ]
    )


@transaction.atomic
def remove_member(*, member: Membership) -> None:
    """End a membership. What the person brought in stays, without their name."""
    if is_last_administrator(member):
        raise LastAdministratorError(name=member)
    member.delete()


@transaction.atomic
def invite(
    *, organisation: Organisation, email: str, role: Role, team: Team | None
) -> tuple[Invitation, str]:
    """Make an invitation; its secret is returned once and only its hash is stored."""
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        organisation=organisation,
        email=email.lower(),
        role=role,
        team=team,
        token_hash=hash_of(token),
    )
    return invitation, token


@transaction.atomic
def renew_invitation(*, invitation: Invitation) -> str:
    """Give an invitation a new secret and a new period; the earlier link stops working."""
    token = secrets.token_urlsafe(32)
    invitation.token_hash = hash_of(token)
    invitation.invited = timezone.now()
    invitation.save(update_fields=["token_hash", "invited"])
    return token


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, withdrawn: bool = True) -> None:
    """Stop an invitation's link from working, or let it work again."""
    invitation.withdrawn = withdrawn
    invitation.save(update_fields=["withdrawn"])


@transaction.atomic
def join(*, invitation: Invitation, person: Person) -> Membership:
    """Let someone in with an invitation; a link works once."""
    membership, new = Membership.objects.get_or_create(
        organisation=invitation.organisation, person=person, defaults={"team": invitation.team}
    )
    if new:
        led = invitation.team if invitation.role == Role.LEAD else None
        Grant.objects.create(membership=membership, role=invitation.role, team=led)
        invitation.used = True
        invitation.save(update_fields=["used"])
    return membership
