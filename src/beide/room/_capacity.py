"""How many people are at work in each hour, and what waiting they do not explain."""

from typing import NamedTuple

import numpy as np

from beide.room._arrays import WEEK, Bools, Floats, Ints
from beide.room._duty import Duty

_ALMOST_ALL = 0.9
"""People at work in an hour: as many as are busy nine tenths of the time while work waits."""
_ENOUGH = 4.0
"""Hours with work waiting, below which an hour of the week takes what the others show."""
_MOMENT = 0.05
"""Hours; being idle for less than three minutes is no reason why work waits."""


class Spans(NamedTuple):
    """Stretches of time in which nothing changes for one role.

    ``done`` is how many pieces of work are completed at the end of each stretch.
    """

    begins: Floats
    lengths: Floats
    busy: Floats
    waiting: Floats
    done: Ints
    slot: Ints


def spans(ready: Floats, start: Floats, end: Floats) -> Spans:
    """Return how many pieces of work are in hand and waiting, from hour to hour."""
    hours = np.arange(np.floor(ready.min()), np.ceil(end.max()) + 1)
    moments = np.unique(np.concatenate([hours, ready, start, end]))
    busy = _level(moments, start, end)
    waiting = _level(moments, ready, start)
    slot = np.floor(moments[:-1]).astype(np.int64) % WEEK
    done = np.bincount(np.searchsorted(moments, end), minlength=len(moments))[1:]
    return Spans(moments[:-1], np.diff(moments), busy, waiting, done, slot)


def _level(moments: Floats, up: Floats, down: Floats) -> Floats:
    """Return in how many of the spans from ``up`` to ``down`` each stretch lies."""
    change = np.zeros(len(moments))
    np.add.at(change, np.searchsorted(moments, up), 1)
    np.add.at(change, np.searchsorted(moments, down), -1)
    found: Floats = np.cumsum(change)[:-1]
    return found


def people_at_work(found: Spans, duty: Duty) -> Floats:
    """Return how many people are at work in each hour of the week, ``(168,)``.

    While work waits, everyone who is there is busy; so that is where they are counted. Hours in
    which work hardly ever waits take the most that is seen in other hours.

    Work that someone leaves lying until they are back looks as if it were in hand. It shows in the
    hours around it in that less gets done, and then fewer people are counted.
    """
    on = duty.on[found.slot] & (found.lengths > 0)
    pressed = on & (found.waiting > 0)
    overall = _most(found, pressed) if found.lengths[pressed].sum() >= _ENOUGH else _most(found, on)
    people = np.zeros(WEEK)
    for slot in np.flatnonzero(duty.on):
        here = pressed & (found.slot == slot)
        enough = found.lengths[here].sum() >= _ENOUGH
        people[slot] = _most(found, here) if enough else overall
    return np.where(duty.on, np.maximum(1.0, np.round(people * _pace(found, pressed, people))), 0.0)


def _pace(found: Spans, pressed: Bools, people: Floats) -> Floats:
    """Return how much gets done in each hour for each person who seems there; 1 is as usual.

    Told only where chance does not explain it: two standard deviations below what is usual.
    """
    done = np.bincount(found.slot[pressed], found.done[pressed], minlength=WEEK)
    could = np.bincount(found.slot[pressed], found.lengths[pressed], minlength=WEEK) * people
    around = np.ones(3)
    ended, could = (np.convolve(np.pad(each, 1, "wrap"), around, "valid") for each in (done, could))
    usual = could * ended.sum() / max(could.sum(), 1e-9)
    slow = ended < usual - 2.0 * np.sqrt(usual)
    found_pace: Floats = np.where(slow, ended / np.maximum(usual, 1e-9), 1.0)
    return found_pace


def _most(found: Spans, chosen: Bools) -> float:
    """Return under which number busy people are nine tenths of the time; 1 at least."""
    if not chosen.any():
        return 1.0
    busy, length = found.busy[chosen], found.lengths[chosen]
    order = np.argsort(busy)
    passed = np.cumsum(length[order])
    return max(1.0, float(busy[order][np.searchsorted(passed, _ALMOST_ALL * passed[-1])]))


def available(found: Spans, people: Floats, ready: Floats, start: Floats) -> Floats:
    """Return from when each piece of work could have been done by someone.

    Work that waits while someone is idle cannot have been there yet: it waited for something else.
    """
    idle = (found.busy + 0.5 < people[found.slot]) & (found.lengths > _MOMENT)
    ends = np.where(idle, found.begins + found.lengths, -np.inf)
    last = np.concatenate([[-np.inf], np.maximum.accumulate(ends)])
    # The stretches that end by the time the work begins.
    until = np.searchsorted(found.begins + found.lengths, start, side="right")
    could: Floats = np.clip(last[until], ready, np.maximum(ready, start))
    return could
