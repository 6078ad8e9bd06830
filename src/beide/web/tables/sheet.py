"""A table as rows, for a spreadsheet."""

from collections.abc import Iterator

from django.utils.translation import gettext

from beide.web.evidence.sheets import Cell, Sheet
from beide.web.page.templatetags.beide_text import say
from beide.web.tables import marks
from beide.web.tables.reading import Board, Brick, Link


def sheet(board: Board) -> Sheet:
    """Return every brick in the order of the outline, each followed by its links."""
    about = [board.about.name, board.about.question]
    return Sheet(
        name=board.about.name or gettext("Build table"),
        about=[line for line in about if line],
        headings=[
            gettext("Brick"),
            gettext("Kind"),
            gettext("Lies on"),
            gettext("To keep"),
            gettext("Link"),
            gettext("To"),
            gettext("About it"),
        ],
        rows=_rows(board),
    )


def _rows(board: Board) -> Iterator[tuple[Cell, ...]]:
    names = {brick.id: brick.label for brick in board.bricks}
    kinds = {word.key: say(word.name) for word in marks.bricks()}
    links: dict[str, list[Link]] = {}
    for link in board.links:
        links.setdefault(link.start, []).append(link)
    for brick in board.bricks:
        yield _brick(brick, names, kinds)
        for link in links.get(brick.id, ()):
            yield _link(link, names)


def _brick(brick: Brick, names: dict[str, str], kinds: dict[str, str]) -> tuple[Cell, ...]:
    keep = gettext("yes") if brick.keep else ""
    below = names.get(brick.on, "")
    return (brick.label, kinds[brick.kind], below, keep, "", "", brick.text)


def _link(link: Link, names: dict[str, str]) -> tuple[Cell, ...]:
    kind = {word.key: say(word.name) for word in marks.links()}[link.kind]
    return (names[link.start], "", "", "", kind, names[link.to], link.label)
