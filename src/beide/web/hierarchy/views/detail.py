"""One initiative of the hierarchy."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from beide.change import Stage, content
from beide.web.effects import access as effects
from beide.web.hierarchy import access
from beide.web.hierarchy.cards import card
from beide.web.hierarchy.forms import StepForm
from beide.web.hierarchy.history import history
from beide.web.hierarchy.stages import HELD, STAGES
from beide.web.initiatives.models import Initiative
from beide.web.organisation.requests import Request


@require_safe
def detail(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show an initiative with its steps, its history and what it asks."""
    initiative = access.access_carried(membership=request.membership, pk=pk)
    return render(request, "hierarchy/detail.html", told(request, initiative, StepForm()))


def told(request: Request, initiative: Initiative, step_form: StepForm) -> dict[str, Any]:
    """Gather what the page of one initiative tells."""
    reach = access.reach_of(request.membership)
    steps = list(access.standing_steps().filter(initiative=initiative))
    initiative.standing = steps  # type: ignore[attr-defined]
    looks = list(initiative.looks.select_related("move"))
    words = content()
    return {
        "initiative": initiative,
        "card": card(initiative, reach),
        "stages": STAGES,
        "past": past(initiative.stage),
        "step_form": step_form,
        "may_change": reach.may_change(initiative),
        "may_decide": reach.may_decide(initiative),
        "looks": looks,
        "history": history(happenings=initiative.happenings.all(), looks=looks, steps=steps),
        "insights": list(initiative.insights.all()),
        "effects": effects.of_initiative(initiative),
        "effect_promise": initiative.promise_id,
        "effect_new": reverse(
            "effects:new", args=[request.membership.organisation.slug, initiative.pk]
        )
        if reach.may_change(initiative)
        else "",
        "told": words.forms[initiative.form_of_change],
        "stage": None if initiative.stage == HELD else words.stage(Stage(initiative.stage)),
    }


def past(stage: str) -> tuple[str, ...]:
    """Return the stages before this one."""
    return STAGES[: STAGES.index(stage)]
