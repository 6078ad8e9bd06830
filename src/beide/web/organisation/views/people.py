"""Who belongs to the organisation, and as what. Never what they do."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from beide.web.organisation import actions
from beide.web.organisation.access import (
    access_member,
    invitations_of,
    is_last_administrator,
    members_of,
)
from beide.web.organisation.forms import MemberForm
from beide.web.organisation.requests import Request
from beide.web.organisation.views.given import given, undo_with
from beide.web.organisation.views.invitations import LINK
from beide.web.page import notices


@require_safe
def people(request: Request, organisation: str) -> HttpResponse:  # noqa: ARG001
    """Show the members and who is invited."""
    here = request.membership.organisation
    context = {
        "members": members_of(here),
        "invitations": invitations_of(here),
        "link": request.session.pop(LINK, ""),
    }
    return render(request, "organisation/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def member(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Change someone's team and roles."""
    who = access_member(membership=request.membership, pk=pk)
    before = MemberForm.now(who)
    form = MemberForm(
        given(request) if request.method == "POST" else None, initial=before, member=who
    )
    if request.method == "POST" and form.is_valid():
        actions.change_member(member=who, **form.cleaned_data)
        address = reverse("organisation:member", args=[organisation, pk])
        text = gettext("The team and roles of %(name)s are saved.") % {"name": who}
        notices.done(request, text, undo=undo_with(address, before))
        return after_change(request, organisation, changed=pk)
    return render(request, "organisation/member.html", {"form": form, "member": who})


def after_change(request: Request, organisation: str, *, changed: int) -> HttpResponse:
    """Go back to the people, unless administrators just gave up their own role."""
    mine = access_member(membership=request.membership, pk=request.membership.pk)
    if changed == mine.pk and "administrator" not in mine.roles:
        return redirect("organisation:mine")
    return redirect("organisation:people", organisation)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: Request, organisation: str, pk: int) -> HttpResponse:
    """End a membership, after asking whether that is meant."""
    who = access_member(membership=request.membership, pk=pk)
    last = is_last_administrator(who)
    if request.method != "POST" or last:
        context = {"member": who, "last": last}
        status = 409 if request.method == "POST" else 200
        return render(request, "organisation/member_remove.html", context, status=status)
    actions.remove_member(member=who)
    notices.done(request, gettext("%(name)s is no longer a member.") % {"name": who})
    if pk == request.membership.pk:
        return redirect("organisation:mine")
    return redirect("organisation:people", organisation)
