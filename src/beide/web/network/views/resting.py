"""Stopping, and taking up again what stopped or was rounded off."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.initiatives import actions as initiatives
from beide.web.initiatives.models import Initiative
from beide.web.network import access, actions
from beide.web.network.forms import QuestionForm, StopForm
from beide.web.network.views import doors
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Stop, with what is learnt by stopping."""
    initiative = doors.carried(request, pk)
    if initiative.stopped:
        return doors.to_loop(initiative, organisation)
    form = StopForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        happening = initiatives.stop(initiative=initiative, why=form.cleaned_data["why"])
        undo = reverse("network:undo", args=[organisation, pk, happening.pk])
        notices.done(request, _("Stopped. The hours are free again."), undo=undo)
        return doors.to_loop(initiative, organisation)
    return doors.form_page(
        request,
        form,
        initiative=initiative,
        heading=_("Stopping is learning too"),
        lead=_("You can take it up again later. What you learnt until now stays here."),
        button=_("Stop for now"),
        keep=f"network-stop-{pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take it up again: in the same round, or with a new one when all were closed."""
    initiative = doors.carried(request, pk)
    if not initiative.stopped:
        return doors.to_loop(initiative, organisation)
    if access.current_round(initiative) is None:
        return resume_with_question(request, initiative)
    if request.method != "POST":
        return redirect("network:detail", organisation, pk)
    happening = initiatives.resume(initiative=initiative)
    undo = reverse("network:undo", args=[organisation, pk, happening.pk])
    notices.done(request, _("Taken up again."), undo=undo)
    return doors.to_loop(initiative, organisation)


def resume_with_question(request: Request, initiative: Initiative) -> HttpResponse:
    """Ask for the question of a new round."""
    organisation = request.membership.organisation.slug
    last = initiative.rounds.first()
    form = QuestionForm(request.POST or None, initial={"question": last.question if last else ""})
    if request.method == "POST" and form.is_valid():
        opened = actions.explore_again(
            initiative=initiative, question=form.cleaned_data["question"]
        )
        undo = reverse("network:resume_undo", args=[organisation, initiative.pk, opened.number])
        said = _("Round %(number)s has begun.") % {"number": opened.number}
        notices.done(request, said, undo=undo)
        return doors.to_loop(initiative, organisation)
    return doors.form_page(
        request,
        form,
        initiative=initiative,
        heading=_("Which question do you take up again?"),
        button=_("Open a new round"),
        keep=f"network-resume-{initiative.pk}",
    )


@require_POST
def resume_undo(request: Request, organisation: str, pk: int, number: int) -> HttpResponse:
    """Let it rest again, as long as nothing happened in the new round."""
    initiative = doors.carried(request, pk)
    round_ = access.access_round(initiative=initiative, number=number)
    if actions.rest_again(round_=round_):
        notices.done(request, _("Taken back."))
    else:
        notices.not_done(request, _("Something else has happened since. Use the buttons here."))
    return doors.to_loop(initiative, organisation)
