"""All tables, and a new one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.patterns.build_table import build_table
from beide.web.patterns.views import doors as patterns
from beide.web.tables import access, actions
from beide.web.tables.forms import StartForm
from beide.web.tables.starting.from_patterns import from_patterns


@require_safe
def overview(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show every table."""
    context = {"tables": list(access.tables_of(request.membership.organisation_id))}
    return render(request, "tables/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, organisation: str) -> HttpResponse:
    """Start a table: empty, or from a file with bricks."""
    form = StartForm(
        request.POST or None,
        request.FILES or None,
        organisation=request.membership.organisation,
        initial={"team": request.membership.team_id},
    )
    if request.method == "POST" and form.is_valid():
        data: dict[str, Any] = {**form.cleaned_data}
        laid = data.pop("bricks")
        table = actions.start(organisation=request.membership.organisation, laid=laid, **data)
        notices.done(request, _("The table is ready. Lay the first brick."))
        return redirect("tables:table", organisation, table.pk)
    status = 422 if form.is_bound else 200
    return render(request, "tables/new.html", {"form": form}, status=status)


@require_POST
def from_pattern(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Start a table with the bricks of a pattern."""
    membership = request.membership
    finding = patterns.finding(request, pk)
    if isinstance(finding, HttpResponse):
        return finding
    told = build_table(patterns.shown(request, finding), language=get_language() or "nl")
    table = actions.start(
        organisation=membership.organisation,
        name=told["name"][:120],
        team=membership.team,
        laid=from_patterns(told),
    )
    notices.done(request, _("The bricks of this pattern lie on a table of their own."))
    return redirect("tables:table", organisation, table.pk)
