"""The same as the engine, slowly and plainly: lists, loops and every possibility written out."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import sqrt


def by_stratum(code: Sequence[int]) -> dict[int, list[int]]:
    """Return the places of each stratum's cases."""
    return {one: [at for at, each in enumerate(code) if each == one] for one in sorted(set(code))}


def holds(held: Sequence[Sequence[bool]], row: Sequence[int]) -> list[bool]:
    """Return for which cases all features of a condition hold."""
    return [all(held[part][at] for part in row) for at in range(len(held[0]))]


def dealings(good: Sequence[bool], code: Sequence[int]) -> Iterator[list[bool]]:
    """Yield every way to deal the good cases anew within strata; all are as likely."""
    strata = list(by_stratum(code).values())
    ways = [list(combinations(places, sum(good[at] for at in places))) for places in strata]
    for way in product(*ways):
        chosen = {at for part in way for at in part}
        yield [at in chosen for at in range(len(good))]


def moments(mask: Sequence[bool], good: Sequence[bool], code: Sequence[int]) -> tuple[float, float]:
    """Return the mean and variance, over all dealings, of the good cases in a mask."""
    counts = [sum(g and m for g, m in zip(way, mask, strict=True)) for way in dealings(good, code)]
    mean = sum(counts) / len(counts)
    return mean, sum((count - mean) ** 2 for count in counts) / len(counts)


def score(mask: Sequence[bool], good: Sequence[bool], code: Sequence[int]) -> float:
    """Return the score of a mask, with the variance in closed form."""
    seen = sum(g and m for g, m in zip(good, mask, strict=True))
    expected = variance = 0.0
    for places in by_stratum(code).values():
        n, n1 = len(places), sum(mask[at] for at in places)
        k = sum(good[at] for at in places)
        expected += n1 * k / n
        if n > 1:
            variance += n1 * (n - n1) * k * (n - k) / (n * n * (n - 1))
    return (seen - expected) / sqrt(variance) if variance > 0 else 0.0


def max_t(
    masks: Sequence[Sequence[bool]], good: Sequence[bool], code: Sequence[int]
) -> list[float]:
    """Return for each mask how often the best of all does as well, over all dealings."""
    own = [score(mask, good, code) for mask in masks]
    best = [max(score(mask, way, code) for mask in masks) for way in dealings(good, code)]
    return [sum(each >= one - 1e-9 for each in best) / len(best) for one in own]


def mantel_haenszel(
    mask: Sequence[bool], good: Sequence[bool], code: Sequence[int]
) -> tuple[float, float]:
    """Return the Mantel-Haenszel risk difference and its Greenland-Robins variance."""
    top = bottom = spread = 0.0
    for places in by_stratum(code).values():
        with_ = [good[at] for at in places if mask[at]]
        without = [good[at] for at in places if not mask[at]]
        n1, n0, n = len(with_), len(without), len(places)
        if n1 and n0:
            a1, a0 = sum(with_), sum(without)
            top += (a1 * n0 - a0 * n1) / n
            bottom += n1 * n0 / n
            spread += (a1 * (n1 - a1) * n0**3 + a0 * (n0 - a0) * n1**3) / (n1 * n0 * n * n)
    return (top / bottom, spread / bottom**2) if bottom else (0.0, 0.0)
