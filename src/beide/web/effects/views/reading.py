"""What the data said: one plan beside its result, and all of them."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from beide.web.effects import access, actions, asking, shown, words
from beide.web.effects.figures import effect_figure
from beide.web.effects.models import Plan
from beide.web.organisation.requests import Request


@require_safe
def overview(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show every plan with its verdict; what makes a promise suffer stands first."""
    found = access.of_organisation(request.membership.organisation)
    going_on = {each.plan.pk for each in access.suffering(found)}
    context = {
        "flagged": [each for each in found if each.plan.pk in going_on],
        "effects": [each for each in found if each.plan.pk not in going_on],
    }
    return render(request, "effects/list.html", context)


@require_safe
def plan(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Show what was agreed beforehand, beside what the data say now."""
    found = access.access_plan(membership=request.membership, pk=pk)
    if not access.may_be_seen(found):
        return render(request, "evidence/closed.html", {"name": found.name})
    job = found.job
    working = job is not None and not job.is_over
    follow = reverse("effects:plan", args=[organisation, pk])
    if request.htmx:
        if not working:
            return HttpResponseClientRefresh()
        return render(request, "jobs/progress.html", {"job": job, "follow": follow})
    reading = access.latest_reading(found)
    told = access.as_shown(found, reading)
    context = {
        "plan": found,
        "initiative": found.initiative,
        "shown": told,
        "headline": words.headline(told),
        "result": shown.result_of(found, reading),
        "figure": effect_figure(found, reading) if reading else None,
        "others": shown.others_in(reading),
        "job": job,
        "working": working,
        "follow": follow,
        **agreed(found),
        "may_plan": access.may_plan(request.membership, found.initiative),
    }
    return render(request, "effects/plan.html", context)


def agreed(found: Plan) -> dict[str, object]:
    """Return what was agreed, in words."""
    return {
        "promised": shown.promised(found),
        "about": shown.about(found),
        "compared": shown.compared(found),
        "promise_changed": asking.has_changed(found),
    }


@require_POST
def again(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Read a plan again now."""
    found = access.access_to_plan(membership=request.membership, pk=pk)
    if access.may_be_seen(found) and found.stands:
        actions.read(plan=found)
    return redirect("effects:plan", organisation, pk)
