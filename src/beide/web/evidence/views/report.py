"""The check report of a log, and for the council what is kept of it."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from beide.web.evidence import access, sheets, words
from beide.web.evidence.checks import blocks, checks_of
from beide.web.evidence.shown import log_shown
from beide.web.organisation.permissions import WATCHING
from beide.web.organisation.requests import Request


@require_safe
def report(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Show what was read, what was left out, and what stands out."""
    log = access.open_log(membership=request.membership, pk=pk)
    if log is None:
        return redirect("evidence:log", organisation, pk)
    minimum = log.organisation.threshold
    few = log.about["cases"] < minimum
    context = {
        "log": log,
        "shown": log_shown(log, is_open=True, minimum=minimum),
        "checks": None if few else checks_of(log.about),
        "whole": words.cases(log.about.get("whole", 0)),
        "left_out": words.cases(log.about["cases"] - log.about.get("whole", 0)),
    }
    return render(request, "evidence/report.html", context)


@require_safe
def kept(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show what is kept of a source and what not, for the council and everyone else."""
    log = access.access_log(membership=request.membership, pk=pk)
    told = log.kept.get(get_language() or "nl", "")
    context = {
        "log": log,
        "blocks": list(blocks(told)),
        "watching": request.membership.has(*WATCHING),
    }
    return render(request, "evidence/kept.html", context)


@require_safe
def kept_file(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Give the same as a text file."""
    log = access.access_log(membership=request.membership, pk=pk)
    told = log.kept.get(get_language() or "nl", "")
    name = gettext("%(log)s what is kept") % {"log": log.name}
    return sheets.as_file(told, name, "md", "text/markdown; charset=utf-8")
