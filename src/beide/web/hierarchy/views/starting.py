"""Starting an improvement or renewal, from a tension or directly."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from beide.web.hierarchy import actions
from beide.web.hierarchy.forms import StartForm
from beide.web.hierarchy.stages import FORMS
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.tensions.access import access_tension
from beide.web.tensions.models import Tension


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: Request, organisation: str) -> HttpResponse:
    """Ask what is started, who owns it, and how we will see that it holds."""
    tension = tension_asked_for(request)
    form = StartForm(
        request.POST or None,
        initial=proposed(request, tension),
        organisation=request.membership.organisation,
    )
    if form.is_valid():
        initiative = actions.start(
            organisation=request.membership.organisation, tension=tension, **form.cleaned_data
        )
        notices.done(request, gettext("The initiative is started."))
        return redirect("hierarchy:detail", organisation, initiative.pk)
    return render(request, "hierarchy/start.html", {"form": form, "tension": tension})


def tension_asked_for(request: Request) -> Tension | None:
    """Return the tension in the address, if there is one."""
    asked = request.GET.get("tension", "")
    if not asked.isdecimal():
        return None
    return access_tension(membership=request.membership, pk=int(asked))


def proposed(request: Request, tension: Tension | None) -> dict[str, Any]:
    """Propose the form that people saw in the tension, and the member's own team."""
    form = tension.form if tension else None
    return {
        "form": form.value if form in FORMS else None,
        "team": request.membership.team_id,
    }
