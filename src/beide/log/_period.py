"""Which period a log is about: single odd dates left out, and stretches without any event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from beide.engine import Engine, Row, Table

_DAY = timedelta(days=1)
_FEW = 20
"""With fewer events, or days with an event, nothing is called odd or unusual."""

Days = Sequence[tuple[date, int]]
"""Days with an event and how many, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """From the first to the last event, without the ``outside`` ones whose dates are odd.

    ``future`` events lie after the moment of reading. ``gaps`` are from the last day with an event
    to the next. Times are UTC without saying so.
    """

    from_: datetime
    until: datetime
    outside: int
    future: int
    gaps: tuple[tuple[date, date], ...]


def period_of(engine: Engine, events: Table, *, now: datetime) -> Period:
    """Return the period that events are about.

    Parameters
    ----------
    engine
        Counts the events by day.
    events
        Any table with ``time``.
    now
        The moment of reading, UTC without saying so; later events are in the future.
    """
    counted = events.group_by(day=events.time.truncate("D")).aggregate(
        n=events.count(), first=events.time.min(), last=events.time.max()
    )
    rows = engine.rows(counted.order_by("day"))
    days = [(row["day"].date(), int(row["n"])) for row in rows]
    low, high = bounds(days, last=now.date())
    inside = [row for row in rows if low <= row["day"].date() <= high]
    seen: Row = {
        "first": inside[0]["first"],
        "last": inside[-1]["last"],
        "future": 0,
        "outside": sum(row["n"] for row in rows) - sum(row["n"] for row in inside),
    }
    if rows[-1]["last"] > now:
        seen = _with_future(engine, events, low, high, now=now)
    return Period(
        from_=seen["first"],
        until=seen["last"],
        outside=int(seen["outside"]),
        future=int(seen["future"]),
        gaps=tuple(gaps([row["day"].date() for row in inside])),
    )


def _with_future(engine: Engine, events: Table, low: date, high: date, *, now: datetime) -> Row:
    """Return the first and last event of a period, without those after now where there are others.

    Part of a day may lie in the future, so that counts by day do not tell.
    """
    moment = events.time.truncate("D").date()
    inside = (moment >= low) & (moment <= high)
    last = events.time.max(where=inside & (events.time <= now))
    asked = {
        "first": events.time.min(where=inside),
        "last": last.coalesce(events.time.max(where=inside)),
        "future": (events.time > now).sum(),
        "outside": (~inside & (events.time <= now)).sum(),
    }
    return engine.rows(events.aggregate(**asked))[0]


def bounds(days: Days, *, last: date) -> tuple[date, date]:
    """Return the first and the last day of a period; what lies after ``last`` is left out.

    The outermost half percent of events (one at least) on a side is odd when it lies further from
    the others than a quarter of the time that they take.
    """
    known = [(day, count) for day, count in days if day <= last] or list(days)
    low, high = known[0][0], known[-1][0]
    events = sum(count for _, count in known)
    if events < _FEW:
        return low, high
    few = max(1, events // 200)
    near_low, near_high = _past(known, few), _past(reversed(known), few)
    width = (near_high - near_low) / 4
    return (
        near_low if near_low - low > width else low,
        near_high if high - near_high > width else high,
    )


def _past(days: Iterable[tuple[date, int]], few: int) -> date:
    """Return the first day on which more than a few events have been seen."""
    seen = 0
    for day, count in days:
        seen += count
        if seen > few:
            return day
    raise AssertionError  # few is less than there are


def gaps(days: Sequence[date]) -> list[tuple[date, date]]:
    """Return from which day to which nothing happened, where that is unusual; the longest first.

    Unusual is a week or more, and more than two and a half times as long as 95% of the times
    between two days with an event.
    """
    if len(days) < _FEW:
        return []
    lengths = sorted(later - day for day, later in pairwise(days))
    usual = lengths[-(-len(lengths) * 95 // 100) - 1]
    found = [
        (day, later)
        for day, later in pairwise(days)
        if later - day >= 7 * _DAY and later - day > 2.5 * usual
    ]
    return sorted(found, key=lambda gap: (gap[0] - gap[1], gap[0]))
