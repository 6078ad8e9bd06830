"""A clock that runs only while people work: what it shows at the start of each day, in UTC."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from beide.errors import TooLittleData
from beide.log.outcomes._calendar import Calendar
from beide.log.outcomes._hours import Hours

Piece = tuple[int, int]
"""From and until, in microseconds since a day in UTC began."""

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_MICROSECOND = timedelta(microseconds=1)
_EARLIEST, _LATEST = 1800, 2200


@dataclass(frozen=True, slots=True)
class Day:
    """A day in UTC: when people work in it, and how long they worked since the first day."""

    day: date
    before: int
    """Microseconds."""
    pieces: tuple[Piece, ...]


def days(calendar: Calendar, hours: Hours, first: date, last: date) -> tuple[Day, ...]:
    """Return what the clock shows on every day from the first to the last, in UTC.

    Where the clock on the wall is put forward or back, people work as long as it is between the
    hours on the wall: an hour that does not exist is not worked, one that comes twice is worked
    twice.

    Raises
    ------
    TooLittleData
        When the days are not between 1800 and 2200, as no truly recorded day is.
    """
    if first.year < _EARLIEST or last.year > _LATEST:
        raise TooLittleData(
            what_nl=f"het log loopt van {first} tot {last}, en van zulke jaren is er geen agenda",
            what_en=f"the log runs from {first} to {last}, and of such years there is no calendar",
            needed_nl="een log zonder datums die niet kunnen kloppen",
            needed_en="a log without dates that cannot be right",
        )
    zone, free = ZoneInfo(calendar.zone), calendar.free(first - 2 * _DAY, last + 2 * _DAY)
    found, before = [], 0
    for number in range((last - first).days + 1):
        day = first + number * _DAY
        pieces = tuple(_pieces(day, zone, hours, free))
        found.append(Day(day, before, pieces))
        before += sum(until - from_ for from_, until in pieces)
    return tuple(found)


def _pieces(day: date, zone: ZoneInfo, hours: Hours, free: frozenset[date]) -> Iterator[Piece]:
    """Give when people work within a day in UTC."""
    midnight = datetime.combine(day, time())
    for from_, until in _stretches(midnight, zone):
        offset = _offset(from_, zone)
        for begin, end in _worked(from_ + offset, until + offset, hours, free):
            yield (
                (begin - offset - midnight) // _MICROSECOND,
                (end - offset - midnight) // _MICROSECOND,
            )


def _worked(
    from_: datetime, until: datetime, hours: Hours, free: frozenset[date]
) -> Iterator[tuple[datetime, datetime]]:
    """Give when people work between two times on the wall, each moment once."""
    reached = from_
    for begin, end in sorted(_windows(from_.date() - _DAY, until.date(), hours, free)):
        begin, end = max(begin, reached), min(end, until)
        if begin < end:
            yield begin, end
            reached = end


def _windows(
    first: date, last: date, hours: Hours, free: frozenset[date]
) -> Iterator[tuple[datetime, datetime]]:
    for number in range((last - first).days + 1):
        day = first + number * _DAY
        if day not in free:
            midnight = datetime.combine(day, time())
            for from_, until in hours.week[day.weekday()]:
                yield midnight + timedelta(minutes=from_), midnight + timedelta(minutes=until)


def _stretches(midnight: datetime, zone: ZoneInfo) -> Sequence[tuple[datetime, datetime]]:
    """Return a day in UTC in parts, in each of which the zone is equally far from UTC."""
    end = midnight + _DAY
    if _offset(midnight, zone) == _offset(end - _SECOND, zone):
        return [(midnight, end)]
    low, high = 0, _DAY // _SECOND - 1
    while high - low > 1:
        middle = (low + high) // 2
        same = _offset(midnight + middle * _SECOND, zone) == _offset(midnight, zone)
        low, high = (middle, high) if same else (low, middle)
    change = midnight + high * _SECOND
    return [(midnight, change), (change, end)]


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    """Return how far a zone is ahead of UTC, at a time in UTC that does not say so."""
    ahead = moment.replace(tzinfo=UTC).astimezone(zone).utcoffset()
    assert ahead is not None  # noqa: S101  (a time in a zone always has one)
    return ahead
