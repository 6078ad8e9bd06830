"""Experiments as cards: planning one, seeing it, taking it away."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.web.effects import access as effects
from beide.web.network import access, actions
from beide.web.network.experiment_forms import PlanForm
from beide.web.network.models import Experiment
from beide.web.network.views import doors
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Plan an experiment in the round that is walked now."""
    initiative = doors.carried(request, pk)
    round_ = access.current_round(initiative)
    if initiative.stopped or round_ is None:
        return doors.rests(request, initiative)
    form = PlanForm(
        request.POST or None,
        organisation=request.membership.organisation,
        initial={"protects": initiative.promise_id},
    )
    if request.method == "POST" and form.is_valid():
        experiment = actions.plan(round_=round_, **form.cleaned_data)
        undo = reverse("network:experiment_remove", args=[organisation, experiment.pk])
        open_still = experiment.state == experiment.State.TO_BEGIN
        notices.done(request, _("Your experiment is on the page."), undo=undo if open_still else "")
        return redirect("network:experiment", organisation, experiment.pk)
    return doors.form_page(
        request,
        form,
        initiative=initiative,
        heading=_("What do you want to try?"),
        lead=_("Keep it small: something you can begin within two weeks, with someone outside."),
        button=_("Add this experiment"),
        keep=f"network-experiment-new-{pk}",
    )


@require_safe
def detail(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show the card: what was believed on one side, what was learnt on the other."""
    experiment = access.access_experiment(membership=request.membership, pk=pk)
    carries = access.may_carry(request.membership, experiment.initiative)
    context = {
        **effect_of(request, experiment, may_plan=carries),
        "experiment": experiment,
        "initiative": experiment.initiative,
        "state": experiment.state,
        "begun_today": actions.has_begun_today(experiment),
        "may_carry": carries,
        "may_try_again": access.current_round(experiment.initiative) is not None,
    }
    return render(request, "network/experiment.html", context)


def effect_of(request: Request, experiment: Experiment, *, may_plan: bool) -> dict[str, object]:
    """Return what it did to the promise, and where that can be agreed."""
    shown = effects.of_experiment_plan(experiment.plan)
    slug = request.membership.organisation.slug
    plan = shown.plan if shown else None
    return {
        "effects": [shown] if shown else [],
        "effect_protects": True,
        "effect_promise": experiment.protects or experiment.initiative.promise_id,
        "effect_new": reverse("network:experiment_plan", args=[slug, experiment.pk])
        if may_plan
        else "",
        "other_start": plan.starts if plan and plan.starts != experiment.begins else None,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Change the plan, until the experiment begins."""
    experiment = doors.experiment(request, pk)
    if experiment.state != experiment.State.TO_BEGIN:
        notices.not_done(request, _("It has begun, so the plan stays as it is."))
        return redirect("network:experiment", organisation, pk)
    title = experiment.title
    form = PlanForm(
        request.POST or None, instance=experiment, organisation=request.membership.organisation
    )
    if request.method == "POST" and form.is_valid():
        planned = access.access_experiment(membership=request.membership, pk=pk)
        actions.replan(experiment=planned, **form.cleaned_data)
        notices.done(request, _("Saved."))
        return redirect("network:experiment", organisation, pk)
    return doors.form_page(
        request,
        form,
        initiative=experiment.initiative,
        heading=_("Change the plan"),
        lead=_("You can change it until it begins."),
        button=_("Save"),
        keep=f"network-experiment-{pk}",
        back_url=reverse("network:experiment", args=[organisation, pk]),
        back_text=title,
    )


@require_POST
def remove(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a plan away that has not begun."""
    experiment = doors.experiment(request, pk)
    if not actions.remove(experiment=experiment):
        notices.not_done(request, _("It has begun. Write down what it taught, also when you stop."))
        return redirect("network:experiment", organisation, pk)
    undo = reverse("network:experiment_put_back", args=[organisation, pk])
    notices.done(request, _("The experiment is off the page."), undo=undo)
    return doors.to_loop(experiment.initiative, organisation, "#experiments")


@require_POST
def put_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put a plan back."""
    actions.put_back(experiment=doors.experiment(request, pk, removed=True))
    notices.done(request, _("Your experiment is on the page."))
    return redirect("network:experiment", organisation, pk)
