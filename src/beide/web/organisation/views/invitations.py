"""Inviting people by e-mail."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.organisation import actions
from beide.web.organisation.access import access_invitation
from beide.web.organisation.forms import InviteForm
from beide.web.organisation.letters import link_for, send_invitation
from beide.web.organisation.models import Invitation
from beide.web.organisation.requests import Request
from beide.web.page import notices

# In the browser's session until the next page: the link that was just made.
LINK = "invitation_link"


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: Request, organisation: str) -> HttpResponse:
    """Invite someone."""
    here = request.membership.organisation
    form = InviteForm(request.POST or None, organisation=here)
    if request.method == "POST" and form.is_valid():
        invitation, token = actions.invite(organisation=here, **form.cleaned_data)
        undo = reverse("organisation:invite_withdraw", args=[organisation, invitation.pk])
        return sent(request, invitation, token, undo=undo)
    return render(request, "organisation/invite.html", {"form": form})


@require_POST
def again(request: Request, organisation: str, pk: int) -> HttpResponse:  # noqa: ARG001
    """Send an invitation again, with a new link."""
    invitation = access_invitation(membership=request.membership, pk=pk)
    token = actions.renew_invitation(invitation=invitation)
    return sent(request, invitation, token)


@require_POST
def withdraw(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Take an invitation back."""
    invitation = access_invitation(membership=request.membership, pk=pk)
    actions.withdraw_invitation(invitation=invitation)
    undo = reverse("organisation:invite_put_back", args=[organisation, pk])
    text = gettext("The invitation for %(email)s is withdrawn.") % {"email": invitation.email}
    notices.done(request, text, undo=undo)
    return redirect("organisation:people", organisation)


@require_POST
def put_back(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Let a withdrawn invitation count again."""
    invitation = access_invitation(membership=request.membership, pk=pk)
    actions.withdraw_invitation(invitation=invitation, withdrawn=False)
    text = gettext("The invitation for %(email)s counts again.") % {"email": invitation.email}
    notices.done(request, text)
    return redirect("organisation:people", organisation)


def sent(request: Request, invitation: Invitation, token: str, *, undo: str = "") -> HttpResponse:
    """Send the e-mail, say so, and show the link once."""
    who = {"email": invitation.email}
    if send_invitation(invitation=invitation, token=token, host=str(request.membership)):
        notices.done(request, gettext("The invitation for %(email)s is sent.") % who, undo=undo)
    else:
        text = gettext("The e-mail to %(email)s could not be sent. Give the link below yourself.")
        notices.not_done(request, text % who)
    request.session[LINK] = link_for(token)
    return redirect("organisation:people", invitation.organisation.slug)
