"""Moving an initiative to another stage, from the board, the list or its own page."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect

from beide.web.hierarchy import access
from beide.web.hierarchy.actions import undo_change
from beide.web.hierarchy.stages import HELD, STAGES
from beide.web.hierarchy.views.going import go_back, undo_url
from beide.web.initiatives import actions
from beide.web.initiatives.access import access_happening
from beide.web.initiatives.models import Initiative
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.page.templatetags.beide_text import stage_name


@require_POST
def move(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Move to a stage. Before something is called held, people say what they saw."""
    initiative = access.access_to_change(membership=request.membership, pk=pk)
    stage = request.POST.get("stage", "")
    if stage == HELD != initiative.stage:
        return to_look(request, reverse("hierarchy:look", args=[organisation, pk]))
    if stage not in STAGES or initiative.stopped:
        notices.not_done(request, cannot_move(initiative))
    elif happening := actions.move(initiative=initiative, stage=stage):
        said = gettext("“%(title)s” is in the stage “%(stage)s” now.")
        data = {"title": initiative.title, "stage": stage_name(stage)}
        notices.done(request, said % data, undo=undo_url(request, "undo", pk, happening.pk))
    return go_back(request, pk)


def to_look(request: Request, url: str) -> HttpResponse:
    """Lead to the page that asks what was seen, also from a board that moves without a new page."""
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)


def cannot_move(initiative: Initiative) -> str:
    """Say why a move was not made, and what can be done."""
    if initiative.stopped:
        return gettext("This initiative is stopped. Take it up again before you move it.")
    names = ", ".join(stage_name(stage) for stage in STAGES)
    return gettext("There is no such stage. Choose one of these: %(stages)s.") % {"stages": names}


@require_POST
def undo(request: Request, organisation: str, pk: int, happening: int) -> HttpResponse:  # noqa: ARG001
    """Take a move, a change, a stop or a resumption back."""
    initiative = access.access_to_change(membership=request.membership, pk=pk)
    found = access_happening(initiative=initiative, pk=happening)
    decides = found.kind in {actions.STOPPED, actions.RESUMED}
    if decides and not access.may_decide(request.membership, initiative):
        raise PermissionDenied
    if any(verb(initiative=initiative, happening=found) for verb in (actions.undo, undo_change)):
        notices.done(request, gettext("Taken back. It is as it was."))
    else:
        notices.not_done(
            request, gettext("Something else happened since, so this can no longer be taken back.")
        )
    return go_back(request, pk)
