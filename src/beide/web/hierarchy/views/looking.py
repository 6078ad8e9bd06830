"""Looking whether a change holds."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.hierarchy import access, actions
from beide.web.hierarchy.forms import LookForm
from beide.web.hierarchy.models import Look
from beide.web.hierarchy.stages import HELD
from beide.web.hierarchy.views.going import go_back, undo_url
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Ask what was seen, and whether it holds."""
    initiative = access.access_to_decide(membership=request.membership, pk=pk)
    if initiative.stopped:
        return redirect("hierarchy:detail", organisation, pk)
    back_to = "plan" if initiative.stage == HELD else initiative.stage
    form = LookForm(request.POST or None, initial={"back_to": back_to})
    if form.is_valid():
        seen = actions.look(initiative=initiative, **form.cleaned_data)
        notices.done(request, what_now(seen), undo=undo_url(request, "look_undo", pk, seen.pk))
        return redirect("hierarchy:detail", organisation, pk)
    context = {
        "form": form,
        "initiative": initiative,
        "carrying": access.carrying_of(initiative),
    }
    return render(request, "hierarchy/look.html", context)


def what_now(look: Look) -> str:
    """Say what follows from a look."""
    if look.held:
        return gettext("It holds. You can offer what you learnt to the network.")
    return gettext("It does not hold yet. What you saw is kept in the history.")


@require_POST
def undo(request: Request, organisation: str, pk: int, look: int) -> HttpResponse:  # noqa: ARG001
    """Take a look back."""
    initiative = access.access_to_decide(membership=request.membership, pk=pk)
    if actions.undo_look(look=access.access_look(initiative=initiative, pk=look)):
        notices.done(request, gettext("Taken back. It is as it was."))
    else:
        notices.not_done(
            request, gettext("Something else happened since, so this can no longer be taken back.")
        )
    return go_back(request, pk)
