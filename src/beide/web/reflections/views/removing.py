"""Removing a reflection at once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from beide.web.reflections import actions
from beide.web.reflections.models import Reflection
from beide.web.reflections.views.holder import for_holder


@require_http_methods(["GET", "HEAD", "POST"])
@for_holder
def remove(request: HttpRequest, reflection: Reflection, token: str) -> HttpResponse:
    """Say what goes, and then remove it."""
    if request.method == "POST":
        actions.remove(reflection=reflection)
        return redirect("reflections:removed")
    context = {"reflection": reflection, "token": token}
    return render(request, "reflections/remove.html", context)


@require_safe
def removed(request: HttpRequest) -> HttpResponse:
    """Say that it is gone."""
    return render(request, "reflections/removed.html")
