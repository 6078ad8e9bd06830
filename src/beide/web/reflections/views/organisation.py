"""Six questions about the organisation, that colour what a form of change asks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.http import require_http_methods

from beide.web.reflections import actions
from beide.web.reflections.forms import OrganisationForm
from beide.web.reflections.models import Reflection
from beide.web.reflections.views.holder import for_holder


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def describe(request: HttpRequest, reflection: Reflection, token: str) -> HttpResponse:
    """Ask the six on one page, and go back to what it asks."""
    given = request.POST if request.method == "POST" else None
    form = OrganisationForm(given, initial=reflection.organisation)
    if form.is_valid():
        actions.describe_organisation(reflection=reflection, answers=form.answers)
        return redirect(resolve_url("reflections:result", token) + "#what-it-asks")
    context = {"form": form, "reflection": reflection, "token": token}
    return render(request, "reflections/organisation.html", context)
