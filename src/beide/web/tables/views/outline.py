"""The table itself, as a list that does everything."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from beide.web.organisation.requests import Request
from beide.web.page import notices
from beide.web.tables import access, actions, document, marks, moving, outline
from beide.web.tables.access import Place
from beide.web.tables.forms import AddForm
from beide.web.tables.models import Deed
from beide.web.tables.reading import Brick
from beide.web.tables.refused import Refused
from beide.web.tables.views import doors


@require_safe
@doors.at_table
def table(request: Request, place: Place) -> HttpResponse:
    """Show the table: its question, the guide's script, the outline, what was taken away."""
    return show(request, place)


def show(request: Request, place: Place, *, form: AddForm | None = None) -> HttpResponse:
    """Render the table, with a form that was sent and is not right yet where there is one."""
    plain = document.to_plain(document.load(place.table))
    told = outline.told(plain)
    return doors.page(
        request,
        place,
        "table",
        form=form or AddForm(board=told.board),
        told=told,
        kinds=marks.bricks(),
        script=marks.script(),
        step=marks.script()[told.board.about.script - 1] if told.board.about.script else None,
        can_undo=access.last_deed(table=place.table, hand=str(request.session.get(doors.HAND, ""))),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@doors.at_table
def add(request: Request, place: Place) -> HttpResponse:
    """Lay a brick."""
    if request.method != "POST":
        return redirect(place.url("table") + "#add")
    form = AddForm(request.POST, board=doors.read(place))
    if not form.is_valid():
        return show(request, place, form=form)
    try:
        key, _deed = actions.lay(
            table=place.table, hand=doors.hand_of(request), **form.cleaned_data
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        return show(request, place, form=form)
    notices.done(request, _("The brick lies on the table."), undo=place.url("undo"))
    return redirect(f"{place.url('table')}#brick-{key}")


@require_POST
@doors.at_table
def act(request: Request, place: Place, brick: str, verb: str) -> HttpResponse:
    """Do one thing with a brick: up, down, keep, away, back."""
    hand = doors.hand_of(request)
    if verb == "back":
        return doors.done(
            request,
            place,
            lambda: actions.lay_back(table=place.table, hand=hand, root="bricks", key=brick),
            _("The brick is back."),
            part=f"brick-{brick}",
        )
    found = doors.brick_of(doors.read(place), brick)
    told = VERBS.get(verb)
    if told is None:
        raise Http404
    do, said = told
    part = "outline" if verb == "away" else f"brick-{brick}"
    return doors.done(request, place, lambda: do(place, hand, found), said(found), part=part)


def up(place: Place, hand: str, brick: Brick) -> Deed | None:
    """Move a brick one place up."""
    return stepped(place, hand, brick, -1)


def down(place: Place, hand: str, brick: Brick) -> Deed | None:
    """Move a brick one place down."""
    return stepped(place, hand, brick, 1)


def stepped(place: Place, hand: str, brick: Brick, by: int) -> Deed | None:
    """Move a brick one place among what lies on the same."""
    moved = moving.step(doors.read(place), brick, by)
    return actions.move(table=place.table, hand=hand, marks=moved)


def keep(place: Place, hand: str, brick: Brick) -> Deed | None:
    """Mark a brick to keep, or no longer."""
    return actions.keep(table=place.table, hand=hand, brick=brick)


def away(place: Place, hand: str, brick: Brick) -> Deed | None:
    """Take a brick away."""
    return actions.take_away(table=place.table, hand=hand, root="bricks", key=brick.id)


VERBS: dict[str, tuple[Any, Any]] = {
    "up": (up, lambda _brick: _("Moved up.")),
    "down": (down, lambda _brick: _("Moved down.")),
    "keep": (
        keep,
        lambda brick: _("No longer marked to keep.") if brick.keep else _("Marked to keep."),
    ),
    "away": (away, lambda _brick: _("The brick is taken away.")),
}


@require_POST
@doors.at_table
def undo(request: Request, place: Place) -> HttpResponse:
    """Undo the last thing that this person did here."""
    deed = access.last_deed(table=place.table, hand=doors.hand_of(request))
    if deed is None:
        notices.not_done(request, _("There is nothing of yours to undo."))
    elif actions.undo(deed=deed):
        notices.done(request, _("Undone."))
    else:
        notices.not_done(request, _("Someone changed it since, so it stays as it is now."))
    return redirect(place.url("table") + "#outline")


@require_POST
@doors.at_table
def script(request: Request, place: Place) -> HttpResponse:
    """Go to a step of the guide's script."""
    asked = request.POST.get("step", "")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 3):
        raise Http404
    step = int(asked)
    return doors.done(
        request,
        place,
        lambda: actions.go_to(table=place.table, hand=doors.hand_of(request), step=step),
        _("The script has moved on."),
        part="script",
    )
