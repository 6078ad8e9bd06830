"""A place on the table for bricks that have none yet."""

from collections.abc import Sequence
from typing import Final

from beide.web.evidence.layered import Arc, layout

BRICK: Final = (160.0, 72.0)
LABEL: Final = (48.0, 16.0)


def in_rows(keys: Sequence[str], pairs: Sequence[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Return the upper left corner of each brick: what follows stands below what goes before.

    Parameters
    ----------
    keys
        The bricks.
    pairs
        Which brick is followed by which; others than ``keys`` are passed over.
    """
    at = {key: number for number, key in enumerate(keys)}
    arcs = [
        Arc(from_=at[start], to=at[to], weight=1.0)
        for start, to in pairs
        if start in at and to in at
    ]
    made = layout([BRICK] * len(keys), arcs, label=LABEL)
    return {
        key: (round(spot.x - spot.width / 2), round(spot.y - spot.height / 2))
        for key, spot in zip(keys, made.spots, strict=True)
    }
