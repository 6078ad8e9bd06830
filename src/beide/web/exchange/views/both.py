"""Home: the two modes side by side, and the exchange between them."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from beide.web.exchange.picture import picture_of
from beide.web.organisation.requests import Request
from beide.web.wins.access import recent_wins
from beide.web.wins.shown import cards
from beide.web.wins.thanks import thanked

LATELY = timedelta(weeks=4)
WINS = 3  # how many of the wins of the last weeks stand on the page


@require_safe
def both(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Tell within ten seconds: is the promise kept, what moves, what waits between."""
    here = request.membership.organisation
    found = recent_wins(here, timezone.localdate() - LATELY)[:WINS]
    wins = cards(here, found, thanked=thanked(request))
    return render(request, "exchange/both.html", {"picture": picture_of(here), "wins": wins})
