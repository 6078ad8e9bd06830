"""The door of every organisation: one check, before any view runs."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from beide.web.organisation.access import access_organisation
from beide.web.organisation.permissions import TABLE


class enter_organisation:  # noqa: N801 - used as a function, listed among middleware
    """Let members in where the table of permissions allows it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        _view: Callable[..., HttpResponseBase],
        _arguments: tuple[Any, ...],
        named: dict[str, Any],
    ) -> HttpResponseBase | None:
        """Find the membership; outsiders get 404, members without the role 403."""
        if "organisation" not in named:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        membership = access_organisation(person=request.user, slug=named["organisation"])
        request.membership = membership  # type: ignore[attr-defined]
        route = request.resolver_match.view_name if request.resolver_match else ""
        if not membership.has(*TABLE.get(route, ())):
            raise PermissionDenied
        return None
