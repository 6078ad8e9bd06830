"""What a guide does while a session runs: one verb a view, and back to where the guide was."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.team_sessions import access, actions
from beide.web.team_sessions.models import Session, Way
from beide.web.team_sessions.script import minutes_of
from beide.web.team_sessions.steps import SHOWING, Moment, read_moment

MORE = 2


def found(request: Request, pk: int) -> Session:
    """Return the session that this member guides."""
    return access.access_session_to_guide(membership=request.membership, pk=pk)


def back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Return to the page that the guide steers from."""
    if request.POST.get("from") == "screen":
        response = redirect("sessions:screen", organisation, pk)
        response["Location"] += "?steer=1"
        return response
    return redirect("sessions:guide", organisation, pk)


@require_POST
def move(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Go to another step."""
    session = found(request, pk)
    there = read_moment(request.POST.get("to", ""))
    if there and uncounted(session, there):
        notices.not_done(request, gettext("Fill in the counts first. A picture is revealed once."))
        return back(request, organisation, pk)
    version = request.POST.get("version", "")
    moved = (
        there is not None
        and version.isdecimal()
        and actions.move(session=session, to=there, version=int(version), minutes=minutes_of(there))
    )
    if not moved:
        session.refresh_from_db(fields=["place", "step"])
        if there is None or (session.place, session.step) != (there.place, there.step):
            notices.not_done(
                request,
                gettext("The session had moved on already. This is where it stands now."),
            )
    return back(request, organisation, pk)


def uncounted(session: Session, there: Moment) -> bool:
    """Tell whether this would reveal cards that nobody has counted yet."""
    topic, number = access.topic_at(session, there.place), SHOWING.get(there.step)
    if session.way != Way.PAPER or topic is None or number is None:
        return False
    round_ = access.round_at(topic, number)
    return round_ is not None and round_.shown is None and round_.counts is None


@require_POST
def pause(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Let the time stand still, or go on."""
    return done(request, organisation, pk, {"pause": actions.pause, "resume": actions.resume})


@require_POST
def lock(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Let nobody else in, or let people in again."""
    return done(request, organisation, pk, {"lock": actions.lock, "unlock": actions.unlock})


@require_POST
def open_up(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Ask a small team to answer in the open, take that back, or begin once all agreed."""
    verbs = {"ask": actions.ask_to_open, "no": actions.ask_no_longer, "open": actions.open_up}
    return done(request, organisation, pk, verbs)


@require_POST
def more_time(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Give this step two minutes more."""
    actions.more_time(session=found(request, pk), minutes=MORE)
    return back(request, organisation, pk)


@require_POST
def close(request: Request, organisation: str, pk: int) -> HttpResponse:
    """End the session for good."""
    if actions.close(session=found(request, pk)):
        notices.done(
            request,
            gettext(
                "The session is closed. Nothing leads to a phone any more, and everyone in your "
                "organisation can read this report."
            ),
        )
    return redirect("sessions:report", organisation, pk)


def done(
    request: Request, organisation: str, pk: int, verbs: dict[str, Callable[..., bool]]
) -> HttpResponse:
    """Do what the button says; a button that is behind changes nothing."""
    session = found(request, pk)
    verb = verbs.get(request.POST.get("do", ""))
    if verb is not None:
        verb(session=session)
    return back(request, organisation, pk)
