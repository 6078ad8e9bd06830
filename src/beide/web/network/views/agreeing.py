"""A lead agrees hours as planned time, or proposes other hours."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from beide.web.network import access, actions
from beide.web.network.forms import HoursForm
from beide.web.network.models import Joining
from beide.web.network.views import doors
from beide.web.organisation.requests import Request
from beide.web.page import notices


def agreeable(request: Request, pk: int) -> Joining:
    """Return hours that this member may agree."""
    joining = access.access_joining(membership=request.membership, pk=pk)
    if not access.may_agree(request.membership, joining):
        raise PermissionDenied
    return joining


@require_POST
def agree(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Agree the hours someone asked for."""
    joining = agreeable(request, pk)
    actions.agree(joining=joining)
    said = _("Agreed: %(person)s has planned time for this.") % {"person": joining.membership}
    notices.done(request, said, undo=reverse("network:agree_undo", args=[organisation, pk]))
    return back(request, organisation)


@require_POST
def agree_undo(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Let the hours wait again."""
    actions.take_back_agreement(joining=agreeable(request, pk))
    notices.done(request, _("Taken back. The hours wait for agreement again."))
    return back(request, organisation)


@require_POST
def propose(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Propose other hours; the person decides."""
    joining = agreeable(request, pk)
    form = HoursForm(request.POST)
    if not form.is_valid():
        return doors.form_page(
            request,
            form,
            initiative=joining.initiative,
            heading=_("How many hours a week would fit?"),
            button=_("Propose these hours"),
            action=request.path,
        )
    actions.propose(joining=joining, hours=form.cleaned_data["hours"])
    said = _("Proposed. %(person)s decides.") % {"person": joining.membership}
    notices.done(request, said, undo=reverse("network:propose_undo", args=[organisation, pk]))
    return back(request, organisation)


@require_POST
def propose_undo(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take a proposal back."""
    actions.take_back_proposal(joining=agreeable(request, pk))
    notices.done(request, _("Taken back. The hours wait for agreement again."))
    return back(request, organisation)


def back(request: Request, organisation: str) -> HttpResponse:
    """Return to the initiative when the button stood there, else to the list."""
    initiative = request.POST.get("initiative", "")
    if initiative.isascii() and initiative.isdigit():
        return redirect("network:detail", organisation, int(initiative))
    return redirect("network:list", organisation)
