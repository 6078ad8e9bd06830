"""Where to go after something was done."""

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from beide.web.organisation.requests import Request


def asked_for(request: Request) -> str:
    """Return the page of this host that someone came from, or nothing."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    allowed = url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if allowed and asked.startswith("/") else ""


def go_back(request: Request, pk: int) -> HttpResponse:
    """Go to the page someone came from, or to the initiative."""
    if asked := asked_for(request):
        return HttpResponseRedirect(asked)
    return redirect("hierarchy:detail", request.membership.organisation.slug, pk)


def undo_url(request: Request, route: str, *keys: int, **data: str) -> str:
    """Return the address that takes something back and then comes to the same page."""
    url = reverse(f"hierarchy:{route}", args=[request.membership.organisation.slug, *keys])
    if asked := asked_for(request):
        data["next"] = asked
    return f"{url}?{urlencode(data)}" if data else url
