"""The door of a reflection: whoever has its link comes in, and nothing is left on the way."""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from beide.web.reflections import access
from beide.web.reflections.models import Reflection

if TYPE_CHECKING:
    from django_htmx.middleware import HtmxDetails


class Visit(HttpRequest):
    """A request of someone who holds a link."""

    htmx: "HtmxDetails"


Page = Callable[[Visit, Reflection, str], HttpResponse]


def for_holder(page: Page) -> Callable[..., HttpResponse]:
    """Return a view that finds the reflection of a link, or explains why there is none."""

    @wraps(page)
    @never_cache
    def view(request: Visit, token: str) -> HttpResponse:
        try:
            response = page(request, access.access_reflection(token=token), token)
        except Http404:
            response = render(request, "reflections/gone.html", status=404)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return view
