"""All loops, and one loop."""

from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beide.change import Form, content
from beide.web.effects import access as effects
from beide.web.initiatives.models import Initiative
from beide.web.network import access, words
from beide.web.network.forms import CallForm, EntryForm, HoursForm
from beide.web.network.models import HOURS_PROPOSED, Call, Joining
from beide.web.network.views import picture
from beide.web.organisation.models import Membership
from beide.web.organisation.requests import Request


@require_safe
def overview(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show what is explored now, who is being looked for, and what has come to rest."""
    membership = request.membership
    found = picture.loops(
        access.loops_of(membership.organisation_id),
        threshold=membership.organisation.threshold,
        joined=access.joined_by(membership),
    )
    walked = [loop for loop in found if not loop.initiative.stopped]
    context = {
        "loops": walked,
        "calls": [loop for loop in walked if loop.call and not loop.joined],
        "resting": [loop for loop in found if loop.initiative.stopped],
        "to_agree": access.to_agree(membership),
    }
    return render(request, "network/list.html", context)


@require_safe
def detail(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show one loop: where it is, who takes part, what is tried and what was learnt."""
    initiative = access.access_loop(membership=request.membership, pk=pk)
    joinings = list(access.joinings_of(initiative))
    context = {
        **about(initiative),
        **people(request.membership, initiative, joinings),
        "may_carry": access.may_carry_with(request.membership, joinings),
    }
    return render(request, "network/detail.html", context)


def about(initiative: Initiative) -> dict[str, Any]:
    """Return what is known of an initiative itself."""
    rounds = list(initiative.rounds.all())
    current = next((round_ for round_ in rounds if round_.ended is None), None)
    experiments = list(initiative.experiments.select_related("round"))
    steps = picture.steps(initiative)
    here = next(number for number, step in enumerate(steps) if step.is_current)
    is_transition = initiative.form_of_change is Form.TRANSITION
    return {
        "initiative": initiative,
        "round": current,
        "rings": picture.rings(rounds[0] if rounds else None),
        "earlier": [round_ for round_ in rounds if round_.ended],
        "steps": steps,
        "here": steps[here],
        "onward": steps[here + 1] if here + 1 < len(steps) else None,
        "back": steps[here - 1] if here else None,
        "groups": picture.groups(experiments),
        "suffering": effects.suffering(effects.of_initiative(initiative)),
        "columns": picture.columns(initiative.ledger.all()) if is_transition else None,
        "entry_form": EntryForm() if is_transition else None,
        "asked": picture.asked(initiative.form_of_change),
        "form_text": content().forms[initiative.form_of_change],
        "history": words.history(happenings=initiative.happenings.all(), experiments=experiments),
    }


def people(
    membership: Membership, initiative: Initiative, joinings: list[Joining]
) -> dict[str, Any]:
    """Return who takes part, and what this member can do about it."""
    mine = next((one for one in joinings if one.membership_id == membership.pk), None)
    call = initiative.calls.filter(closed=None).first()
    return {
        "joinings": joinings,
        "mine": mine,
        "hours_form": HoursForm(initial={"hours": hours_to_propose(mine, call)}),
        "to_agree": access.agreeable(membership, joinings),
        "call": call,
        "call_form": CallForm(auto_id="id_call_%s"),
    }


def hours_to_propose(mine: Joining | None, call: Call | None) -> Decimal | int:
    """Return the hours a person has now, the hours called for, or a modest start."""
    hours = mine.hours if mine else call.hours if call else HOURS_PROPOSED
    return int(hours) if hours == int(hours) else hours
