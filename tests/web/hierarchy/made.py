"""Initiatives of the hierarchy that tests know."""

from datetime import date

from beide.change import Form
from beide.web.hierarchy import actions
from beide.web.initiatives.models import Initiative
from beide.web.organisation.models import Membership, Team
from tests.web.people import World

WHAT = {
    "title": "Meetformulier compleet",
    "form": "improvement",
    "about": "Minder terugbellen",
    "owner_role": "coördinator intake",
    "team": "",
    "promise": "",
    "held_when": "Acht weken niet teruggebeld",
    "look_on": "2026-12-01",
}


def at(initiative: Initiative, rest: str = "") -> str:
    """Return the address of an initiative's page."""
    return f"/o/noord/hierarchy/{initiative.pk}/{rest}"


def carry(
    world: World,
    *,
    team: str | None = "Intake",
    title: str = "Meetformulier compleet",
    form: Form = Form.IMPROVEMENT,
    look_on: date | None = None,
) -> Initiative:
    """Start an initiative in Noord, carried by a team."""
    return actions.start(
        organisation=world.noord,
        form=form,
        title=title,
        owner_role="coördinator intake",
        team=team_of(world, team),
        held_when="Acht weken niet teruggebeld",
        look_on=look_on,
    )


def team_of(world: World, name: str | None) -> Team | None:
    """Return a team of Noord by its name."""
    return world.teams[name] if name else None


def elsewhere(world: World) -> Initiative:
    """Start an initiative in Zuid."""
    return actions.start(
        organisation=world.zuid, form=Form.RENEWAL, title="Van Zuid", owner_role="planner"
    )


def put_in(member: Membership, team: Team) -> Membership:
    """Let someone work in a team."""
    member.team = team
    member.save()
    return member
