"""The address that phones go to."""

from ipaddress import ip_address

from django.http import HttpRequest
from django.urls import reverse

from beide.web.team_sessions.models import Session


def address_to_join(request: HttpRequest, session: Session) -> str:
    """Return the address in the QR code, empty when nobody joins by phone."""
    if not session.code:
        return ""
    return request.build_absolute_uri(reverse("phones:join", args=[session.code]))


def address_to_type(request: HttpRequest) -> str:
    """Return the short address, as people type it."""
    return f"{request.get_host()}{reverse('phones:enter')}"


def cannot_reach(request: HttpRequest) -> str:
    """Return the host when it is only this computer itself, which no phone can reach."""
    host = request.get_host().rsplit(":", 1)[0].strip("[]")
    if host == "localhost":
        return host
    try:
        return host if ip_address(host).is_loopback else ""
    except ValueError:
        return ""
