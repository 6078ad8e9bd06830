"""The demo's teams and the people who can sign in."""

from django.contrib.auth.hashers import make_password

from beide.demo.sign_in import PASSWORD, address_of
from beide.demo.story import Person as Told
from beide.web.accounts.models import Person
from beide.web.demo.cast import Cast
from beide.web.organisation.models import Grant, Membership, Team
from beide.web.organisation.roles import Role


def make(cast: Cast) -> None:
    """Make the tree of teams and everyone in it."""
    for told in cast.story.teams:
        cast.teams[told.key] = Team.objects.create(
            organisation=cast.organisation,
            name=cast.say(told.name),
            parent=cast.teams[told.parent] if told.parent else None,
            people=told.people or None,
        )
    # Hashing is slow on purpose; everyone knows this password, so once is enough.
    password = make_password(PASSWORD)
    for person in cast.story.people:
        cast.people[person.key] = join(cast, person, password=password)


def join(cast: Cast, told: Told, *, password: str) -> Membership:
    """Make one person, with the roles they have."""
    person = Person.objects.create(
        email=address_of(told, language=cast.language), password=password, name=told.name
    )
    membership = Membership.objects.create(
        organisation=cast.organisation,
        person=person,
        team=cast.teams[told.team] if told.team else None,
    )
    for role in told.access:
        leads = cast.teams[told.leads] if role == "lead" and told.leads else None
        Grant.objects.create(membership=membership, role=Role(role), team=leads)
    return membership
