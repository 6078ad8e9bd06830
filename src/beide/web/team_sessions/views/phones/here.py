"""The page that follows the session."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from beide.web.team_sessions.phone import asked
from beide.web.team_sessions.showing import seen
from beide.web.team_sessions.state import state_of
from beide.web.team_sessions.views.phones.holder import Visit, for_code


@require_safe
@for_code
def here(request: Visit, code: str) -> HttpResponse:
    """Show what there is to do now; when it is over, what came out."""
    session = request.session_here
    if request.seat is None and not session.closed:
        return redirect("phones:join", code)
    return now(request, code, taken=request.GET.get("taken", ""))


def now(request: Visit, code: str, *, taken: str = "") -> HttpResponse:
    """Show the phone's page, or only the part that changes."""
    part = "now" if "fragment" in request.GET else "here"
    return render(request, f"team_sessions/phone/{part}.html", context(request, code, taken))


def context(request: Visit, code: str, taken: str = "") -> dict[str, Any]:
    """Return what a phone shows; ``taken`` is what became of its last answer."""
    session = request.session_here
    return {
        "session": session,
        "code": code,
        "seat": request.seat,
        "asked": asked(session, request.secret),
        "taken": taken,
        "state": state_of(session, "phone"),
        **seen(session),
    }


@require_safe
@for_code
def state(request: Visit, code: str) -> HttpResponse:  # noqa: ARG001
    """Say where the session stands; a phone without a seat hears nothing."""
    session = request.session_here
    if request.seat is None and not session.closed:
        return JsonResponse({}, status=403)
    return JsonResponse(state_of(session, "phone"))
