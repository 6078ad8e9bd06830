"""Features as bits, and what the loops count in them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from beide.discover._arrays import Bits, Codes, Flags, Floats, Sets
from beide.discover._compiled import shared, threads
from beide.discover._strata import Strata

_WORD = 64
_FEWEST, _AT_ONCE = 16, 2_000
_WORTH = 2**20
"""Words to read that are worth a thread: beginning one takes as long as reading some thousands."""


def packed(flags: Flags) -> Bits:
    """Return the last axis of flags as bits, 64 cases to a word, padded with zeros."""
    eights = np.packbits(flags, axis=-1, bitorder="little")
    words = -(-flags.shape[-1] // _WORD)
    padded = np.zeros((*flags.shape[:-1], words * _WORD // 8), np.uint8)
    padded[..., : eights.shape[-1]] = eights
    return padded.view(np.uint64)


def unpacked(bits: Bits, cases: int) -> Flags:
    """Return bits as flags."""
    flags = np.unpackbits(bits.view(np.uint8), axis=-1, bitorder="little", count=cases)
    return flags.astype(np.bool_)


@dataclass(frozen=True, kw_only=True, eq=False)
class Board:
    """Features and outcomes as bits, in the order of the strata."""

    bits: Bits
    good: Bits
    strata: Strata

    @classmethod
    def of(cls, held: Flags, good: Flags, strata: Strata) -> "Board":
        """Return features ``(features, cases)`` and outcomes, sorted and packed."""
        order = strata.order
        if np.all(order[:-1] < order[1:]):  # sorted already
            return cls(bits=packed(held), good=packed(good), strata=strata)
        return cls(bits=packed(held.take(order, axis=1)), good=packed(good[order]), strata=strata)

    @cached_property
    def together(self) -> Codes:
        """For how many cases each two features hold together, ``(features, features)``."""
        features = len(self.bits)
        first, second = np.triu_indices(features)
        sets = np.stack([first, second, np.full(len(first), -1)], axis=1).astype(np.int32)
        together = np.zeros((features, features), np.int64)
        together[first, second] = supports(self.bits, sets)
        return np.maximum(together, together.T)

    def mask(self, row: Sets) -> Flags:
        """Return for which cases a condition holds, in the order the cases came in."""
        both = np.bitwise_and.reduce(self.bits[row[row >= 0]], axis=0)
        flags = np.empty(len(self.strata.order), np.bool_)
        flags[self.strata.order] = unpacked(both, len(flags))
        return flags


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Tally:
    """Of each condition: its cases, its good cases, and what chance gives within strata."""

    cases: Codes
    kept: Codes
    expected: Floats
    variance: Floats

    @property
    def scale(self) -> Floats:
        """One over the standard deviation; zero where nothing can be compared."""
        known = self.variance > 0
        return np.where(known, 1 / np.sqrt(np.where(known, self.variance, 1.0)), 0.0)

    @property
    def score(self) -> Floats:
        """By how many standard deviations there are more good cases than chance gives."""
        return np.asarray((self.kept - self.expected) * self.scale)


def tally(board: Board, sets: Sets) -> Tally:
    """Count conditions, exactly, within strata.

    Returns
    -------
    Tally
        Arrays with one value for each of ``sets``.
    """
    from beide.discover import _kernel

    strata, count = board.strata, len(sets)
    size, share, spread = strata.size, strata.share, strata.spread
    cases, kept = np.zeros(count, np.int64), np.zeros(count, np.int64)
    expected, variance = np.zeros(count), np.zeros(count)

    def work(part: slice) -> None:
        _kernel.tally(
            board.bits, sets[part], board.good, strata.code, size, share, spread,
            cases[part], kept[part], expected[part], variance[part],
        )  # fmt: skip

    list(shared(work, parts(count, words=board.bits.shape[1])))
    return Tally(cases=cases, kept=kept, expected=expected, variance=variance)


def supports(bits: Bits, sets: Sets) -> Codes:
    """Return for how many cases each condition holds."""
    from beide.discover import _kernel

    cases = np.zeros(len(sets), np.int64)

    def work(part: slice) -> None:
        _kernel.supports(bits, sets[part], cases[part])

    list(shared(work, parts(len(sets), words=bits.shape[1])))
    return cases


def parts(count: int, *, words: int = _WORTH) -> list[slice]:
    """Return even parts of a list, a few for each thread.

    A part is worth a thread: with fewer ``words`` to read for each of the list, parts are larger.
    """
    step = max(_FEWEST, _WORTH // words, min(_AT_ONCE, -(-count // (4 * threads()))))
    return [slice(start, min(start + step, count)) for start in range(0, count, step)]
