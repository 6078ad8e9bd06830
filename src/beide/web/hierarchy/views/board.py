"""The board, and the list that says and does the same."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beide.change import Mode, content
from beide.web.hierarchy import access
from beide.web.hierarchy.cards import Card, card, columns
from beide.web.hierarchy.forms import Sifting
from beide.web.hierarchy.stages import HELD
from beide.web.initiatives.fields import tree
from beide.web.initiatives.models import Initiative
from beide.web.organisation.models import Organisation, Team
from beide.web.organisation.requests import Request


@require_safe
def board(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show what is carried, in columns."""
    return render(request, "hierarchy/board.html", {**shown(request), "view": "board"})


@require_safe
def listing(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show what is carried, under each other."""
    return render(request, "hierarchy/list.html", {**shown(request), "view": "list"})


def shown(request: Request) -> dict[str, Any]:
    """Gather what both pages tell."""
    membership = request.membership
    sifting = Sifting(request.GET, organisation=membership.organisation)
    reach = access.reach_of(membership)
    found = sift(access.carried(membership.organisation_id), sifting, membership.organisation)
    cards = [card(initiative, reach) for initiative in found]
    return {
        "sifting": sifting,
        "is_filtered": any(request.GET.get(name) for name in sifting.fields),
        "asked": request.GET.urlencode(),
        "columns": columns(cards),
        "cards": cards,
        "stopped": [one for one in cards if one.initiative.stopped],
        "mode": content().modes[Mode.HIERARCHY],
        "some_are_not_yours": any(not reach.may_change(one.initiative) for one in cards),
        **counts(cards),
    }


def counts(cards: list[Card]) -> dict[str, int]:
    """Count what the head of the page says."""
    moving = [one for one in cards if not one.initiative.stopped]
    return {
        "moving": sum(one.initiative.stage != HELD for one in moving),
        "held": sum(one.initiative.stage == HELD for one in moving),
        "late": sum(one.late for one in moving),
        "looks": sum(one.look_late > 0 for one in moving),
    }


def sift(
    initiatives: QuerySet[Initiative], sifting: Sifting, organisation: Organisation
) -> QuerySet[Initiative]:
    """Keep what was asked for; a question that makes no sense asks nothing."""
    sifting.is_valid()
    asked: dict[str, Any] = sifting.cleaned_data
    if form := asked.get("form"):
        initiatives = initiatives.filter(form=form)
    if team := asked.get("team"):
        initiatives = initiatives.filter(team__in=with_teams_under(team, organisation))
    return initiatives


def with_teams_under(team: Team, organisation: Organisation) -> list[int]:
    """Return a team and everything under it."""
    teams = tree(organisation)
    start = next(number for number, (found, _depth) in enumerate(teams) if found == team)
    level = teams[start][1]
    under = [team.pk]
    for found, depth in teams[start + 1 :]:
        if depth <= level:
            break
        under.append(found.pk)
    return under
