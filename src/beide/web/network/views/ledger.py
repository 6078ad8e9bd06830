"""The ledger of a transition: let go, kept, begun."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beide.change import Form
from beide.web.network import actions
from beide.web.network.forms import EntryForm
from beide.web.network.models import LedgerEntry
from beide.web.network.views import doors
from beide.web.organisation.requests import Request
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Write a line in one of the columns."""
    initiative = doors.carried(request, pk)
    if initiative.form_of_change is not Form.TRANSITION:
        raise Http404
    if initiative.stopped:
        return doors.rests(request, initiative)
    form = EntryForm(request.POST or None, initial={"kind": LedgerEntry.Kind.LET_GO})
    if request.method == "POST" and form.is_valid():
        entry = actions.note(initiative=initiative, **form.cleaned_data)
        undo = reverse("network:ledger_remove", args=[organisation, entry.pk])
        notices.done(request, _("Written down."), undo=undo)
        return doors.to_loop(initiative, organisation, "#ledger")
    return doors.form_page(
        request,
        form,
        initiative=initiative,
        heading=_("What do you let go, keep or begin?"),
        button=_("Write it down"),
        keep=f"network-ledger-{pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Say a line differently, or put it in another column."""
    entry = doors.entry(request, pk)
    form = EntryForm(request.POST or None, instance=entry)
    if request.method == "POST" and form.is_valid():
        actions.reword(entry=entry, **form.cleaned_data)
        notices.done(request, _("Saved."))
        return doors.to_loop(entry.initiative, organisation, "#ledger")
    return doors.form_page(
        request,
        form,
        initiative=entry.initiative,
        heading=_("How would you say it?"),
        button=_("Save"),
        keep=f"network-ledger-entry-{pk}",
    )


@require_POST
def remove(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a line away."""
    entry = doors.entry(request, pk)
    actions.strike(entry=entry)
    undo = reverse("network:ledger_put_back", args=[organisation, pk])
    notices.done(request, _("Taken away."), undo=undo)
    return doors.to_loop(entry.initiative, organisation, "#ledger")


@require_POST
def put_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put a line back."""
    entry = doors.entry(request, pk, removed=True)
    actions.put_back_note(entry=entry)
    notices.done(request, _("Written down."))
    return doors.to_loop(entry.initiative, organisation, "#ledger")
