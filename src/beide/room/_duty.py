"""When a role is at work, seen from when its work begins and ends."""

from typing import NamedTuple

import numpy as np

from beide.room._arrays import WEEK, Bools, Floats, Ints
from beide.room._events import Events

_ENOUGH = 200
"""With fewer moments than this a role takes the hours of all roles together."""
_SELDOM = 0.15
"""An hour with less than this part of what a usual hour holds is no working hour."""


class Duty(NamedTuple):
    """The working hours of one role as a line: how many have passed before each hour.

    Attributes
    ----------
    on
        Whether each hour of the week is a working hour, ``(168,)``.
    passed
        Working hours in the week before each hour, and in all of it, ``(169,)``.
    """

    on: Bools
    passed: Floats

    def before(self, moment: Floats) -> Floats:
        """Return how many working hours there were before each moment."""
        week, hour = np.divmod(moment, WEEK)
        slot = np.minimum(hour.astype(np.int64), WEEK - 1)
        part = self.passed[slot] + self.on[slot] * (hour - slot)
        found: Floats = week * self.passed[-1] + part
        return found

    def between(self, start: Floats, end: Floats) -> Floats:
        """Return the working hours in each span; the clock's hours where there are none at all."""
        worked = self.before(end) - self.before(start)
        clock = np.maximum(end - start, 0.0)
        found: Floats = np.where(worked > 0, worked, np.minimum(clock, 1.0))
        return found


def duty_of(on: Bools) -> Duty:
    """Return the line of working hours of a week."""
    return Duty(on, np.concatenate([[0.0], np.cumsum(on.astype(np.float64))]))


def duties(events: Events) -> tuple[Duty, ...]:
    """Return the working hours of each role.

    An hour of the week is a working hour when enough of the role's work begins or ends in it.
    """
    known = ~np.isnan(events.start)
    # The very end of an hour belongs to that hour when work ends there, as at the end of a day.
    ended = np.ceil(events.end).astype(np.int64) - 1
    begun = np.floor(events.start[known]).astype(np.int64)
    slots = np.concatenate([ended, begun]) % WEEK
    role = np.concatenate([events.role, events.role[known]])
    everyone = _hours(slots[role >= 0])
    found = []
    for number in range(len(events.roles)):
        own = slots[role == number]
        found.append(_hours(own) if len(own) >= _ENOUGH else everyone)
    return tuple(duty_of(on) for on in found)


def _hours(slots: Ints) -> Bools:
    counts = np.bincount(slots, minlength=WEEK)
    if not counts.sum():
        return np.ones(WEEK, dtype=np.bool_)
    # A usual hour: the one in which the middle one of all moments lies, ordered by how full it is.
    full = np.sort(counts)
    usual = full[np.searchsorted(np.cumsum(full), counts.sum() / 2)]
    found: Bools = counts >= max(1.0, _SELDOM * usual)
    return found
