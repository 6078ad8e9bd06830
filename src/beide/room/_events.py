"""A log as plain arrays: what was done, by which role, from when until when."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from beide.room._arrays import Bools, Floats, Ints


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """Events in order of case, and in a case of completion.

    Times are hours of local clock time since a Monday at 0:00.

    Attributes
    ----------
    roles, activities
        Names, by code.
    case, activity, role
        Of each event, ``(events,)``; cases count from 0, role is -1 where nobody is named.
    start, end
        When it was begun (not a number where that is not known) and completed, ``(events,)``.
    whole
        Of each case, whether it was seen from its beginning to its end, ``(cases,)``.
    since, until
        The beginning and the end of what the log tells, in hours.
    """

    roles: Sequence[str]
    activities: Sequence[str]
    case: Ints
    activity: Ints
    role: Ints
    start: Floats
    end: Floats
    whole: Bools
    since: float
    until: float

    @property
    def first(self) -> Ints:
        """Where the events of each case begin, and where those of the last one end."""
        found: Ints = np.searchsorted(self.case, np.arange(len(self.whole) + 1)).astype(np.int64)
        return found

    @property
    def begins(self) -> Floats:
        """When each case begins: the start of its first event, or its completion."""
        start, end = self.start[self.first[:-1]], self.end[self.first[:-1]]
        found: Floats = np.where(np.isnan(start), end, np.minimum(start, end))
        return found

    @property
    def lead(self) -> Floats:
        """How long each case took, from its first completion to its last, in hours."""
        found: Floats = self.end[self.first[1:] - 1] - self.end[self.first[:-1]]
        return found

    def of_cases(self, chosen: Bools) -> "Events":
        """Return the events of some of the cases."""
        number = np.cumsum(chosen) - 1
        keep = chosen[self.case]
        return replace(
            self,
            case=number[self.case[keep]].astype(np.int64),
            activity=self.activity[keep],
            role=self.role[keep],
            start=self.start[keep],
            end=self.end[keep],
            whole=self.whole[chosen],
        )

    def before(self, moment: float) -> "Events":
        """Return what was known at a moment: what was completed by then."""
        seen = self.end <= moment
        complete = np.ones(len(self.whole), dtype=bool)
        np.logical_and.at(complete, self.case, seen)
        number = np.unique(self.case[seen], return_inverse=True)
        return replace(
            self,
            case=number[1].astype(np.int64),
            activity=self.activity[seen],
            role=self.role[seen],
            start=self.start[seen],
            end=self.end[seen],
            whole=(self.whole & complete)[number[0]],
            until=moment,
        )
