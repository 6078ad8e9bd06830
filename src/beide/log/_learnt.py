"""Which activities end a case, and after how much silence nothing follows: learnt from counts.

Time is counted in steps: a whole number of equal parts of the log's period.
"""

from collections.abc import Mapping
from dataclasses import dataclass

STEPS = 4096
"""Into how many steps the log's period is divided."""

ENOUGH = 20
"""With fewer cases that are long over, nothing is learnt."""

_SURE = 9
"""For each time that it went on, so many times it was the end: sure enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What became of one activity in cases that are long over.

    It occurred in ``cases`` of them and was the last of ``ended``; ``gaps`` says how often it took
    so many steps until the next event of the case.
    """

    cases: int
    ended: int
    gaps: Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """What tells whether a case is over.

    ``silent`` steps without an event are long for any case. ``ends`` are the activities with which
    cases end, when that is ``clear``. After ``needed`` steps of silence an activity was the end.
    """

    silent: int
    ends: frozenset[int] = frozenset()
    clear: bool = False
    needed: Mapping[int, int] | None = None

    @property
    def known(self) -> bool:
        """Whether there were enough cases to learn from."""
        return self.needed is not None


def long_silence(gaps: Mapping[int, int]) -> int:
    """Return how many steps of silence are long: more than 99% of all times between two events.

    Never more than a third of the period, or hardly any case could be over.
    """
    wanted = -(-99 * sum(gaps.values()) // 100)
    seen = 0
    for steps in sorted(gaps):
        seen += gaps[steps]
        if seen >= wanted:
            return min(steps + 1, STEPS // 3)
    return 1


def learn(seen: Mapping[int, Seen], *, cases: int, silent: int) -> Learnt:
    """Return what tells whether a case is over.

    An activity ends cases when it is the last of 1% of them (two at least) and of a fifth of the
    cases in which it occurs. The ends are clear when four fifths of the cases end with one of them.

    Parameters
    ----------
    seen
        Each activity of the cases that are long over.
    cases
        How many cases those are.
    silent
        How many steps of silence are long.
    """
    if cases < ENOUGH:
        return Learnt(silent=silent)
    ends = {
        activity: each.ended
        for activity, each in seen.items()
        if each.ended >= 2 and 100 * each.ended >= cases and 5 * each.ended >= each.cases
    }
    needed = {activity: _needed(each, silent) for activity, each in seen.items()}
    return Learnt(
        silent=silent,
        ends=frozenset(ends),
        clear=5 * sum(ends.values()) >= 4 * cases,
        needed=needed,
    )


def _needed(seen: Seen, silent: int) -> int:
    """Return the fewest steps of silence after which nine of ten times nothing followed."""
    longer = sum(seen.gaps.values())
    if _SURE * (longer + 1) <= seen.ended:
        return 0
    for steps in sorted(seen.gaps):
        longer -= seen.gaps[steps]
        if _SURE * (longer + 1) <= seen.ended:
            return min(steps + 1, silent)
    return silent
