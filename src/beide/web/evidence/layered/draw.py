"""From boxes and arrows to a drawing of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from beide.web.evidence.layered.order import ordered
from beide.web.evidence.layered.place import placed
from beide.web.evidence.layered.rows import rows, turned

Point = tuple[float, float]

GAP = 22.0  # between neighbours in a row
BENDS_PULL = 4.0  # long arrows are drawn straight
LIGHT, HEAVY = 0.5, 8.0  # and so are heavy ones
MARGIN = 12.0  # around the drawing
LOOP = 26.0  # how far an arrow to the same box sticks out
AIR = 14.0  # above and under a label
INSET = 16.0  # how far from a box's corner an arrow may touch it


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """An arrow from one box to another, or to itself, by their places in the list."""

    from_: int
    to: int
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a box is: its middle and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An arrow's way: points from its tail to its head, and the middle of its label.

    The label of an arrow from a box to itself begins at ``label`` instead.
    """

    points: tuple[Point, ...]
    label: Point
    back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Boxes and arrows with a place, in the order given."""

    spots: tuple[Spot, ...]
    lines: tuple[Line, ...]
    width: float
    height: float


@dataclass(slots=True)
class _Places:
    """Everything that has a place in a row: boxes, and where long arrows pass."""

    row_of: list[int]
    widths: list[float]
    links: list[tuple[int, int]] = field(default_factory=list)
    pulls: list[float] = field(default_factory=list)

    def add(self, row: int, width: float) -> int:
        self.row_of.append(row)
        self.widths.append(width)
        return len(self.row_of) - 1


def layout(
    sizes: Sequence[tuple[float, float]], arcs: Sequence[Arc], *, label: tuple[float, float]
) -> Layout:
    """Return a drawing with arrows that mostly go down.

    Parameters
    ----------
    sizes
        The width and height of each box.
    arcs
        The arrows; the first go down. One from a box to itself is a loop at its right, with its
        label beside it.
    label
        The width and height of an arrow's label. No two labels or boxes overlap.
    """
    pairs = [(arc.from_, arc.to) for arc in arcs]
    weights = [arc.weight for arc in arcs]
    back = turned(len(sizes), pairs)
    down = [pair[::-1] if is_back else pair for pair, is_back in zip(pairs, back, strict=True)]
    loops = {from_ for from_, to in pairs if from_ == to}
    places = _Places(
        row_of=[row * 2 for row in _rows(len(sizes), down, weights)],
        # A loop and its label stick out at the right; as much room at the left keeps the middle.
        widths=[
            width + 2 * (LOOP + label[0]) * (box in loops) for box, (width, _) in enumerate(sizes)
        ],
    )
    heaviest = max(weights, default=1.0) or 1.0
    chains = [
        _chain(places, pair, label[0], LIGHT + (HEAVY - LIGHT) * weight / heaviest)
        for pair, weight in zip(down, weights, strict=True)
    ]
    middles = _middles(places)
    heights = _heights(places.row_of, sizes, label[1])
    spots = tuple(
        Spot(x=middles[box] + MARGIN, y=heights[places.row_of[box]], width=width, height=height)
        for box, (width, height) in enumerate(sizes)
    )
    bends = [
        (middle + MARGIN, heights[row]) for middle, row in zip(middles, places.row_of, strict=True)
    ]
    lines = tuple(
        _line(chain, spots, bends, back=is_back)
        if chain[0] != chain[-1]
        else _loop(spots[chain[0]])
        for chain, is_back in zip(chains, back, strict=True)
    )
    right = max(
        (bend[0] + width / 2 for bend, width in zip(bends, places.widths, strict=True)), default=0.0
    )
    bottom = max((spot.y + spot.height / 2 for spot in spots), default=0.0)
    return Layout(spots=spots, lines=lines, width=right + MARGIN, height=bottom + MARGIN)


def _rows(boxes: int, down: Sequence[tuple[int, int]], weights: Sequence[float]) -> list[int]:
    kept = [
        (pair, weight) for pair, weight in zip(down, weights, strict=True) if pair[0] != pair[1]
    ]
    return rows(boxes, [pair for pair, _ in kept], [weight for _, weight in kept])


def _chain(places: _Places, pair: tuple[int, int], label: float, pull: float) -> list[int]:
    """Give an arrow a place in each row that it passes, the middle one as wide as its label."""
    upper, lower = pair
    if upper == lower:
        return [upper, lower]
    passed = range(places.row_of[upper] + 1, places.row_of[lower])
    middle = passed[len(passed) // 2]
    chain = [upper, *(places.add(row, label if row == middle else 0.0) for row in passed), lower]
    for link in pairwise(chain):
        inside = link[0] != upper and link[1] != lower
        places.links.append(link)
        places.pulls.append(pull * BENDS_PULL if inside else pull)
    return chain


def _middles(places: _Places) -> list[float]:
    above: list[list[tuple[int, float]]] = [[] for _ in places.row_of]
    under: list[list[tuple[int, float]]] = [[] for _ in places.row_of]
    for (upper, lower), pull in zip(places.links, places.pulls, strict=True):
        under[upper].append((lower, pull))
        above[lower].append((upper, pull))
    return placed(ordered(places.row_of, places.links), places.widths, above, under, gap=GAP)


def _heights(
    row_of: Sequence[int], sizes: Sequence[tuple[float, float]], label: float
) -> dict[int, float]:
    """Return the middle of each row: boxes in the even ones, labels between them."""
    found: dict[int, float] = {}
    top = MARGIN
    for row in range(max(row_of, default=-1) + 1):
        boxes = [height for (_, height), at in zip(sizes, row_of, strict=False) if at == row]
        tall = max(boxes, default=label) if row % 2 == 0 else label + 2 * AIR
        found[row] = top + tall / 2
        top += tall
    return found


def _line(
    chain: Sequence[int], spots: Sequence[Spot], bends: Sequence[Point], *, back: bool
) -> Line:
    """Return an arrow from under one box to above the next, past the places it was given."""
    passed = [bends[at] for at in chain[1:-1]]
    upper, lower = spots[chain[0]], spots[chain[-1]]
    points = [
        (_touching(upper, passed[0][0]), upper.y + upper.height / 2),
        *passed,
        (_touching(lower, passed[-1][0]), lower.y - lower.height / 2),
    ]
    label = passed[len(passed) // 2]
    return Line(points=tuple(reversed(points) if back else points), label=label, back=back)


def _touching(spot: Spot, wish: float) -> float:
    half = max(spot.width / 2 - INSET, 0.0)
    return min(max(wish, spot.x - half), spot.x + half)


def _loop(spot: Spot) -> Line:
    edge, up = spot.x + spot.width / 2, spot.height / 4
    points = (
        (edge, spot.y - up),
        (edge + LOOP, spot.y - up),
        (edge + LOOP, spot.y + up),
        (edge, spot.y + up),
    )
    return Line(points=points, label=(edge + LOOP - 3, spot.y))
