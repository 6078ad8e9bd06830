"""One promise: whether it is kept, week by week, and changing what is promised."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from beide.web.evidence import access, actions, sheets
from beide.web.evidence.figures import promise_figure
from beide.web.evidence.models import Promise
from beide.web.evidence.promise_form import PromiseForm
from beide.web.evidence.series import Series
from beide.web.evidence.shown import left_out, log_shown, promise_shown
from beide.web.evidence.weekly import weekly_sheet
from beide.web.organisation.permissions import LEADING
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_safe
def promise(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Show how a promise went, or how far computing it is."""
    found = access.access_promise(membership=request.membership, pk=pk)
    if not _is_open(found):
        return render(request, "evidence/closed.html", {"name": found.name})
    job = found.job
    working = job is not None and not job.is_over
    follow = reverse("evidence:promise", args=[organisation, pk])
    if request.htmx:
        if not working:
            return HttpResponseClientRefresh()
        return render(request, "jobs/progress.html", {"job": job, "follow": follow})
    series = Series.from_stored(found.over_time)
    context = {
        "promise": found,
        "log": log_shown(found.log, is_open=True, minimum=found.organisation.threshold),
        "shown": promise_shown(found),
        "series": series,
        "left_out": left_out(found.log),
        "figure": promise_figure(found, series) if series.shown() else None,
        "job": job,
        "working": working,
        "follow": follow,
        "may_lead": request.membership.has(*LEADING),
    }
    return render(request, "evidence/promise.html", context)


def _is_open(found: Promise) -> bool:
    return access.is_open(organisation=found.organisation, generated=found.log.generated)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Make a promise on a log."""
    log = access.access_log(membership=request.membership, pk=pk)
    if not log.is_ready or not access.is_open(
        organisation=log.organisation, generated=log.generated
    ):
        return redirect("evidence:log", organisation, pk)
    form = PromiseForm(
        request.POST or None, log=log, roles=actions.roles_of(log=log), initial={"unit": "days"}
    )
    if request.method == "POST" and form.is_valid():
        made = actions.add_promise(log=log, **form.promised())
        return redirect("evidence:promise", organisation, made.pk)
    context = {"log": log, "form": form, "number": log.promises.count()}
    return render(request, "evidence/promise_form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Change what is promised."""
    found = access.access_promise(membership=request.membership, pk=pk)
    if not _is_open(found):
        return redirect("evidence:promise", organisation, pk)
    roles = actions.roles_of(log=found.log)
    form = PromiseForm(request.POST or None, log=found.log, roles=roles, instance=found)
    if request.method == "POST" and form.is_valid():
        actions.change_promise(promise=found, **form.promised())
        notices.done(request, gettext("The promise is changed."))
        return redirect("evidence:promise", organisation, pk)
    context = {"log": found.log, "promise": found, "form": form}
    return render(request, "evidence/promise_form.html", context)


@require_POST
def again(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Compute a promise again."""
    found = access.access_promise(membership=request.membership, pk=pk)
    if _is_open(found):
        actions.compute_again(promise=found)
    return redirect("evidence:promise", organisation, pk)


@require_POST
def remove(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put a promise away, with a way back."""
    found = access.access_promise(membership=request.membership, pk=pk)
    actions.remove_promise(promise=found)
    notices.done(
        request,
        gettext("“%(name)s” is removed.") % {"name": found.name},
        undo=reverse("evidence:promise_restore", args=[organisation, pk]),
    )
    return redirect("evidence:log", organisation, found.log_id)


@require_POST
def restore(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put a removed promise back."""
    found = access.access_promise(membership=request.membership, pk=pk, removed=True)
    actions.restore_promise(promise=found)
    notices.done(request, gettext("“%(name)s” is back.") % {"name": found.name})
    return redirect("evidence:promise", organisation, pk)


@require_safe
def download(request: Request, organisation: str, pk: int, kind: str) -> HttpResponse:
    """Give the weekly table as a file."""
    found = access.access_promise(membership=request.membership, pk=pk)
    if not _is_open(found):
        return redirect("evidence:promise", organisation, pk)
    table = weekly_sheet(found)
    return sheets.as_excel(table) if kind == "xlsx" else sheets.as_csv(table)
