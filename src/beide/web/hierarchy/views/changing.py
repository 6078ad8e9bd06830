"""Changing what an initiative is about, stopping it and taking it up again."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.hierarchy import access, actions
from beide.web.hierarchy.forms import FrameForm, StopForm
from beide.web.hierarchy.frames import Frame, frame_of
from beide.web.hierarchy.views.going import go_back, undo_url
from beide.web.initiatives import actions as initiatives
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Change the frame."""
    initiative = access.access_to_change(membership=request.membership, pk=pk)
    form = FrameForm(
        request.POST or None,
        initial=frame_of(initiative).as_dict(),
        organisation=request.membership.organisation,
    )
    if form.is_valid():
        if happening := actions.change(initiative=initiative, frame=Frame(**form.cleaned_data)):
            undo = undo_url(request, "undo", pk, happening.pk)
            notices.done(request, gettext("The initiative is changed."), undo=undo)
        return redirect("hierarchy:detail", organisation, pk)
    return render(request, "hierarchy/change.html", {"form": form, "initiative": initiative})


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Stop, with the reason."""
    initiative = access.access_to_decide(membership=request.membership, pk=pk)
    if initiative.stopped:
        return redirect("hierarchy:detail", organisation, pk)
    form = StopForm(request.POST or None)
    if form.is_valid():
        happening = initiatives.stop(initiative=initiative, why=form.cleaned_data["why"])
        undo = undo_url(request, "undo", pk, happening.pk)
        notices.done(request, gettext("The initiative is stopped. Its history stays."), undo=undo)
        return redirect("hierarchy:detail", organisation, pk)
    return render(request, "hierarchy/stop.html", {"form": form, "initiative": initiative})


@require_POST
def resume(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Take up what was stopped."""
    initiative = access.access_to_decide(membership=request.membership, pk=pk)
    if initiative.stopped:
        happening = initiatives.resume(initiative=initiative)
        undo = undo_url(request, "undo", pk, happening.pk)
        notices.done(request, gettext("The initiative is taken up again."), undo=undo)
    return go_back(request, pk)
