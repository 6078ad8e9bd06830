"""The door of a session for phones: a code opens it, and a seat lets someone take part."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from beide.web.team_sessions import access
from beide.web.team_sessions.models import Seat, Session
from beide.web.team_sessions.secret import COOKIE

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails


class Visit(HttpRequest):
    """A request from a phone; ``secret`` is empty when it holds none."""

    htmx: "HtmxDetails"
    session_here: Session
    secret: str
    seat: Seat | None


Page = Callable[[Visit, str], HttpResponse]


def for_code(page: Page) -> Callable[..., HttpResponse]:
    """Return a view that finds the session of a code, or says what to do with a wrong one."""

    @wraps(page)
    @never_cache
    def view(request: Visit, code: str) -> HttpResponse:
        request.secret = request.COOKIES.get(COOKIE, "")
        try:
            request.session_here = access.access_session_with_code(code=code)
            request.seat = access.seat_of(request.session_here, request.secret)
            response = page(request, request.session_here.code or code)
        except Http404:
            response = render(request, "team_sessions/phone/wrong.html", status=404)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return view


def for_seat(page: Page) -> Callable[..., HttpResponse]:
    """Return the same, for who takes part; others are led to the door."""

    @wraps(page)
    @for_code
    def view(request: Visit, code: str) -> HttpResponse:
        if request.seat is None:
            return redirect("phones:join", code)
        return page(request, code)

    return view
