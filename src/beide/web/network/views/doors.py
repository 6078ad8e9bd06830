"""What every view of the network begins with: find the thing, and see whether one may."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from beide.web.initiatives.models import Initiative
from beide.web.network import access
from beide.web.network.models import Experiment, LedgerEntry
from beide.web.organisation.requests import Request
from beide.web.page import notices


def carried(request: Request, pk: int) -> Initiative:
    """Return an initiative that this member may carry."""
    initiative = access.access_loop(membership=request.membership, pk=pk)
    check(request, initiative)
    return initiative


def experiment(request: Request, pk: int, *, removed: bool = False) -> Experiment:
    """Return an experiment of an initiative that this member may carry."""
    found = access.access_experiment(membership=request.membership, pk=pk, removed=removed)
    check(request, found.initiative)
    return found


def entry(request: Request, pk: int, *, removed: bool = False) -> LedgerEntry:
    """Return a line of the ledger of an initiative that this member may carry."""
    found = access.access_entry(membership=request.membership, pk=pk, removed=removed)
    check(request, found.initiative)
    return found


def check(request: Request, initiative: Initiative) -> None:
    """Stop members who may not carry this initiative."""
    if not access.may_carry(request.membership, initiative):
        raise PermissionDenied


def to_loop(initiative: Initiative, organisation: str, part: str = "") -> HttpResponse:
    """Go to the page of an initiative, at one of its parts."""
    return redirect(reverse("network:detail", args=[organisation, initiative.pk]) + part)


def rests(request: Request, initiative: Initiative) -> HttpResponse:
    """Say that nothing can be added to what has stopped."""
    notices.not_done(request, _("This has stopped. Take it up again first."))
    return to_loop(initiative, request.membership.organisation.slug)


def form_page(request: Request, form: forms.BaseForm, **context: Any) -> HttpResponse:
    """Render a page with one form: a heading, a way back, and what the button does."""
    status = 422 if form.is_bound else 200
    return render(request, "network/form.html", {"form": form, **context}, status=status)
