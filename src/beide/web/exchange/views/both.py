"""Home: the two modes side by side, and the exchange between them."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beide.web.exchange.picture import picture_of
from beide.web.organisation.requests import Request


@require_safe
def both(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Tell within ten seconds: is the promise kept, what moves, what waits between."""
    picture = picture_of(request.membership.organisation)
    return render(request, "exchange/both.html", {"picture": picture})
