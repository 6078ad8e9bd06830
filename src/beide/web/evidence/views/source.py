"""Where newer exports of a log come from, read each night."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.evidence import access, actions, places, problems
from beide.web.evidence.source_form import SourceForm
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
def source(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Show how it went last night, and ask where newer exports are."""
    log = access.open_log(membership=request.membership, pk=pk)
    if log is None:
        return redirect("evidence:log", organisation, pk)
    found = access.source_of(log)
    known = places.places(log.organisation)
    form = SourceForm(request.POST or None, instance=found, known=known)
    if request.method == "POST" and form.is_valid():
        actions.follow_source(log=log, **form.cleaned_data)
        notices.done(request, gettext("Newer exports are added each night, from now on."))
        return redirect("evidence:source", organisation, pk)
    context = {
        "log": log,
        "source": found,
        "form": form,
        "places": known,
        "problem": problems.of_source(found),
        "working": found is not None and found.job is not None and not found.job.is_over,
    }
    return render(request, "evidence/source.html", context)


@require_POST
def read(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Look for newer exports now."""
    log = access.open_log(membership=request.membership, pk=pk)
    found = access.source_of(log) if log is not None else None
    if found is not None:
        actions.read_source(source=found)
    return redirect("evidence:source", organisation, pk)


@require_POST
def leave(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Add no newer exports any more."""
    found = access.source_of(access.access_log(membership=request.membership, pk=pk))
    if found is not None:
        actions.leave_source(source=found)
        notices.done(request, gettext("No newer exports are added any more. The log stays."))
    return redirect("evidence:source", organisation, pk)
