"""The one page a guest from outside sees, and what they can write on it."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.page import notices
from beide.web.partnerships import access, guest_actions
from beide.web.partnerships.forms import SightingForm


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@never_cache
def place(request: HttpRequest, host: str, initiative: int) -> HttpResponse:
    """Show what is explored, without anyone's name, and take in what the guest sees."""
    guest = access.guest_at(account=request.user, slug=host, initiative=initiative)
    form = SightingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = guest_actions.say(guest=guest, words=form.cleaned_data["words"])
        undo = reverse("partnerships:guest_unsay", args=[host, initiative, made.pk])
        notices.done(request, _("Thank you. They can read it now."), undo=undo)
        return redirect("partnerships:guest_place", host, initiative)
    found = guest.initiative
    context = {
        "guest": guest,
        "initiative": found,
        "rounds": found.rounds.all(),
        "experiments": found.experiments.select_related("round"),
        "seen": guest.sightings.filter(withdrawn=None),
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "partnerships/guest_place.html", context, status=status)


@require_POST
@login_required
def unsay(request: HttpRequest, host: str, initiative: int, sighting: int) -> HttpResponse:
    """Take words away that this guest wrote."""
    guest = access.guest_at(account=request.user, slug=host, initiative=initiative)
    guest_actions.unsay(sighting=access.own_sighting(guest=guest, pk=sighting))
    undo = reverse("partnerships:guest_say_again", args=[host, initiative, sighting])
    notices.done(request, _("Your words are off the page."), undo=undo)
    return redirect("partnerships:guest_place", host, initiative)


@require_POST
@login_required
def say_again(request: HttpRequest, host: str, initiative: int, sighting: int) -> HttpResponse:
    """Put them back."""
    guest = access.guest_at(account=request.user, slug=host, initiative=initiative)
    found = access.own_sighting(guest=guest, pk=sighting, withdrawn=True)
    guest_actions.unsay(sighting=found, withdrawn=False)
    notices.done(request, _("Your words are on the page again."))
    return redirect("partnerships:guest_place", host, initiative)
