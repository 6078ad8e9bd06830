"""What every view of a table begins with: a place at it, and a hand that can undo."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.tables import access, document
from beide.web.tables.access import Place
from beide.web.tables.models import Deed, new_key
from beide.web.tables.reading import Board, Brick, Link
from beide.web.tables.refused import Refused

HAND = "hand-at-tables"


def at_table(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give a view the place of whoever asks: a member, or a guest through the guests' door."""

    @wraps(view)
    def inner(
        request: Request, *, pk: int, organisation: str = "", host: str = "", **named: Any
    ) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        place = access.for_account(account=request.user, slug=organisation or host, pk=pk)
        if bool(organisation) is not (place.membership is not None):
            raise Http404
        return view(request, place, **named)

    return inner


def hand_of(request: Request) -> str:
    """Return the word by which this browser knows what it did itself."""
    if HAND not in request.session:
        request.session[HAND] = new_key()
    return str(request.session[HAND])


def brick_of(board: Board, key: str) -> Brick:
    """Return a brick that stands on the table."""
    found = board.brick(key)
    if found is None:
        raise Http404
    return found


def link_of(board: Board, key: str) -> Link:
    """Return a link that shows on the table."""
    found = board.link(key)
    if found is None:
        raise Http404
    return found


def done(
    request: Request,
    place: Place,
    do: Callable[[], Deed | None],
    said: str,
    *,
    part: str = "outline",
) -> HttpResponse:
    """Do something on the table, say it with a way back, and return to the outline."""
    try:
        deed = do()
    except Refused as refused:
        notices.not_done(request, str(refused))
    else:
        if deed is None:
            notices.not_done(request, _("There was nothing to change."))
        else:
            notices.done(request, said, undo=place.url("undo"))
    return redirect(f"{place.url('table')}#{part}")


def page(request: Request, place: Place, template: str, **context: Any) -> HttpResponse:
    """Render a page at a table."""
    form = context.get("form")
    status = 422 if isinstance(form, forms.BaseForm) and form.is_bound else 200
    told = {"place": place, "table": place.table, "organisation": place.organisation}
    return render(request, f"tables/{template}.html", told | context, status=status)


def read(place: Place) -> Board:
    """Return what stands on the table now."""
    return document.read(place.table)
