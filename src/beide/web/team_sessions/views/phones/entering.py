"""Coming in with a code, and leaving again."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.team_sessions import access, actions
from beide.web.team_sessions.codes import tidy
from beide.web.team_sessions.forms import CodeForm
from beide.web.team_sessions.secret import COOKIE, HOURS
from beide.web.team_sessions.views.phones.holder import Visit, for_code


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Ask for the code on the big screen."""
    form = CodeForm(request.POST or None)
    if form.is_valid():
        return redirect("phones:join", tidy(form.cleaned_data["code"]))
    return render(request, "team_sessions/phone/enter.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@for_code
def join(request: Visit, code: str) -> HttpResponse:
    """Say what this is and what is kept, and let someone in who says so."""
    session = request.session_here
    if request.seat is not None:
        return redirect("phones:here", code)
    context = {"session": session, "code": code, "why": why_not(request)}
    if request.method != "POST" or context["why"]:
        return render(request, "team_sessions/phone/join.html", context)
    try:
        _seat, secret = actions.take_seat(session=session, secret=request.secret)
    except actions.NotLetIn as refused:
        context["why"] = refused.why.value
        return render(request, "team_sessions/phone/join.html", context, status=409)
    return with_seat(redirect("phones:here", code), code, secret)


def why_not(request: Visit) -> str:
    """Return why nobody can come in now, empty when people can."""
    session = request.session_here
    if session.closed:
        return actions.Why.CLOSED.value
    if session.locked:
        return actions.Why.LOCKED.value
    full = access.counts_of(session, None)["in"] or 0
    return actions.Why.FULL.value if full >= session.most else ""


def with_seat(response: HttpResponse, code: str, secret: str) -> HttpResponse:
    """Leave the secret with the phone, for this session only."""
    response.set_cookie(
        COOKIE,
        secret,
        max_age=HOURS * 3600,
        path=reverse("phones:join", args=[code]),
        secure=settings.SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@require_POST
@for_code
def leave(request: Visit, code: str) -> HttpResponse:
    """Give up the seat, with the answers that were not shown yet."""
    if request.secret:
        actions.leave(session=request.session_here, secret=request.secret)
    response = render(request, "team_sessions/phone/left.html", {"code": code})
    response.delete_cookie(COOKIE, path=reverse("phones:join", args=[code]))
    return response
