"""Outcomes, found slowly and plainly: what the fast ones must agree with."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from beide.log import Calendar, FirstTimeRight, Hours, Log
from tests.unit.log.questions.reference import Case, marked

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def worked(calendar: Calendar, hours: Hours, since: datetime, until: datetime) -> timedelta:
    """Look at the clock on the wall every minute, and count those at which people work."""
    zone, free = ZoneInfo(calendar.zone), calendar.free(since.date() - 3 * DAY, until.date() + DAY)
    count, now = 0, since
    while now < until:
        count += works(hours, free, now.replace(tzinfo=UTC).astimezone(zone))
        now += MINUTE
    return count * MINUTE


def works(hours: Hours, free: frozenset[date], wall: datetime) -> bool:
    minute = wall.hour * 60 + wall.minute
    for day, passed in ((wall.date(), minute), (wall.date() - DAY, minute + 24 * 60)):
        if day not in free and any(a <= passed < b for a, b in hours.week[day.weekday()]):
            return True
    return False


def worked_by_teams(calendar: Calendar, case: Case) -> timedelta:
    """Each step counts by the hours of whoever does it, or else by everybody's."""
    return sum(
        (
            worked(calendar, calendar.teams.get(two.role or "", calendar.hours), one.time, two.time)
            for one, two in case.pairs
        ),
        timedelta(0),
    )


def busy(case: Case) -> tuple[timedelta, timedelta] | None:
    """Tick off every minute in which somebody works; the others from begin to end are waiting."""
    if any(event.start is None or event.start > event.time for event in case.events):
        return None
    starts = [event.start for event in case.events if event.start is not None]
    now, end, ticked, idle = min(starts), case.last, 0, 0
    while now < end:
        if any(a <= now < event.time for a, event in zip(starts, case.events, strict=True)):
            ticked += 1
        else:
            idle += 1
        now += MINUTE
    return ticked * MINUTE, idle * MINUTE


def right(case: Case, means: FirstTimeRight) -> bool:
    done = Counter(event.activity for event in case.events)
    again = {activity for activity, count in done.items() if count > 1}
    counted = again if means.once is None else again & set(means.once)
    return not counted and not set(means.never) & set(done)


def whole(found: Log, cases: Sequence[Case]) -> list[Case]:
    """Return the cases that are over, in the log's order."""
    return [case for case in marked(found, cases) if case.whole]
