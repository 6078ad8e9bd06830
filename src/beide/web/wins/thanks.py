"""Which wins this browser said thanks for: known in the browser only, and to nobody else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from beide.web.organisation.models import Organisation

COOKIE = "thanked"
LASTS = 365 * 24 * 3600  # seconds
MOST = 200  # the oldest are forgotten


def thanked(request: HttpRequest) -> list[int]:
    """Return the keys of the wins for which this browser said thanks."""
    parts = request.COOKIES.get(COOKIE, "").split(".")
    return [int(part) for part in parts if part.isascii() and part.isdigit()][-MOST:]


def remember(answer: HttpResponseBase, organisation: Organisation, wins: list[int]) -> None:
    """Let the browser remember, for pages of this organisation only."""
    answer.set_cookie(
        COOKIE,
        ".".join(str(pk) for pk in wins[-MOST:]),
        max_age=LASTS,
        path=f"/o/{organisation.slug}/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
