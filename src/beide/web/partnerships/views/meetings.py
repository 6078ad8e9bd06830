"""Notes of meetings with a partner."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.partnerships import access, actions
from beide.web.partnerships.forms import MeetingForm
from beide.web.partnerships.views.pages import partner_form, to_partner


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Keep what was said."""
    partner = access.access_partner(membership=request.membership, pk=pk)
    form = MeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        meeting = actions.note_meeting(partner=partner, **form.cleaned_data)
        undo = reverse("partnerships:meeting_withdraw", args=[organisation, meeting.pk])
        notices.done(request, _("Your notes are on the page."), undo=undo)
        return to_partner(organisation, partner, "#meetings")
    return partner_form(
        request,
        form,
        partner,
        heading=_("What was said?"),
        lead=_("Write it so that they could read it too."),
        button=_("Keep these notes"),
        keep=f"partnerships-meeting-{pk}",
    )


@require_POST
def withdraw(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take notes off the page."""
    meeting = access.access_meeting(membership=request.membership, pk=pk)
    actions.withdraw_meeting(meeting=meeting)
    undo = reverse("partnerships:meeting_put_back", args=[organisation, pk])
    notices.done(request, _("The notes are off the page."), undo=undo)
    return to_partner(organisation, meeting.partner, "#meetings")


@require_POST
def put_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Put notes back."""
    meeting = access.access_meeting(membership=request.membership, pk=pk, withdrawn=True)
    actions.withdraw_meeting(meeting=meeting, withdrawn=False)
    notices.done(request, _("Your notes are on the page."))
    return to_partner(organisation, meeting.partner, "#meetings")
