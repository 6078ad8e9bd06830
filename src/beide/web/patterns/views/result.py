"""What a search found: at most seven sentences, connections, and what good looks like."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from beide.web.evidence import problems, sheets
from beide.web.organisation.requests import Request
from beide.web.patterns.answer import SearchShown, connections_shown
from beide.web.patterns.compared import compared
from beide.web.patterns.models import Search
from beide.web.patterns.shown import Shown
from beide.web.patterns.taking import search_sheet
from beide.web.patterns.views import doors


@require_safe
def search(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Show what was found, how far looking is, or why there is no answer."""
    found = doors.search(request, pk)
    if isinstance(found, HttpResponse):
        return found
    follow = reverse("patterns:search", args=[organisation, pk])
    context: dict[str, Any] = {
        "search": SearchShown(found),
        "job": found.job,
        "follow": follow,
        "cancel": reverse("patterns:stop", args=[organisation, pk]),
        "stop_label": gettext("Stop looking"),
    }
    if request.htmx:
        if not found.is_awaited:
            return HttpResponseClientRefresh()
        return render(request, "jobs/progress.html", context)
    if found.is_awaited:
        return render(request, "patterns/progress.html", context)
    if not found.found:
        problem = problems.said(found.problem)
        failed = found.job.problem if found.job is not None and found.job.has_failed else None
        context["problem"] = problem or failed
        return render(request, "patterns/refused.html", context)
    context["findings"] = findings_of(request, found)
    context["connections"] = connections_shown(
        found, minimum=request.membership.organisation.threshold
    )
    return render(request, "patterns/search.html", context)


def findings_of(request: Request, found: Search) -> list[Shown]:
    """Return what a search found, as it may be shown."""
    return [doors.shown(request, each) for each in found.findings.all()]


@require_safe
def good(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Show what good cases look like beside the others."""
    found = doors.search(request, pk)
    if isinstance(found, HttpResponse):
        return found
    steps = found.found.get("steps", {})
    if not steps:
        return redirect("patterns:search", organisation, pk)
    minimum = request.membership.organisation.threshold
    context = {
        "search": SearchShown(found),
        "told": SearchShown(found).steps,
        "maps": compared(steps["links"], minimum=minimum),
    }
    return render(request, "patterns/good.html", context)


@require_safe
def download(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Give every pattern of a search as a table."""
    found = doors.search(request, pk)
    if isinstance(found, HttpResponse):
        return found
    if not found.found:
        return redirect("patterns:search", organisation, pk)
    return sheets.as_csv(search_sheet(found, findings_of(request, found)))
