"""A table as the page tells it: each brick with its links, and what was taken away."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from beide.web.tables.marks import Word, bricks, links
from beide.web.tables.reading import KEY, Board, Brick, Link, board, read_brick


@dataclass(frozen=True, slots=True)
class LinkLine:
    """A link as a brick tells it: to which other, or from which."""

    link: Link
    word: Word
    other: Brick
    leaves: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A brick in the outline."""

    brick: Brick
    word: Word
    below: Brick | None
    links: tuple[LinkLine, ...]
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class Told:
    """The outline, and the bricks that were taken away."""

    board: Board
    lines: tuple[Line, ...]
    gone: tuple[Brick, ...]


def told(plain: Mapping[str, Any]) -> Told:
    """Tell a plain document."""
    found = board(plain)
    return Told(board=found, lines=lines(found), gone=gone(plain))


def lines(found: Board) -> tuple[Line, ...]:
    """Return the outline of a board."""
    words = {word.key: word for word in bricks()}
    names = {brick.id: brick for brick in found.bricks}
    ends: dict[str, tuple[str, str]] = {}
    for brick in found.bricks:
        ends[brick.on] = (ends.get(brick.on, (brick.id, ""))[0], brick.id)
    leaving = by_start(found, names)
    return tuple(
        Line(
            brick=brick,
            word=words[brick.kind],
            below=names.get(brick.on),
            links=tuple(leaving.get(brick.id, ())),
            is_first=ends[brick.on][0] == brick.id,
            is_last=ends[brick.on][1] == brick.id,
        )
        for brick in found.bricks
    )


def by_start(found: Board, names: Mapping[str, Brick]) -> dict[str, list[LinkLine]]:
    """Return the links by the brick that they leave from."""
    words = {word.key: word for word in links()}
    leaving: dict[str, list[LinkLine]] = {}
    for link in found.links:
        line = LinkLine(link=link, word=words[link.kind], other=names[link.to], leaves=True)
        leaving.setdefault(link.start, []).append(line)
    return leaving


def links_at(found: Board, brick: Brick) -> list[LinkLine]:
    """Return every link of a brick, those that come in included."""
    words = {word.key: word for word in links()}
    names = {each.id: each for each in found.bricks}
    return [
        LinkLine(
            link=link,
            word=words[link.kind],
            other=names[link.to if link.start == brick.id else link.start],
            leaves=link.start == brick.id,
        )
        for link in found.links
        if brick.id in (link.start, link.to)
    ]


def gone(plain: Mapping[str, Any]) -> tuple[Brick, ...]:
    """Return the bricks that were taken away and can be put back."""
    found = plain.get("bricks")
    return tuple(
        read_brick(key, each)
        for key, each in sorted((found if isinstance(found, Mapping) else {}).items())
        if KEY.fullmatch(key) and isinstance(each, Mapping) and each.get("gone") is True
    )
