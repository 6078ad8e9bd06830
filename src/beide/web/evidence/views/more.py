"""Adding a next export to a log by hand: sent, followed, and told what was new."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST
from django_htmx.http import HttpResponseClientRefresh

from beide.web.evidence import access, actions
from beide.web.evidence.additions import additions_shown
from beide.web.evidence.forms import NextExportForm
from beide.web.organisation.requests import Request
from beide.web.page import notices

REMEMBERED = 12


@require_http_methods(["GET", "HEAD", "POST"])
def more(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Ask for the next export, follow how it is added, and tell what was new."""
    log = access.open_log(membership=request.membership, pk=pk)
    if log is None:
        return redirect("evidence:log", organisation, pk)
    sent = request.method == "POST"
    form = NextExportForm(request.POST, request.FILES) if sent else NextExportForm()
    if sent and log.was_read_here and form.is_valid():
        actions.add_export(log=log, file=form.cleaned_data["file"])
        return redirect("evidence:more", organisation, pk)
    additions = list(access.additions_of(log)[:REMEMBERED])
    awaited = [each for each in additions if each.is_awaited]
    context = {
        "log": log,
        "form": form,
        "additions": additions_shown(additions, minimum=log.organisation.threshold),
        "working": bool(awaited),
        "job": awaited[0].job if awaited else None,
        "follow": reverse("evidence:more", args=[organisation, pk]),
        "cancel": reverse("evidence:more_stop", args=[organisation, pk]),
    }
    if request.htmx:
        if not awaited:
            return HttpResponseClientRefresh()
        return render(request, "jobs/progress.html", context)
    return render(request, "evidence/more.html", context)


@require_POST
def stop(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Stop adding; the log stays as it is."""
    log = access.access_log(membership=request.membership, pk=pk)
    if actions.stop_adding(log=log):
        notices.done(request, gettext("It is stopped. The log is as it was."))
    return redirect("evidence:more", organisation, pk)
