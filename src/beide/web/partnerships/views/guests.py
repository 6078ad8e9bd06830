"""Who is let in from outside, and letting them in and out."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.web.initiatives.models import Initiative
from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.partnerships import access, guest_actions
from beide.web.partnerships.forms import GuestForm
from beide.web.partnerships.letters import link_for, send_invitation
from beide.web.partnerships.models import Guest
from beide.web.wins.views.pages import form_page

# In the browser's session until the next page: the link that was just made.
LINK = "guest_link"


@require_safe
def overview(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show who is let in, and what guests saw."""
    found = list(access.guests_of(request.membership.organisation))
    context = {
        "let_in": [guest for guest in found if guest.is_let_in],
        "earlier": [guest for guest in found if not guest.is_let_in],
        "seen": [(guest, one) for guest in found for one in guest.seen],  # type: ignore[attr-defined]
        "link": request.session.pop(LINK, ""),
    }
    return render(request, "partnerships/guests.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Let someone from outside in to one initiative."""
    initiative = access.to_invite_for(membership=request.membership, pk=pk)
    check(request, initiative)
    here = request.membership.organisation
    form = GuestForm(request.POST or None, organisation=here, initiative=pk)
    if request.method == "POST" and form.is_valid():
        guest, token = guest_actions.invite(initiative=initiative, **form.cleaned_data)
        return sent(request, guest, token)
    return form_page(
        request,
        form,
        heading=_("Whom do you let in?"),
        lead=_(
            "They see “%(title)s”, with its question, its rounds and its experiments. They can "
            "write down what they see. Everything else stays closed for them."
        )
        % {"title": initiative.title},
        button=_("Send the invitation"),
        keep=f"partnerships-guest-{pk}",
        back_url=reverse("partnerships:guests", args=[organisation]),
        back_text=_("Guests from outside"),
    )


def sent(request: Request, guest: Guest, token: str) -> HttpResponse:
    """Send the e-mail, say so, and show the link once."""
    slug, who = guest.organisation.slug, {"email": guest.email}
    if send_invitation(guest=guest, token=token, host=str(request.membership)):
        undo = reverse("partnerships:guest_out", args=[slug, guest.pk])
        notices.done(request, _("The invitation for %(email)s is sent.") % who, undo=undo)
    else:
        text = _("The e-mail to %(email)s could not be sent. Give the link below yourself.")
        notices.not_done(request, text % who)
    request.session[LINK] = link_for(token)
    return redirect("partnerships:guests", slug)


@require_POST
def let_out(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Close the door for a guest, at once."""
    guest = access.access_guest(membership=request.membership, pk=pk)
    check(request, guest.initiative)
    guest_actions.let_out(guest=guest)
    undo = reverse("partnerships:guest_in", args=[organisation, pk])
    notices.done(request, _("%(email)s is let out.") % {"email": guest.email}, undo=undo)
    return redirect("partnerships:guests", organisation)


@require_POST
def let_in(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Open the door again, until the same day."""
    guest = access.access_guest(membership=request.membership, pk=pk)
    check(request, guest.initiative)
    guest_actions.let_in_again(guest=guest)
    notices.done(request, _("%(email)s is let in again.") % {"email": guest.email})
    return redirect("partnerships:guests", organisation)


def check(request: Request, initiative: Initiative) -> None:
    """Stop members who do not carry this initiative."""
    if not access.may_let_in(request.membership, initiative):
        raise PermissionDenied
