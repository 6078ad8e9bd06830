"""The way in with an invitation."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from beide.web.accounts.adapters import allow_sign_up
from beide.web.accounts.models import Person
from beide.web.organisation import actions
from beide.web.organisation.access import invitation_with
from beide.web.organisation.context import home_of
from beide.web.organisation.models import Invitation, Membership
from beide.web.page import notices


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Show who invites; let someone in when they say yes."""
    invitation = invitation_with(token)
    person = request.user if isinstance(request.user, Person) else None
    member = membership_with(invitation, person)
    if member:
        return redirect(home_of(member))
    if invitation is None or not invitation.is_open:
        return render(request, "organisation/join_closed.html", {"why": why_closed(invitation)})
    if person is None:
        return ask_who(request, invitation)
    if request.method != "POST":
        return render(request, "organisation/join.html", {"invitation": invitation})
    member = actions.join(invitation=invitation, person=person)
    welcome = gettext("Welcome. You are a member of %(name)s now.")
    notices.done(request, welcome % {"name": invitation.organisation.name})
    return redirect(home_of(member))


def membership_with(invitation: Invitation | None, person: Person | None) -> Membership | None:
    """Return the membership someone already has where they are invited."""
    if invitation is None or person is None:
        return None
    return (
        Membership.objects.filter(organisation=invitation.organisation, person=person)
        .select_related("organisation")
        .first()
    )


def ask_who(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    """Let someone without a session sign in or make an account, and come back here."""
    if request.method == "POST":
        return redirect_to_login(request.path)
    allow_sign_up(request)
    addresses = {
        "sign_up": reverse("account_signup", query={"next": request.path}),
        "sign_in": reverse("account_login", query={"next": request.path}),
    }
    return render(request, "organisation/join.html", {"invitation": invitation} | addresses)


def why_closed(invitation: Invitation | None) -> str:
    """Say in one word what is the matter with a link."""
    if invitation is None:
        return "unknown"
    if invitation.used:
        return "used"
    return "withdrawn" if invitation.withdrawn else "late"
