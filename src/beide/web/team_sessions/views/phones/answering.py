"""Answering a statement, taking an answer back, and agreeing to answer in the open."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from beide.web.team_sessions import access, actions
from beide.web.team_sessions.given import read_answer, read_spot
from beide.web.team_sessions.views.phones.here import now
from beide.web.team_sessions.views.phones.holder import Visit, for_seat

QUIET = {actions.Taken.NEW, actions.Taken.ALREADY}


@require_POST
@for_seat
def answer(request: Visit, code: str) -> HttpResponse:
    """Take an answer in; the same one sent twice counts once."""
    given = read_answer(request.POST)
    if given is None:
        return after(request, code, "wrong")
    taken = actions.answer(
        session=request.session_here,
        secret=request.secret,
        place=given.spot.place,
        round=given.spot.round,
        position=given.spot.position,
        statement=given.statement,
        value=given.value,
    )
    return after(request, code, "" if taken in QUIET else taken.value)


@require_POST
@for_seat
def back(request: Visit, code: str) -> HttpResponse:
    """Take the last answer back, and ask it again."""
    spot = read_spot(request.POST)
    if spot is not None:
        actions.take_back(
            session=request.session_here,
            secret=request.secret,
            place=spot.place,
            round=spot.round,
            position=spot.position,
        )
    return after(request, code, "")


def after(request: Visit, code: str, taken: str) -> HttpResponse:
    """Show what comes now: at once to a script, else by way of the page."""
    if "fragment" in request.GET:
        request.session_here = access.access_session_with_code(code=code)
        return now(request, code, taken=taken)
    page = reverse("phones:here", args=[code])
    return redirect(f"{page}?taken={taken}" if taken else page)


@require_POST
@for_seat
def agree(request: Visit, code: str) -> HttpResponse:
    """Agree that answers can be recognised."""
    actions.agree(session=request.session_here, secret=request.secret)
    return redirect("phones:here", code)
