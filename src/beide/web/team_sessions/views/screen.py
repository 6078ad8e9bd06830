"""The big screen, on a beamer: it follows the session, and may carry a thin bar to steer with."""

import io

import segno
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from beide.web.organisation.requests import Request
from beide.web.team_sessions import access
from beide.web.team_sessions.reaching import address_to_join, address_to_type
from beide.web.team_sessions.views.guiding import context


@require_safe
@never_cache
def screen(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Show to everyone in the room what there is to see now."""
    session = access.access_session_to_guide(membership=request.membership, pk=pk)
    if session.closed and "steer" in request.GET:
        return redirect("sessions:report", organisation, pk)
    part = "now" if "fragment" in request.GET else "screen"
    told = context(request, session) | {
        "typed": address_to_type(request),
        "steers": "steer" in request.GET and not session.closed,
    }
    return render(request, f"team_sessions/screen/{part}.html", told)


@require_safe
@never_cache
def qr(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Draw the address that phones go to."""
    session = access.access_session_to_guide(membership=request.membership, pk=pk)
    drawn = io.BytesIO()
    segno.make(
        address_to_join(request, session) or request.build_absolute_uri("/"), error="m"
    ).save(drawn, kind="svg", border=2, dark="#000", light="#fff", xmldecl=False, svgns=True)
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml")
