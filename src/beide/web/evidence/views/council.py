"""What the works council can see: purposes, what is kept, thresholds, consent, every analysis."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beide.web.evidence import access
from beide.web.evidence.report import report_of
from beide.web.organisation.permissions import RUNNING
from beide.web.organisation.requests import Request

ANALYSES_A_PAGE = 200


@require_safe
def council(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show how event data is used, never what is in it."""
    here = request.membership.organisation
    analyses = Paginator(access.analyses_of(here), ANALYSES_A_PAGE)
    logs = [(log, report_of(log)) for log in access.logs_for_council(here)]
    context = {
        "logs": logs,
        "consents": list(access.consents_of(here)),
        "now": access.consent_of(here),
        "analyses": analyses.get_page(request.GET.get("page")),
        "may_run": request.membership.has(*RUNNING),
    }
    return render(request, "evidence/council.html", context)
