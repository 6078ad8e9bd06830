"""The way in for a guest from outside."""

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from beide.web.accounts.adapters import allow_sign_up
from beide.web.accounts.models import Person
from beide.web.organisation.access import hash_of
from beide.web.partnerships import access, guest_actions
from beide.web.partnerships.models import Guest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Show who invites; let a guest in when they say yes, and again with the same link."""
    guest = access.guest_with(hash_of(token))
    person = request.user if isinstance(request.user, Person) else None
    if guest is None or not guest.is_let_in or is_of_another(guest, person):
        return render(request, "partnerships/guest_closed.html", {"guest": guest})
    if person is None:
        return ask_who(request, guest)
    if guest.person_id is None and request.method == "POST":
        guest_actions.come_in(guest=guest, person=person)
    if guest.person_id == person.pk:
        slug = guest.organisation.slug
        return redirect("partnerships:guest_place", slug, guest.initiative_id)
    return render(request, "partnerships/guest_join.html", {"guest": guest})


def is_of_another(guest: Guest, person: Person | None) -> bool:
    """Tell whether someone else came in with this link."""
    return person is not None and guest.person_id not in {None, person.pk}


def ask_who(request: HttpRequest, guest: Guest) -> HttpResponse:
    """Let someone without a session sign in or make an account, and come back here."""
    if request.method == "POST":
        return redirect_to_login(request.path)
    if guest.person_id is None:
        allow_sign_up(request)
    addresses = {
        "sign_up": reverse("account_signup", query={"next": request.path}),
        "sign_in": reverse("account_login", query={"next": request.path}),
    }
    return render(request, "partnerships/guest_join.html", {"guest": guest} | addresses)
