"""The steps of an initiative: add, change, done, remove, and back."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.hierarchy import access, step_actions
from beide.web.hierarchy.forms import StepForm
from beide.web.hierarchy.models import Step
from beide.web.hierarchy.views.detail import told
from beide.web.hierarchy.views.going import go_back, undo_url
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Add a step; what cannot be used comes back with the page."""
    if request.method != "POST":  # the page with a mistake was opened again
        access.access_carried(membership=request.membership, pk=pk)
        return redirect("hierarchy:detail", organisation, pk)
    initiative = access.access_to_change(membership=request.membership, pk=pk)
    form = StepForm(request.POST)
    if not form.is_valid():
        return render(request, "hierarchy/detail.html", told(request, initiative, form))
    step = step_actions.add(initiative=initiative, **form.cleaned_data)
    undo = undo_url(request, "step_remove", pk, step.pk)
    notices.done(request, gettext("The step is added."), undo=undo)
    return go_back(request, pk)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, organisation: str, pk: int, step: int) -> HttpResponse:
    """Change a step's words or date."""
    initiative = access.access_to_change(membership=request.membership, pk=pk)
    found = access.access_step(initiative=initiative, pk=step)
    before = {"what": found.what, "due": found.due.isoformat() if found.due else ""}
    form = StepForm(request.POST or None, initial=before)
    if form.is_valid():
        step_actions.edit(step=found, **form.cleaned_data)
        undo = undo_url(request, "step_as_it_was", pk, step, **before)
        notices.done(request, gettext("The step is changed."), undo=undo)
        return redirect("hierarchy:detail", organisation, pk)
    context = {"form": form, "initiative": initiative, "step": found}
    return render(request, "hierarchy/step.html", context)


@require_POST
def as_it_was(request: Request, organisation: str, pk: int, step: int) -> HttpResponse:  # noqa: ARG001
    """Give a step the words and date it had; the address holds them."""
    found = step_to_change(request, pk, step)
    form = StepForm(request.GET)
    if form.is_valid():
        step_actions.edit(step=found, **form.cleaned_data)
        notices.done(request, gettext("Taken back. It is as it was."))
    return go_back(request, pk)


@require_POST
def done(request: Request, organisation: str, pk: int, step: int) -> HttpResponse:  # noqa: ARG001
    """Mark a step as done, or as not done after all."""
    found = step_to_change(request, pk, step)
    if request.POST.get("done", request.GET.get("done")) == "no":
        step_actions.reopen(step=found)
        undo = undo_url(request, "step_done", pk, step, done="yes")
        notices.done(request, gettext("The step is open again."), undo=undo)
    else:
        step_actions.finish(step=found)
        undo = undo_url(request, "step_done", pk, step, done="no")
        notices.done(request, gettext("The step is done."), undo=undo)
    return go_back(request, pk)


@require_POST
def remove(request: Request, organisation: str, pk: int, step: int) -> HttpResponse:  # noqa: ARG001
    """Take a step off the list."""
    step_actions.remove(step=step_to_change(request, pk, step))
    undo = undo_url(request, "step_put_back", pk, step)
    notices.done(request, gettext("The step is removed."), undo=undo)
    return go_back(request, pk)


@require_POST
def put_back(request: Request, organisation: str, pk: int, step: int) -> HttpResponse:  # noqa: ARG001
    """Put a removed step back."""
    step_actions.put_back(step=step_to_change(request, pk, step))
    notices.done(request, gettext("The step is back."))
    return go_back(request, pk)


def step_to_change(request: Request, pk: int, step: int) -> Step:
    """Return a step of an initiative that this member may change."""
    initiative = access.access_to_change(membership=request.membership, pk=pk)
    return access.access_step(initiative=initiative, pk=step)
