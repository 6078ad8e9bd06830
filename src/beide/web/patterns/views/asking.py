"""Asking when it goes well, and the questions that were asked before."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.web.evidence import access as evidence
from beide.web.evidence import actions as asking
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.patterns import access, actions
from beide.web.patterns.answer import SearchShown
from beide.web.patterns.forms import AskForm, remembered
from beide.web.patterns.views import doors


@require_safe
def overview(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """List what was asked before, and the logs that can be asked."""
    here = request.membership.organisation
    real_open = here.demo or evidence.consent_of(here) is not None
    searches = access.searches_of(here)
    logs = evidence.logs_of(here)
    context = {
        "searches": [SearchShown(each) for each in searches if real_open or each.log.generated],
        "logs": [log for log in logs if log.is_ready and (real_open or log.generated)],
    }
    return render(request, "patterns/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Ask a log when it goes well."""
    log = evidence.open_log(membership=request.membership, pk=pk)
    if log is None:
        return redirect("evidence:log", organisation, pk)
    form = AskForm(
        request.POST or None,
        log=log,
        promises=list(log.promises.all()),
        steps=asking.steps_of(log=log),
        initial=before(request),
    )
    if request.method == "POST" and form.is_valid():
        search = actions.ask(log=log, **form.asked())
        return redirect("patterns:search", organisation, search.pk)
    status = 422 if form.is_bound else 200
    return render(request, "patterns/ask.html", {"log": log, "form": form}, status=status)


def before(request: Request) -> dict[str, Any]:
    """Return what an earlier question or a promise in the address makes of the first choices."""
    like, promise = request.GET.get("like", ""), request.GET.get("promise", "")
    if like.isascii() and like.isdigit():
        return remembered(access.access_search(membership=request.membership, pk=int(like)))
    return {"promise": promise} if promise.isascii() and promise.isdigit() else {}


@require_POST
def again(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Ask the same of the log as it is now."""
    found = doors.search(request, pk)
    if isinstance(found, HttpResponse):
        return found
    return redirect("patterns:search", organisation, actions.ask_again(search=found).pk)


@require_POST
def stop(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Stop looking."""
    found = access.access_search(membership=request.membership, pk=pk)
    if actions.stop(search=found):
        notices.done(request, gettext("Looking is stopped. Your question is kept."))
    return redirect("patterns:search", organisation, pk)


@require_POST
def remove(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put a question away with its answer."""
    found = access.access_search(membership=request.membership, pk=pk)
    actions.remove(search=found)
    undo = reverse("patterns:restore", args=[organisation, pk])
    notices.done(request, gettext("The question is removed with its answer."), undo=undo)
    return redirect("patterns:list", organisation)


@require_POST
def restore(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put it back."""
    found = access.access_search(membership=request.membership, pk=pk, removed=True)
    actions.restore(search=found)
    notices.done(request, gettext("The question is back."))
    return redirect("patterns:search", organisation, pk)
