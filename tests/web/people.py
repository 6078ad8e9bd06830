"""Two organisations and the people in them, whom every web test knows.

Noord has teams Klant > (Intake, Passen) and Magazijn. Anna is its administrator, Lex leads Klant
and so Intake and Passen, Mia and Ben work in Intake, Gijs guides, Cora is on the works council.
Otto belongs to Zuid only, as its administrator.
"""

from dataclasses import dataclass, field

from beide.web.accounts.models import Person
from beide.web.organisation.models import Grant, Membership, Organisation, Team
from beide.web.organisation.roles import Role

PASSWORD = "samen verkennen en leveren"


@dataclass
class World:
    """What a test can reach for by name."""

    noord: Organisation
    zuid: Organisation
    teams: dict[str, Team] = field(default_factory=dict)
    people: dict[str, Membership] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Membership:
        try:
            return self.people[name]
        except KeyError:
            raise AttributeError(name) from None


def make_world() -> World:
    """Make both organisations."""
    world = World(
        noord=Organisation.objects.create(name="Noord", slug="noord"),
        zuid=Organisation.objects.create(name="Zuid", slug="zuid"),
    )
    root = add_team(world, "Klant")
    add_team(world, "Intake", parent=root)
    add_team(world, "Passen", parent=root)
    add_team(world, "Magazijn")
    intake = world.teams["Intake"]
    add_person(world, "anna", world.noord, Role.ADMINISTRATOR)
    add_person(world, "lex", world.noord, Role.LEAD, team=root)
    add_person(world, "mia", world.noord, Role.MEMBER, team=intake)
    add_person(world, "ben", world.noord, Role.MEMBER, team=intake)
    add_person(world, "gijs", world.noord, Role.GUIDE)
    add_person(world, "cora", world.noord, Role.COUNCIL)
    add_person(world, "otto", world.zuid, Role.ADMINISTRATOR)
    return world


def add_team(world: World, name: str, parent: Team | None = None) -> Team:
    """Add a team to Noord."""
    team = Team.objects.create(organisation=world.noord, name=name, parent=parent)
    world.teams[name] = team
    return team


def add_person(
    world: World, name: str, organisation: Organisation, role: Role, team: Team | None = None
) -> Membership:
    """Add someone with one role; a lead leads the team given."""
    person = Person.objects.create_user(
        email=f"{name}@{organisation.slug}.example", password=PASSWORD, name=name.title()
    )
    membership = Membership.objects.create(organisation=organisation, person=person, team=team)
    Grant.objects.create(membership=membership, role=role, team=team if role is Role.LEAD else None)
    world.people[name] = membership
    return membership
