"""Adding a log: the file, its columns, and following how it is read."""

from pathlib import Path

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from beide.errors import BeideError
from beide.text import Text
from beide.web.evidence import access, actions, preview, problems
from beide.web.evidence.columns import ColumnsForm, xes_found
from beide.web.evidence.file_form import FileForm
from beide.web.evidence.forms import AddLogForm
from beide.web.evidence.kinds import is_workbook
from beide.web.evidence.models import EventLog
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, organisation: str) -> HttpResponse:
    """Ask for a file, its name and its purpose."""
    here = request.membership.organisation
    real_allowed = access.is_open(organisation=here, generated=False)
    form = AddLogForm(request.POST or None, request.FILES or None, real_allowed=real_allowed)
    if request.method == "POST" and form.is_valid():
        log = actions.add_log(organisation=here, **form.cleaned_data)
        return redirect("evidence:columns", organisation, log.pk)
    number = access.logs_of(here).count()
    context = {"form": form, "real_allowed": real_allowed, "number": number}
    return render(request, "evidence/add.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Show what is in the file and ask which column is what."""
    log = access.access_log(membership=request.membership, pk=pk)
    elsewhere = _where_else(request, log)
    if elsewhere:
        return redirect(elsewhere, organisation, pk)
    file_form = _file_form(request, log)
    if "again" in request.POST and file_form.is_valid():
        actions.look_again(log=log, how=file_form.chosen())
        return redirect("evidence:columns", organisation, pk)
    try:
        looked = preview.look(_file(log), name=log.source, how=log.columns.get("how", {}))
    except BeideError as error:
        context = {"log": log, "problem": problems.on_page(error), "file_form": file_form}
        return render(request, "evidence/unusable.html", context)
    said = request.POST if request.method == "POST" else None
    form = ColumnsForm(said, log=log, looked=looked)
    if request.method == "POST" and form.is_valid():
        actions.read_log(log=log, columns=form.chosen())
        return redirect("evidence:progress", organisation, pk)
    context = {
        "log": log,
        "form": form,
        "file_form": file_form,
        "problem": problems.said(log.problem) or _failure(log),
        "preview": looked,
        "found": xes_found(looked.columns) if log.is_xes else [],
    }
    return render(request, "evidence/columns.html", context)


def _file(log: EventLog) -> Path:
    return Path(log.file.path)


def _file_form(request: Request, log: EventLog) -> FileForm:
    sheets = preview.sheets_of(_file(log)) if is_workbook(log.source) else []
    said = request.POST if "again" in request.POST else None
    return FileForm(said, log=log, sheets=sheets)


def _where_else(request: Request, log: EventLog) -> str | None:
    """Return the page that a log in this state has instead."""
    if log.is_ready or not access.is_open(
        organisation=request.membership.organisation, generated=log.generated
    ):
        return "evidence:log"
    if log.state == EventLog.State.READING and not _failure(log):
        return "evidence:progress"
    return None


def _failure(log: EventLog) -> Text | None:
    """Return why the last reading failed, when it did."""
    return log.job.problem if log.job is not None and log.job.has_failed else None


@require_safe
def progress(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Follow how a log is read; go on when it is done."""
    log = access.access_log(membership=request.membership, pk=pk)
    if log.job is None or log.job.is_over or log.state != EventLog.State.READING:
        route = "evidence:log" if log.is_ready else "evidence:columns"
        address = reverse(route, args=[organisation, pk])
        return HttpResponseClientRedirect(address) if request.htmx else redirect(address)
    context = {
        "log": log,
        "job": log.job,
        "follow": reverse("evidence:progress", args=[organisation, pk]),
        "cancel": reverse("evidence:cancel", args=[organisation, pk]),
    }
    template = "jobs/progress.html" if request.htmx else "evidence/progress.html"
    return render(request, template, context)


@require_POST
def cancel(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Stop reading a log; the file and the columns stay."""
    log = access.access_log(membership=request.membership, pk=pk)
    if actions.stop_reading(log=log):
        notices.done(request, gettext("Reading is stopped. The file and your choices are kept."))
    return redirect("evidence:columns", organisation, pk)
