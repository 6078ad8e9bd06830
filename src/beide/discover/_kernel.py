"""Loops over cases as bits. Imported where they are used: compiling takes seconds the first time.

All whole numbers are unsigned where bits are meant: mixed with signed ones they would become
floating point. Counting bits is written out, because intrinsics written by hand were not safe.
"""

import numpy as np

from beide.discover._arrays import Bits, Codes, Floats, Sets
from beide.discover._compiled import compiled

_1, _2, _4, _27, _30, _31, _32, _56 = (np.uint64(n) for n in (1, 2, 4, 27, 30, 31, 32, 56))
_NONE = np.uint64(0)
_PAIRS = np.uint64(0x5555555555555555)
_FOURS = np.uint64(0x3333333333333333)
_BYTES = np.uint64(0x0F0F0F0F0F0F0F0F)
_SUM = np.uint64(0x0101010101010101)
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_MIX = np.uint64(0xBF58476D1CE4E5B9)
_STIR = np.uint64(0x94D049BB133111EB)

SHARE_PLANES = 4
NEAR = 0.5
"""How far off a guess may be."""


@compiled
def ones(word: np.uint64) -> np.uint64:
    """Return how many bits are set."""
    word = word - ((word >> _1) & _PAIRS)
    word = (word & _FOURS) + ((word >> _2) & _FOURS)
    word = (word + (word >> _4)) & _BYTES
    return (word * _SUM) >> _56


@compiled
def narrow(some: Bits, more: Bits, mask: Bits) -> int:
    """Write the cases of both into ``mask``, and return how many they are."""
    cases = _NONE
    for word in range(mask.shape[0]):
        both = some[word] & more[word]
        mask[word] = both
        cases += ones(both)
    return int(cases)


@compiled
def fill(bits: Bits, row: Sets, mask: Bits) -> int:
    """Write the cases for which a condition holds into ``mask`` and return how many they are."""
    cases = narrow(bits[row[0]], bits[row[0]], mask)
    for part in range(1, row.shape[0]):
        if row[part] >= 0:
            cases = narrow(mask, bits[row[part]], mask)
    return cases


@compiled
def overlap(mask: Bits, other: Bits) -> int:
    """Return how many cases two masks share."""
    count = _NONE
    for word in range(mask.shape[0]):
        count += ones(mask[word] & other[word])
    return int(count)


@compiled
def moments(
    mask: Bits, cases: int, stratum: Codes, size: Codes, share: Floats, spread: Floats
) -> tuple[float, float]:
    """Return how many good cases chance gives a mask of ``cases``, and that number's variance.

    Cases are sorted by stratum. Within a stratum the number is hypergeometric; ``spread`` is
    k(n-k) / (n^2 (n-1)) for k good cases of n.
    """
    if size.shape[0] == 1:
        return cases * share[0], spread[0] * cases * (size[0] - cases)
    expected, variance, run, last = 0.0, 0.0, 0, -1
    for word in range(mask.shape[0]):
        left = mask[word]
        while left:
            place = word * 64 + int(ones((left & (~left + _1)) - _1))
            left &= left - _1
            here = stratum[place]
            if here != last:
                if run:
                    expected += run * share[last]
                    variance += spread[last] * run * (size[last] - run)
                run, last = 0, here
            run += 1
    if run:
        expected += run * share[last]
        variance += spread[last] * run * (size[last] - run)
    return expected, variance


@compiled
def tally(
    bits: Bits,
    sets: Sets,
    good: Bits,
    stratum: Codes,
    size: Codes,
    share: Floats,
    spread: Floats,
    cases: Codes,
    kept: Codes,
    expected: Floats,
    variance: Floats,
) -> None:
    """Write of each condition its cases, its good cases, and what chance gives."""
    mask = np.empty(bits.shape[1], np.uint64)
    for at in range(sets.shape[0]):
        cases[at] = fill(bits, sets[at], mask)
        kept[at] = overlap(mask, good)
        expected[at], variance[at] = moments(mask, cases[at], stratum, size, share, spread)


@compiled
def supports(bits: Bits, sets: Sets, cases: Codes) -> None:
    """Write of each condition for how many cases it holds."""
    mask = np.empty(bits.shape[1], np.uint64)
    for at in range(sets.shape[0]):
        cases[at] = fill(bits, sets[at], mask)


@compiled
def shuffle(rows: Bits, seeds: Bits, starts: Codes, kept: Codes) -> None:
    """Write in each row the good cases dealt anew within every stratum, all ways as likely."""
    for row in range(rows.shape[0]):
        state = seeds[row]
        rows[row, :] = _NONE
        for here in range(kept.shape[0]):
            left, end = kept[here], starts[here + 1]
            for place in range(starts[here], end):
                if left == 0:
                    break
                state += _GOLDEN
                drawn = (state ^ (state >> _30)) * _MIX
                drawn = (drawn ^ (drawn >> _27)) * _STIR
                drawn ^= drawn >> _31
                if ((drawn >> _32) * np.uint64(end - place)) >> _32 < np.uint64(left):
                    rows[row, place >> 6] |= _1 << np.uint64(place & 63)
                    left -= 1


@compiled
def extremes(
    bits: Bits,
    sets: Sets,
    rows: Bits,
    expected: Floats,
    scale: Floats,
    highest: Floats,
    lowest: Floats,
) -> None:
    """Raise ``highest`` and lower ``lowest``, one for each row, to the scores of all conditions."""
    mask = np.empty(bits.shape[1], np.uint64)
    for at in range(sets.shape[0]):
        fill(bits, sets[at], mask)
        for row in range(rows.shape[0]):
            count = _NONE
            for word in range(mask.shape[0]):
                count += ones(mask[word] & rows[row, word])
            score = (float(count) - expected[at]) * scale[at]
            highest[row] = max(highest[row], score)
            lowest[row] = min(lowest[row], score)


@compiled
def guess(mask: Bits, cases: int, kept: int, planes: Bits, levels: Floats, total: int) -> float:
    """Return about what a condition scores, from how its cases lie over coarse levels.

    The first ``SHARE_PLANES`` planes hold each case's share of good cases in its stratum as a small
    whole number, one bit a plane; the others hold its variance. ``levels`` turns them back.
    """
    expected, variance = levels[0] * cases, levels[2] * cases
    for plane in range(planes.shape[0]):
        held = overlap(mask, planes[plane])
        if plane < SHARE_PLANES:
            expected += levels[1] * held * 2.0**plane
        else:
            variance += levels[3] * held * 2.0 ** (plane - SHARE_PLANES)
    variance *= 1 - cases / total
    return float((kept - expected) / np.sqrt(max(variance, 1e-12)))


@compiled
def exact(
    mask: Bits, cases: int, kept: int, stratum: Codes, size: Codes, share: Floats, spread: Floats
) -> float:
    """Return what a condition scores."""
    expected, variance = moments(mask, cases, stratum, size, share, spread)
    return float((kept - expected) / np.sqrt(variance)) if variance > 0 else 0.0


@compiled
def triples(
    bits: Bits,
    first: int,
    pairs: Codes,
    group: Codes,
    good: Bits,
    stratum: Codes,
    size: Codes,
    share: Floats,
    spread: Floats,
    planes: Bits,
    levels: Floats,
    least: int,
    found: Sets,
    scores: Floats,
) -> int:
    """Keep the best conditions of three features that begin with ``first``; return how many.

    ``pairs`` is for how many cases each two features hold together. A condition that holds for just
    the cases of two of its features is not kept. Every condition is scored about, and exactly when
    that comes near the worst that is kept. Equal scores keep the one that came first.
    """
    words, features, most_kept = bits.shape[1], bits.shape[0], scores.shape[0]
    pair, mask = np.empty(words, np.uint64), np.empty(words, np.uint64)
    kept, worst = 0, 0
    for second in range(first + 1, features):
        if pairs[first, second] < least or group[first] == group[second]:
            continue
        narrow(bits[first], bits[second], pair)
        for third in range(second + 1, features):
            most = min(pairs[first, second], pairs[first, third], pairs[second, third])
            if group[third] == group[first] or group[third] == group[second] or most < least:
                continue
            cases = narrow(pair, bits[third], mask)
            if cases < least or cases == most:
                continue
            both, full = overlap(mask, good), kept == most_kept
            if full and guess(mask, cases, both, planes, levels, len(stratum)) < (
                scores[worst] - NEAR
            ):
                continue
            score = exact(mask, cases, both, stratum, size, share, spread)
            if full and score <= scores[worst]:
                continue
            if not full:
                worst = kept
                kept += 1
            found[worst, 0], found[worst, 1], found[worst, 2] = first, second, third
            scores[worst] = score
            if kept == most_kept:
                worst = int(np.argmin(scores))
    return kept
