"""One brick: what it is, where it lies, and its links."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from beide.web.organisation.requests import Request
from beide.web.tables import actions, marks, moving
from beide.web.tables.access import Place
from beide.web.tables.forms import BrickForm, LinkForm, MoveForm, NewLinkForm
from beide.web.tables.outline import links_at
from beide.web.tables.reading import Board, Brick
from beide.web.tables.views import doors


@require_http_methods(["GET", "HEAD", "POST"])
@doors.at_table
def brick(request: Request, place: Place, brick: str) -> HttpResponse:
    """Show a brick, and say what it is."""
    board = doors.read(place)
    found = doors.brick_of(board, brick)
    form = BrickForm(
        request.POST or None,
        initial={"label": found.label, "kind": found.kind, "text": found.text},
    )
    if request.method == "POST" and form.is_valid():
        return doors.done(
            request,
            place,
            lambda: actions.describe(
                table=place.table, hand=doors.hand_of(request), brick=found, **form.cleaned_data
            ),
            _("Saved."),
            part=f"brick-{brick}",
        )
    return show(request, place, board, found, form=form)


def show(
    request: Request,
    place: Place,
    board: Board,
    found: Brick,
    *,
    form: BrickForm | None = None,
    moves: MoveForm | None = None,
    new_link: NewLinkForm | None = None,
) -> HttpResponse:
    """Render a brick with its three forms."""
    told = {"label": found.label, "kind": found.kind, "text": found.text}
    answer = doors.page(
        request,
        place,
        "brick",
        brick=found,
        word=next(word for word in marks.bricks() if word.key == found.kind),
        form=form or BrickForm(initial=told),
        moves=moves or MoveForm(board=board, brick=found.id, prefix="move"),
        new_link=new_link or NewLinkForm(board=board, brick=found.id, prefix="link"),
        links=links_at(board, found),
        alone=len(board.bricks) < 2,
    )
    if any(each is not None and each.is_bound for each in (moves, new_link)):
        answer.status_code = 422
    return answer


@require_POST
@doors.at_table
def move(request: Request, place: Place, brick: str) -> HttpResponse:
    """Move a brick where the menu says."""
    board = doors.read(place)
    found = doors.brick_of(board, brick)
    form = MoveForm(request.POST, board=board, brick=brick, prefix="move")
    if not form.is_valid():
        return show(request, place, board, found, moves=form)
    moved = moved_to(board, found, how=form.cleaned_data["how"], other=form.cleaned_data["other"])
    if moved is None:
        form.add_error("other", _("That brick lies on this one. Move that one away first."))
        return show(request, place, board, found, moves=form)
    return doors.done(
        request,
        place,
        lambda: actions.move(table=place.table, hand=doors.hand_of(request), marks=moved),
        _("Moved."),
        part=f"brick-{brick}",
    )


def moved_to(board: Board, brick: Brick, *, how: str, other: str) -> moving.Marks | None:
    """Return the marks of a move; nothing when it cannot be."""
    if how == "first":
        return moving.first(board, brick)
    if how == "last":
        return moving.last(board, brick)
    target = doors.brick_of(board, other)
    return (moving.onto if how == "on" else moving.beside)(board, brick, target)


@require_POST
@doors.at_table
def link(request: Request, place: Place, brick: str) -> HttpResponse:
    """Link a brick to another."""
    board = doors.read(place)
    found = doors.brick_of(board, brick)
    form = NewLinkForm(request.POST, board=board, brick=brick, prefix="link")
    if not form.is_valid():
        return show(request, place, board, found, new_link=form)
    to = doors.brick_of(board, form.cleaned_data["to"])
    kind, label = form.cleaned_data["kind"], form.cleaned_data["label"]
    if any((each.start, each.to, each.kind) == (brick, to.id, kind) for each in board.links):
        form.add_error(None, _("These two are linked like this already."))
        return show(request, place, board, found, new_link=form)
    hand = doors.hand_of(request)
    return doors.done(
        request,
        place,
        lambda: actions.link(
            table=place.table, hand=hand, start=found, to=to, kind=kind, label=label
        )[1],
        _("Linked."),
        part=f"brick-{brick}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@doors.at_table
def one_link(request: Request, place: Place, link: str) -> HttpResponse:
    """Say of a link what it is."""
    board = doors.read(place)
    found = doors.link_of(board, link)
    form = LinkForm(request.POST or None, initial={"kind": found.kind, "label": found.label})
    if request.method == "POST" and form.is_valid():
        hand = doors.hand_of(request)
        return doors.done(
            request,
            place,
            lambda: actions.say_link(table=place.table, hand=hand, link=found, **form.cleaned_data),
            _("Saved."),
            part=f"brick-{found.start}",
        )
    ends = {
        "start": doors.brick_of(board, found.start),
        "to": doors.brick_of(board, found.to),
    }
    return doors.page(request, place, "link", form=form, link=found, **ends)


@require_POST
@doors.at_table
def link_away(request: Request, place: Place, link: str) -> HttpResponse:
    """Take a link away."""
    found = doors.read(place).link(link)
    if found is None:
        return redirect(place.url("table"))
    hand = doors.hand_of(request)
    return doors.done(
        request,
        place,
        lambda: actions.take_away(table=place.table, hand=hand, root="links", key=link),
        _("The link is taken away."),
        part=f"brick-{found.start}",
    )
