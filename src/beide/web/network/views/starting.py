"""Starting something in the network, and changing its frame."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from beide.change import Form, Mode
from beide.web.initiatives.models import Initiative
from beide.web.network import access, actions
from beide.web.network.forms import FrameForm, StartForm
from beide.web.network.views import doors
from beide.web.organisation.models import Membership
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.tensions.models import Tension


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: Request, organisation: str) -> HttpResponse:
    """Start from a tension, or from a question someone has."""
    tension = access.tension_of(membership=request.membership, pk=request.GET.get("tension"))
    form = StartForm(
        request.POST or None,
        organisation=request.membership.organisation,
        initial={"form": form_chosen(tension), "team": request.membership.team_id},
    )
    if request.method == "POST" and form.is_valid():
        initiative = begin(request.membership, tension, form.cleaned_data)
        notices.done(request, _("Started. The first thing to do: explore."))
        return doors.to_loop(initiative, organisation)
    context = {"form": form, "tension": tension}
    return render(request, "network/start.html", context, status=422 if form.is_bound else 200)


def form_chosen(tension: Tension | None) -> str:
    """Return the form people saw in a tension, where it belongs to the network."""
    choice = tension.choices.first() if tension else None
    if choice and choice.form.mode is Mode.NETWORK:
        return choice.form.value
    return Form.TRANSITION.value


def begin(membership: Membership, tension: Tension | None, data: dict[str, Any]) -> Initiative:
    """Start with what was filled in; who gives hours joins at once."""
    hours = data.pop("hours")
    initiative = actions.start(
        organisation=membership.organisation,
        tension=tension,
        **{**data, "form": Form(data["form"])},
    )
    if hours:
        actions.join(initiative=initiative, membership=membership, hours=hours)
    return initiative


@require_http_methods(["GET", "HEAD", "POST"])
def frame(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Change the name, the question of this round, and what it is about."""
    initiative = doors.carried(request, pk)
    round_ = access.current_round(initiative)
    if initiative.stopped or round_ is None:
        return doors.rests(request, initiative)
    form = FrameForm(
        request.POST or None,
        organisation=request.membership.organisation,
        initial={
            "title": initiative.title,
            "question": round_.question,
            "about": initiative.about,
            "team": initiative.team_id,
            "promise": initiative.promise_id,
        },
    )
    if request.method == "POST" and form.is_valid():
        actions.change_frame(initiative=initiative, **form.cleaned_data)
        notices.done(request, _("Saved."))
        return doors.to_loop(initiative, organisation)
    return doors.form_page(
        request,
        form,
        initiative=initiative,
        heading=_("What is it about?"),
        button=_("Save"),
        keep=f"network-frame-{pk}",
    )
