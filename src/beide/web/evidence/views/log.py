"""One log: how long its cases take, what it rests on, and what was left out."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from beide.web.evidence import access, actions
from beide.web.evidence.figures import lead_time_figure
from beide.web.evidence.forms import LogForm
from beide.web.evidence.lead_times import lead_times_shown
from beide.web.evidence.models import EventLog
from beide.web.evidence.report import report_of
from beide.web.evidence.shown import log_shown, promise_shown
from beide.web.organisation.permissions import LEADING, RUNNING
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_safe
def log(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show a log that is ready; send people on to where one that is not stands."""
    found = access.access_log(membership=request.membership, pk=pk)
    if not access.is_open(organisation=found.organisation, generated=found.generated):
        return render(request, "evidence/closed.html", {"name": found.name})
    may_lead = request.membership.has(*LEADING)
    if not found.is_ready:
        return _not_ready(request, found, may_lead=may_lead)
    times = lead_times_shown(found.lead_times, minimum=found.organisation.threshold)
    context = {
        "log": found,
        "shown": log_shown(found, is_open=True, minimum=found.organisation.threshold),
        "times": times,
        "figure": lead_time_figure(times) if times else None,
        "report": report_of(found),
        "promises": [promise_shown(promise) for promise in found.promises.all()],
        "may_lead": may_lead,
        "may_run": request.membership.has(*RUNNING),
    }
    return render(request, "evidence/log.html", context)


def _not_ready(request: Request, found: EventLog, *, may_lead: bool) -> HttpResponse:
    shown = log_shown(found, is_open=True, minimum=found.organisation.threshold)
    if may_lead:
        reading = found.state == EventLog.State.READING and not shown.has_failed
        route = "evidence:progress" if reading else "evidence:columns"
        return redirect(route, found.organisation.slug, found.pk)
    return render(request, "evidence/not_ready.html", {"log": found, "shown": shown})


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Change what a log is called and used for."""
    found = access.access_log(membership=request.membership, pk=pk)
    form = LogForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.change_log(log=found, **form.cleaned_data)
        notices.done(request, gettext("Changed."))
        return redirect("evidence:log", organisation, pk)
    return render(request, "evidence/log_change.html", {"log": found, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Say what goes when a log goes, and remove it when that is confirmed."""
    found = access.access_log(membership=request.membership, pk=pk)
    if request.method == "POST":
        actions.remove_log(log=found)
        notices.done(request, gettext("“%(name)s” is removed.") % {"name": found.name})
        return redirect("evidence:list", organisation)
    context = {"log": found, "promises": list(found.promises.all())}
    return render(request, "evidence/log_remove.html", context)
