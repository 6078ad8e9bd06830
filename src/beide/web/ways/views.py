"""The agreed ways of working, and one of them."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.ways import access, actions
from beide.web.ways.compare import differences, lines


@require_safe
def overview(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show what holds now of every way of working."""
    context = {"ways": access.latest_of(request.membership.organisation_id)}
    return render(request, "ways/list.html", context)


@require_safe
def detail(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Show the version that holds now."""
    latest = access.access_version(membership=request.membership, pk=pk)
    return show(request, latest.number, pk)


@require_safe
def version(request: Request, organisation: str, pk: int, number: int) -> HttpResponse:  # noqa: ARG001
    """Show one version."""
    return show(request, number, pk)


def show(request: Request, number: int, pk: int) -> HttpResponse:
    """Render a version, with what is different from the one before."""
    found = access.access_version(membership=request.membership, pk=pk, number=number)
    versions = list(access.versions_of(found.way))
    before = next((each for each in versions if each.number < number), None)
    context = {
        "agreed": found,
        "lines": lines(found.document),
        "versions": versions,
        "is_latest": versions[0].pk == found.pk,
        "before": before,
        "differences": differences(before.document, found.document) if before else [],
        "initiatives": list(found.initiatives.all()),
    }
    return render(request, "ways/detail.html", context)


@require_POST
def take_back(request: Request, organisation: str, pk: int, number: int) -> HttpResponse:
    """Take a version back."""
    found = access.access_version(membership=request.membership, pk=pk, number=number)
    actions.take_back(version=found)
    undo = reverse("ways:put_back", args=[organisation, pk, number])
    notices.done(request, _("Taken back."), undo=undo)
    return redirect("ways:list", organisation)


@require_POST
def put_back(request: Request, organisation: str, pk: int, number: int) -> HttpResponse:
    """Let a version stand again."""
    found = access.access_version(
        membership=request.membership, pk=pk, number=number, taken_back=True
    )
    actions.put_back(version=found)
    notices.done(request, _("This version stands again."))
    return redirect("ways:version", organisation, pk, number)
