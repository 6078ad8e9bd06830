"""What every request gets: a line in the log, and a word to the page that a form has arrived."""

import re
import time
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse

logger = structlog.get_logger("beide.request")
Handler = Callable[[HttpRequest], HttpResponse]
KEPT = re.compile(r"[\w-]{1,80}", re.ASCII)


def log_requests(get_response: Handler) -> Handler:
    """Return a middleware that logs the route's name, not the address, which may hold secrets.

    Never who asked or from where.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = get_response(request)
        logger.info(
            "request",
            method=request.method,
            route=request.resolver_match.view_name if request.resolver_match else None,
            status=response.status_code,
            milliseconds=round((time.perf_counter() - start) * 1000, 1),
        )
        return response

    return handle


def confirm_kept(get_response: Handler) -> Handler:
    """Return a middleware that tells keep.js which form was taken in.

    Until then a browser keeps what was typed. A form with something wrong in it is shown again
    instead of being followed by another page, and so stays kept.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.method == "POST" and response.status_code in {302, 303}:
            key = request.POST.get("kept", "")
            if KEPT.fullmatch(key):
                response.set_cookie(
                    "beide_sent", key, max_age=60, samesite="Lax", secure=request.is_secure()
                )
        return response

    return handle
