"""What evidence there is: logs and promises."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from beide.web.evidence import access
from beide.web.evidence.shown import logs_shown, promises_shown
from beide.web.organisation.permissions import LEADING, RUNNING
from beide.web.organisation.requests import Request


@require_safe
def overview(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show the promises, the logs they rest on, and the consent under which they are open."""
    here = request.membership.organisation
    consent = access.consent_of(here)
    real_open = here.demo or consent is not None
    logs = list(access.logs_of(here))
    context = {
        "consent": consent,
        "real_open": real_open,
        "logs": logs_shown(logs, real_open=real_open, minimum=here.threshold),
        "promises": promises_shown(logs, real_open=real_open),
        "may_lead": request.membership.has(*LEADING),
        "may_run": request.membership.has(*RUNNING),
    }
    return render(request, "evidence/overview.html", context)
