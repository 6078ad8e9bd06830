"""The order within each row, with few crossings."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise

Pair = tuple[int, int]
SWEEPS = 16


def ordered(row_of: Sequence[int], links: Sequence[Pair]) -> list[list[int]]:
    """Return each row's places from left to right, after the best of a number of sweeps.

    Parameters
    ----------
    row_of
        The row of each place.
    links
        What is joined: always a place and one in the next row.
    """
    above, under = _neighbours(len(row_of), links)
    rows = _first(row_of, under)
    best, fewest = [list(row) for row in rows], crossings(rows, under)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        down = sweep % 2 == 0
        _sweep(rows, above if down else under, down=down)
        count = crossings(rows, under)
        if count < fewest:
            best, fewest = [list(row) for row in rows], count
    return best


def crossings(rows: Sequence[Sequence[int]], under: Sequence[Sequence[int]]) -> int:
    """Count how often two links cross."""
    count = 0
    for upper, lower in pairwise(rows):
        place = {each: at for at, each in enumerate(lower)}
        seen: list[int] = []
        for each in upper:
            ends = sorted(place[end] for end in under[each])
            count += sum(len(seen) - bisect_left(seen, end + 1) for end in ends)
            for end in ends:
                insort(seen, end)
    return count


def _neighbours(count: int, links: Iterable[Pair]) -> tuple[list[list[int]], list[list[int]]]:
    above: list[list[int]] = [[] for _ in range(count)]
    under: list[list[int]] = [[] for _ in range(count)]
    for upper, lower in links:
        under[upper].append(lower)
        above[lower].append(upper)
    return above, under


def _first(row_of: Sequence[int], under: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the rows in the order in which a walk from the top meets their places."""
    rows: list[list[int]] = [[] for _ in range(max(row_of, default=-1) + 1)]
    seen: set[int] = set()
    for root in sorted(range(len(row_of)), key=lambda each: row_of[each]):
        open_ = [root]
        while open_:
            here = open_.pop()
            if here not in seen:
                seen.add(here)
                rows[row_of[here]].append(here)
                open_ += reversed(under[here])
    return rows


def _sweep(rows: list[list[int]], beside: Sequence[Sequence[int]], *, down: bool) -> None:
    """Order each row by where its neighbours in the row before are; who has none stays."""
    count = len(rows)
    for at in range(1, count) if down else range(count - 2, -1, -1):
        fixed = {each: place for place, each in enumerate(rows[at - 1 if down else at + 1])}
        here = {each: place for place, each in enumerate(rows[at])}

        def wish(each: int, fixed: dict[int, int] = fixed, here: dict[int, int] = here) -> float:
            known = [fixed[other] for other in beside[each]]
            scale = (len(fixed) - 1) / max(len(here) - 1, 1)
            return sum(known) / len(known) if known else here[each] * scale

        rows[at].sort(key=wish)
