"""Walking the loop: moving along, and closing a round."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beide.change import Mode
from beide.web.initiatives import actions as initiatives
from beide.web.initiatives.access import access_happening
from beide.web.initiatives.models import Initiative
from beide.web.network import access, actions, words
from beide.web.network.forms import CloseForm
from beide.web.network.models import Round
from beide.web.network.views import doors
from beide.web.organisation.requests import Request
from beide.web.page import notices

STAGES = [str(stage) for stage in Mode.NETWORK.rhythm.stages]


@require_POST
def move(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Go to another stage of the loop."""
    initiative = doors.carried(request, pk)
    stage = request.POST.get("stage")
    if initiative.stopped:
        return doors.rests(request, initiative)
    if stage not in STAGES:
        notices.not_done(request, _("Choose a stage of the loop."))
    elif happening := initiatives.move(initiative=initiative, stage=stage):
        notices.done(
            request,
            _("You are at “%(stage)s” now.") % {"stage": words.stage_said(stage)},
            undo=reverse("network:undo", args=[organisation, pk, happening.pk]),
        )
    return doors.to_loop(initiative, organisation)


@require_POST
def undo(request: Request, organisation: str, pk: int, happening: int) -> HttpResponse:
    """Take a move, a stop or a resumption back."""
    initiative = doors.carried(request, pk)
    found = access_happening(initiative=initiative, pk=happening)
    if initiatives.undo(initiative=initiative, happening=found):
        notices.done(request, _("Taken back."))
    else:
        notices.not_done(request, _("Something else has happened since. Use the buttons here."))
    return doors.to_loop(initiative, organisation)


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Close a round with what it taught; open the next one or round it off."""
    initiative = doors.carried(request, pk)
    round_ = access.current_round(initiative)
    if initiative.stopped or round_ is None:
        return doors.rests(request, initiative)
    asked = {"number": round_.number, "learnt": round_.learnt, "question": round_.question}
    form = CloseForm(request.POST or None, initial=asked)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["number"] not in (None, round_.number):
            return doors.to_loop(initiative, organisation)
        finish(request, initiative, round_, form)
        return doors.to_loop(initiative, organisation)
    return doors.form_page(
        request,
        form,
        initiative=initiative,
        heading=_("What did round %(number)s teach us?") % {"number": round_.number},
        lead=_("You asked: “%(question)s”") % {"question": round_.question},
        button=_("Close this round"),
        keep=f"network-close-{pk}-{round_.number}",
    )


def finish(request: Request, initiative: Initiative, round_: Round, form: CloseForm) -> None:
    """Close the round as the form says, and tell how to take it back."""
    actions.close_round(round_=round_, learnt=form.cleaned_data["learnt"])
    if form.cleaned_data["onward"] == CloseForm.NEXT:
        opened = actions.open_next(initiative=initiative, question=form.cleaned_data["question"])
        said = _("Round %(number)s has begun.") % {"number": opened.number}
    else:
        actions.end(initiative=initiative)
        said = _("Rounded off. What you learnt stays here.")
    place = [request.membership.organisation.slug, initiative.pk, round_.number]
    notices.done(request, said, undo=reverse("network:close_undo", args=place))


@require_POST
def close_undo(request: Request, organisation: str, pk: int, number: int) -> HttpResponse:
    """Open a closed round again, as long as nothing happened since."""
    initiative = doors.carried(request, pk)
    round_ = access.access_round(initiative=initiative, number=number)
    if actions.reopen_round(round_=round_):
        notices.done(request, _("Round %(number)s is open again.") % {"number": number})
    else:
        notices.not_done(request, _("The next round is on its way, so this one stays closed."))
    return doors.to_loop(initiative, organisation)
