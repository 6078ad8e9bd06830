"""A calendar as a line: hours of work before a moment, and the moment after so many hours."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from beide.demo._holidays import holidays
from beide.demo._truths import Truths

Seconds = NDArray[np.float64]
EPOCH = date(1970, 1, 1)
DAY = 86_400
AFTER_THE_END = timedelta(days=120)  # long enough for the slowest order to finish


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """One calendar. Moments are seconds of local clock time since 1970, work is in seconds."""

    opens: Seconds
    lengths: Seconds
    worked: Seconds  # work done before each day opens

    def work_until(self, moment: Seconds) -> Seconds:
        """Return the working time before a moment."""
        day = np.searchsorted(self.opens, moment, side="right") - 1
        today = np.minimum(moment - self.opens[day], self.lengths[day])
        return np.asarray(self.worked[day] + today)

    def begin_after(self, work: Seconds) -> Seconds:
        """Return the first moment of work after this much; never the very end of a day."""
        day = np.searchsorted(self.worked, work, side="right") - 1
        return np.asarray(self.opens[day] + (work - self.worked[day]))

    def end_after(self, work: Seconds) -> Seconds:
        """Return the moment at which this much work is done; may be the end of a day."""
        day = np.searchsorted(self.worked, work, side="left") - 1
        return np.asarray(self.opens[day] + (work - self.worked[day]))

    def next_day(self, moment: Seconds) -> Seconds:
        """Return when the day after this moment opens."""
        return self.opens[np.searchsorted(self.opens, moment, side="right")]

    def closes(self, moment: Seconds) -> Seconds:
        """Return when the day of this moment closes."""
        day = np.searchsorted(self.opens, moment, side="right") - 1
        return np.asarray(self.opens[day] + self.lengths[day])


def seconds(day: date) -> int:
    """Return midnight of a day as seconds since 1970."""
    return (day - EPOCH).days * DAY


def working_times(truths: Truths, *, since: date, until: date) -> Mapping[str, WorkingTime]:
    """Lay out every calendar from ``since`` until well after ``until``."""
    length = (until - since + AFTER_THE_END).days
    days = tuple(since + timedelta(days=step) for step in range(length))
    free = frozenset[date]().union(
        *(holidays(year, rules=truths.holidays) for year in {day.year for day in days})
    )
    return {
        key: _lay_out([day for day in days if day not in free], week=week)
        for key, week in truths.calendars.items()
    }


def _lay_out(days: list[date], *, week: tuple[str, ...]) -> WorkingTime:
    hours = [_hours(text) for text in week]
    working = [(day, hours[day.weekday()]) for day in days]
    open_days = [(seconds(day) + span[0], span[1] - span[0]) for day, span in working if span]
    opens, lengths = np.array(open_days, dtype=np.float64).T
    return WorkingTime(opens=opens, lengths=lengths, worked=np.cumsum(lengths) - lengths)


def _hours(text: str) -> tuple[int, int] | None:
    """Read "08:30-17:00" as seconds of the day; nothing means closed."""
    if not text:
        return None
    begin, end = (datetime.strptime(part, "%H:%M") for part in text.split("-"))  # noqa: DTZ007
    return (begin.hour * 3600 + begin.minute * 60, end.hour * 3600 + end.minute * 60)
