"""A session on paper: cards to print, and the page where the guide enters what was counted."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, override
from django.views.decorators.http import require_http_methods, require_safe

from beide import reflect
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.team_sessions import access, actions
from beide.web.team_sessions.counts_form import CountsForm, name
from beide.web.team_sessions.models import Round
from beide.web.team_sessions.paper_set import on_cards

LANGUAGES = ("nl", "en")


@require_safe
def cards(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show a page of cards, two on a page, in the language asked for."""
    session = access.access_session_to_guide(membership=request.membership, pk=pk)
    asked = request.GET.get("in", "")
    context = {
        "session": session,
        "topic": access.topic_at(session, session.place),
        "statements": on_cards(),
        "labels": reflect.answer_labels(),
        "unsure": reflect.unsure_label(),
    }
    if asked not in LANGUAGES:
        return render(request, "team_sessions/paper/cards.html", context)
    with override(asked):
        return render(request, "team_sessions/paper/cards.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def counts(request: Request, organisation: str, pk: int, place: int, number: int) -> HttpResponse:
    """Take in what was counted, for one time through the cards."""
    session = access.access_session_to_guide(membership=request.membership, pk=pk)
    topic = access.topic_at(session, place)
    round_ = access.round_at(topic, number) if topic else None
    if round_ is None or session.way != "paper":
        raise Http404
    form = CountsForm(request.POST or None, initial=entered(round_))
    if form.is_valid():
        if actions.enter_counts(
            session=session, round=round_, people=form.cleaned_data["people"], counts=form.counted
        ):
            notices.done(request, gettext("The counts are in. You can reveal the picture."))
        else:
            notices.not_done(
                request, gettext("This picture was shown already, so its counts stay as they are.")
            )
        return redirect("sessions:guide", organisation, pk)
    context = {
        "session": session,
        "topic": topic,
        "number": number,
        "form": form,
        "rows": form.rows(),
        "labels": reflect.answer_labels(),
    }
    return render(request, "team_sessions/paper/counts.html", context)


def entered(round_: Round) -> dict[str, Any]:
    """Return what was entered before."""
    kept = round_.counts or {}
    fields = {
        name(key, value): count
        for key, row in kept.get("statements", {}).items()
        for value, count in enumerate(row, start=1)
    }
    return {"people": kept.get("people"), **fields}
