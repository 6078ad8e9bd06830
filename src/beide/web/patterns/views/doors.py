"""What every view of a finding begins with: find it, and see whether its log is open."""

from django.http import HttpResponse
from django.shortcuts import redirect

from beide.web.organisation.requests import Request
from beide.web.patterns import access
from beide.web.patterns.models import Finding, Search
from beide.web.patterns.shown import Shown


def search(request: Request, pk: int) -> Search | HttpResponse:
    """Return a search, or the way to where its log says why it is closed."""
    found = access.access_search(membership=request.membership, pk=pk)
    return found if is_open(request, found) else closed(request, found)


def finding(request: Request, pk: int) -> Finding | HttpResponse:
    """Return a finding, or the way to where its log says why it is closed."""
    found = access.access_finding(membership=request.membership, pk=pk)
    return found if is_open(request, found.search) else closed(request, found.search)


def is_open(request: Request, search: Search) -> bool:
    """Tell whether what was found may be seen now."""
    return access.may_be_seen(search, request.membership.organisation)


def closed(request: Request, search: Search) -> HttpResponse:
    """Go to the log, which says why it is closed."""
    return redirect("evidence:log", request.membership.organisation.slug, search.log_id)


def shown(request: Request, found: Finding) -> Shown:
    """Return a finding as it may be shown in this organisation."""
    return Shown(found, request.membership.organisation.threshold)
