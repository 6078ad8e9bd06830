"""One finding: behind the sentence, on the wall, and taken away."""

import json

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from beide.web.evidence import sheets
from beide.web.organisation.requests import Request
from beide.web.patterns import access
from beide.web.patterns.answer import SearchShown
from beide.web.patterns.build_table import build_table
from beide.web.patterns.forms import OpinionForm
from beide.web.patterns.models import Finding
from beide.web.patterns.questions import questions_about
from beide.web.patterns.taking import finding_sheet
from beide.web.patterns.views import doors


@require_safe
def finding(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show what is behind a finding."""
    found = doors.finding(request, pk)
    return found if isinstance(found, HttpResponse) else page(request, found, OpinionForm())


def page(request: Request, found: Finding, form: OpinionForm) -> HttpResponse:
    """Render the page of a finding, with what people may say of it."""
    context = {
        "shown": doors.shown(request, found),
        "search": SearchShown(found.search),
        "questions": questions_about(found.told["features"]),
        "opinions": list(access.opinions_on(found)),
        "trials": list(access.trials_of(found)),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "patterns/finding.html", context, status=status)


@require_safe
def sheet(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show one finding large, for the wall."""
    found = doors.finding(request, pk)
    if isinstance(found, HttpResponse):
        return found
    context = {
        "shown": doors.shown(request, found),
        "search": SearchShown(found.search),
        "questions": questions_about(found.told["features"]),
    }
    return render(request, "patterns/sheet.html", context)


@require_safe
def table(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Give a finding by quarter, type and role as a table."""
    found = doors.finding(request, pk)
    if isinstance(found, HttpResponse):
        return found
    return sheets.as_csv(finding_sheet(doors.shown(request, found)))


@require_safe
def bricks(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Give a finding as bricks for the build table."""
    found = doors.finding(request, pk)
    if isinstance(found, HttpResponse):
        return found
    shown = doors.shown(request, found)
    told = build_table(shown, language=get_language() or "nl")
    text = json.dumps(told, ensure_ascii=False, indent=2)
    return sheets.as_file(text, shown.name, "json", "application/json")
