"""The account: one page that leads to everything, the name, and leaving."""

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from beide.web.accounts import actions
from beide.web.accounts.forms import DeleteForm, NameForm
from beide.web.accounts.leaving import needed_for
from beide.web.accounts.models import Person
from beide.web.page import notices


@require_safe
@login_required
def hub(request: HttpRequest) -> HttpResponse:
    """Show what an account is made of."""
    person = signed_in(request)
    kinds = Authenticator.objects.filter(user=person).values_list("type", flat=True)
    context: dict[str, Any] = {
        "person": person,
        "keys": list(kinds).count(Authenticator.Type.WEBAUTHN),
        "app": Authenticator.Type.TOTP in kinds,
        "has_providers": bool(get_adapter().list_providers(request)),
        "memberships": person.memberships.select_related("organisation"),
    }
    return render(request, "accounts/hub.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def name(request: HttpRequest) -> HttpResponse:
    """Change one's own name."""
    person = signed_in(request)
    before = person.name
    form = NameForm(request.POST or None, instance=Person.objects.get(pk=person.pk))
    if request.method == "POST" and form.is_valid():
        actions.rename(person=person, name=form.cleaned_data["name"])
        if person.name != before:
            notices.done(request, gettext("Others see you as %(name)s now.") % {"name": person})
        return redirect("accounts:hub")
    return render(request, "accounts/name.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@reauthentication_required  # type: ignore[untyped-decorator]
def delete(request: HttpRequest) -> HttpResponse:
    """Delete one's own account, after saying what goes and what stays."""
    person = signed_in(request)
    needed = needed_for(person)
    form = DeleteForm(request.POST or None)
    if request.method == "POST" and not needed and form.is_valid():
        actions.delete(request=request, person=person)
        messages.success(request, gettext("Your account is deleted."))
        return redirect(reverse("page:front"))
    return render(request, "accounts/delete.html", {"form": form, "needed": needed})


def signed_in(request: HttpRequest) -> Person:
    """Return who is signed in, which the view has already made certain."""
    if not isinstance(request.user, Person):
        raise TypeError
    return request.user
