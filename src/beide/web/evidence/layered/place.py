"""Where in its row each place is: near what it is joined to, and never over another."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

Weighted = Sequence[tuple[int, float]]
ROUNDS = 12


def placed(
    rows: Sequence[Sequence[int]],
    widths: Sequence[float],
    above: Sequence[Weighted],
    under: Sequence[Weighted],
    *,
    gap: float,
) -> list[float]:
    """Return the middle of each place, from left to right.

    Parameters
    ----------
    rows
        Each row's places from left to right.
    widths
        How wide each place is.
    above, under
        What each is joined to in the row above and under it, with how strongly it is drawn there.
    gap
        The least room between two neighbours.
    """
    middles = [0.0] * len(widths)
    offsets = [_offsets(row, widths, gap) for row in rows]
    for row, offset in zip(rows, offsets, strict=True):
        for each, at in zip(row, offset, strict=True):
            middles[each] = at - offset[-1] / 2
    for round_ in range(ROUNDS):
        down = round_ % 2 == 0
        order = range(len(rows)) if down else range(len(rows) - 1, -1, -1)
        last = round_ >= ROUNDS - 2
        for at in order:
            drawn = _joined(rows[at], above, under, down=down, both=last)
            _settle(rows[at], offsets[at], drawn, middles)
    left = min((middles[each] - widths[each] / 2 for each in range(len(widths))), default=0.0)
    return [middle - left for middle in middles]


def _offsets(row: Sequence[int], widths: Sequence[float], gap: float) -> list[float]:
    """Return how far each place is from the first of its row when all stand close."""
    found = [0.0] if row else []
    for left, right in pairwise(row):
        found.append(found[-1] + (widths[left] + widths[right]) / 2 + gap)
    return found


def _joined(
    row: Sequence[int],
    above: Sequence[Weighted],
    under: Sequence[Weighted],
    *,
    down: bool,
    both: bool,
) -> Mapping[int, Weighted]:
    if both:
        return {each: [*above[each], *under[each]] for each in row}
    first, second = (above, under) if down else (under, above)
    return {each: first[each] or second[each] for each in row}


def _settle(
    row: Sequence[int],
    offset: Sequence[float],
    drawn: Mapping[int, Weighted],
    middles: list[float],
) -> None:
    """Move a row's places as near as can be to where they are drawn, without changing the order.

    Without their offsets, places that keep their distance are numbers that do not fall: the
    nearest such numbers are found by pooling neighbours that are the wrong way round.
    """
    pools: list[tuple[float, float, int]] = []  # the wished mean, its weight, how many
    for each, at in zip(row, offset, strict=True):
        strength = sum(weight for _, weight in drawn[each])
        wish = (
            sum(middles[other] * weight for other, weight in drawn[each]) / strength
            if strength
            else middles[each]
        )
        pool = (wish - at, strength or 0.01, 1)
        while pools and pools[-1][0] > pool[0]:
            mean, weight, count = pools.pop()
            together = weight + pool[1]
            pool = ((mean * weight + pool[0] * pool[1]) / together, together, count + pool[2])
        pools.append(pool)
    settled = [mean for mean, _, count in pools for _ in range(count)]
    for each, at, mean in zip(row, offset, settled, strict=True):
        middles[each] = mean + at
