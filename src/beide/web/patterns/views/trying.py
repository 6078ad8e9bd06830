"""Making a finding an experiment: choose or begin something in the network, then the card."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from beide.change import Form
from beide.web.network import actions as network
from beide.web.network.experiment_forms import PlanForm
from beide.web.network.forms import StartForm
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.patterns import access, actions
from beide.web.patterns.card import card, question
from beide.web.patterns.views import doors


@require_safe
def choose(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Choose in which initiative of the network it is tried."""
    found = doors.finding(request, pk)
    if isinstance(found, HttpResponse):
        return found
    context = {
        "shown": doors.shown(request, found),
        "loops": access.loops_to_try_in(request.membership),
    }
    return render(request, "patterns/choose.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Begin something in the network to try it in."""
    found = doors.finding(request, pk)
    if isinstance(found, HttpResponse):
        return found
    shown = doors.shown(request, found)
    form = StartForm(
        request.POST or None,
        organisation=request.membership.organisation,
        initial={
            "form": Form.TRANSITION.value,
            "question": question(shown),
            "team": request.membership.team_id,
            "promise": found.search.promise_id,
        },
    )
    # Whoever begins takes part: without hours of one's own, nobody could plan the experiment.
    form.fields["hours"].required = True
    if request.method == "POST" and form.is_valid():
        hours = form.cleaned_data.pop("hours")
        data = {**form.cleaned_data, "form": Form(form.cleaned_data["form"])}
        loop = network.start(organisation=request.membership.organisation, tension=None, **data)
        network.join(initiative=loop, membership=request.membership, hours=hours)
        return redirect("patterns:card", organisation, pk, loop.pk)
    context = {"shown": shown, "form": form}
    return render(request, "patterns/begin.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: Request, organisation: str, pk: int, initiative: int) -> HttpResponse:
    """Fill the card in with the finding, to be changed and kept."""
    found = doors.finding(request, pk)
    if isinstance(found, HttpResponse):
        return found
    round_ = access.access_round_to_try_in(membership=request.membership, pk=initiative)
    loop = round_.initiative
    shown = doors.shown(request, found)
    form = PlanForm(
        request.POST or None,
        organisation=request.membership.organisation,
        initial=card(shown, promise=found.search.promise or loop.promise),
    )
    if request.method == "POST" and form.is_valid():
        made = actions.try_it(finding=found, round_=round_, **form.cleaned_data)
        undo = reverse("network:experiment_remove", args=[organisation, made.pk])
        open_still = made.state == made.State.TO_BEGIN
        notices.done(
            request, gettext("Your experiment is on the page."), undo=undo if open_still else ""
        )
        return redirect("network:experiment", organisation, made.pk)
    context = {"shown": shown, "loop": loop, "form": form}
    return render(request, "patterns/card.html", context, status=422 if form.is_bound else 200)
