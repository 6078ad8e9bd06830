"""A person's organisations, and making one."""

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from beide.web.accounts.models import Person
from beide.web.organisation import actions
from beide.web.organisation.access import memberships_of
from beide.web.organisation.context import home_of
from beide.web.organisation.forms import NewForm
from beide.web.page import notices


def may_found(person: object) -> bool:
    """Tell whether someone may make an organisation on this host."""
    return isinstance(person, Person) and (settings.OPEN_SIGN_UP or person.is_staff)


@require_safe
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """Go to the one organisation, or choose from several."""
    memberships = memberships_of(request.user)
    new = may_found(request.user)
    if len(memberships) == 1 and "all" not in request.GET:
        return redirect(home_of(memberships[0]))
    homes = [(membership, home_of(membership)) for membership in memberships]
    return render(request, "organisation/mine.html", {"homes": homes, "may_found": new})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new(request: HttpRequest) -> HttpResponse:
    """Make an organisation."""
    if not may_found(request.user) or not isinstance(request.user, Person):
        raise PermissionDenied
    form = NewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        membership = actions.found(person=request.user, name=form.cleaned_data["name"])
        organisation = membership.organisation
        text = gettext("%(name)s is here. Add your teams, then invite people.")
        notices.done(request, text % {"name": organisation.name})
        return redirect(reverse("organisation:teams", args=[organisation.slug]))
    return render(request, "organisation/new.html", {"form": form})
