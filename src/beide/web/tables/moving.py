"""Where a brick comes when it is moved in the outline. Pure: a board in, marks out."""

from collections.abc import Sequence
from typing import Any

from beide.web.tables.reading import Board, Brick

BESIDE = 176
BELOW = 96
WIDE = 1_200
Marks = dict[tuple[str, str], dict[str, Any]]


def siblings(board: Board, on: str, *, without: str = "") -> list[Brick]:
    """Return the bricks that lie on the same brick, or on the table, in order."""
    return [brick for brick in board.bricks if brick.on == on and brick.id != without]


def at(board: Board, key: str, *, on: str, place: int) -> Marks:
    """Return the marks with which a brick comes at a place among what lies on the same."""
    others = siblings(board, on, without=key)
    place = max(0, min(place, len(others)))
    before = others[place - 1].order if place else None
    after = others[place].order if place < len(others) else None
    order = between(before, after)
    if order is not None:
        return {("bricks", key): {"on": on, "order": order}}
    keys = [brick.id for brick in others]
    keys.insert(place, key)
    marks: Marks = {
        ("bricks", each): {"order": float(number)} for number, each in enumerate(keys, 1)
    }
    marks["bricks", key]["on"] = on
    return marks


def between(before: float | None, after: float | None) -> float | None:
    """Return an order between two, or nothing when there is no room left between them."""
    if before is None or after is None:
        return (after - 1) if after is not None else (before or 0) + 1
    middle = (before + after) / 2
    return middle if before < middle < after else None


def step(board: Board, brick: Brick, by: int) -> Marks:
    """Return the marks that move a brick one place up or down; nothing at either end."""
    row = [each.id for each in siblings(board, brick.on)]
    place = row.index(brick.id) + by
    return at(board, brick.id, on=brick.on, place=place) if 0 <= place < len(row) else {}


def onto(board: Board, brick: Brick, below: Brick) -> Marks | None:
    """Return the marks that lay a brick on another; nothing when that lies on the brick itself."""
    if below.id in {each.id for each in with_above(board, brick)}:
        return None
    marks = at(board, brick.id, on=below.id, place=len(board.bricks))
    marks["bricks", brick.id] |= {"x": below.x, "y": below.y}
    return marks


def beside(board: Board, brick: Brick, other: Brick) -> Marks | None:
    """Return the marks that put a brick right after another, beside it on the table."""
    if other.id in {each.id for each in with_above(board, brick)}:
        return None
    row = [each.id for each in siblings(board, other.on, without=brick.id)]
    marks = at(board, brick.id, on=other.on, place=row.index(other.id) + 1)
    marks["bricks", brick.id] |= {"x": other.x + BESIDE, "y": other.y}
    return marks


def first(board: Board, brick: Brick) -> Marks:
    """Return the marks that lay a brick on the table, before everything else."""
    return at(board, brick.id, on="", place=0)


def last(board: Board, brick: Brick) -> Marks:
    """Return the marks that lay a brick on the table, after everything else."""
    return at(board, brick.id, on="", place=len(board.bricks))


def with_above(board: Board, brick: Brick) -> Sequence[Brick]:
    """Return a brick and everything that lies on it."""
    start = board.bricks.index(brick)
    rest = board.bricks[start + 1 :]
    end = next((n for n, each in enumerate(rest) if each.depth <= brick.depth), len(rest))
    return board.bricks[start : start + 1 + end]


def free_place(board: Board) -> tuple[int, int]:
    """Return where on the table there is room for one more: after the last, or a row lower."""
    on_table = siblings(board, "")
    if not on_table:
        return 0, 0
    x, y = on_table[-1].x + BESIDE, on_table[-1].y
    return (x, y) if x <= WIDE else (0, max(brick.y for brick in board.bricks) + BELOW)
