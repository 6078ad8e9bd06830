"""Which arrows go down, and in which row each box is."""

from collections.abc import Sequence

Pair = tuple[int, int]


def turned(boxes: int, pairs: Sequence[Pair]) -> list[bool]:
    """Return which arrows are turned round, so that no arrows go in a circle.

    The first arrows go down; one that would close a circle with those before it is turned.

    >>> turned(2, [(0, 1), (1, 0)])
    [False, True]
    """
    below: list[set[int]] = [set() for _ in range(boxes)]
    back = [False] * len(pairs)
    for place, (from_, to) in enumerate(pairs):
        if from_ != to and _reaches(below, to, from_):
            back[place] = True
            below[to].add(from_)
        elif from_ != to:
            below[from_].add(to)
    return back


def _reaches(below: Sequence[set[int]], from_: int, to: int) -> bool:
    seen, open_ = {from_}, [from_]
    while open_:
        here = open_.pop()
        if here == to:
            return True
        open_ += below[here] - seen
        seen |= below[here]
    return False


def rows(boxes: int, down: Sequence[Pair], weights: Sequence[float]) -> list[int]:
    """Return the row of each box: every arrow goes to a later row, and heavy arrows are short.

    >>> rows(4, [(0, 1), (1, 2), (3, 2)], [1, 1, 1])
    [0, 1, 2, 1]
    """
    after: list[dict[int, float]] = [{} for _ in range(boxes)]
    before: list[dict[int, float]] = [{} for _ in range(boxes)]
    for (from_, to), weight in zip(down, weights, strict=True):
        after[from_][to] = after[from_].get(to, 0) + weight
        before[to][from_] = before[to].get(from_, 0) + weight
    order = _in_order(after, before)
    found = [0] * boxes
    for box in order:
        found[box] = max((found[each] + 1 for each in before[box]), default=0)
    for box in reversed(order):
        if after[box] and sum(after[box].values()) > sum(before[box].values()):
            found[box] = min(found[each] for each in after[box]) - 1
    return found


def _in_order(after: Sequence[dict[int, float]], before: Sequence[dict[int, float]]) -> list[int]:
    """Return the boxes, each after everything before it."""
    waiting = [len(each) for each in before]
    ready = [box for box, count in enumerate(waiting) if not count]
    order: list[int] = []
    while ready:
        box = ready.pop(0)
        order.append(box)
        for each in after[box]:
            waiting[each] -= 1
            if not waiting[each]:
                ready.append(each)
    return order
