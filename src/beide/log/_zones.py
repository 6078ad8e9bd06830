"""Times without a zone: from the clock of a place to UTC, with the hours that a clock skips."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from beide.engine import Engine, Table
from beide.errors import WrongOption

_MICRO = timedelta(microseconds=1)
_PROBE = timedelta(days=14)
"""No place changes its clock and changes it back within this time."""

_OUR_TIME = range(1950, 2101)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of the clock: from when it reads otherwise, and how far it is ahead of UTC."""

    at: datetime
    before: timedelta
    after: timedelta

    @property
    def wall(self) -> datetime:
        """What the clock reads when the later offset begins to hold for certain."""
        return self.at + max(self.before, self.after)

    @property
    def from_(self) -> datetime:
        """What the clock reads where the skipped or repeated time begins; it ends at ``wall``."""
        return self.at + min(self.before, self.after)

    @property
    def skips(self) -> bool:
        """Whether the clock goes forward, so that some times never were."""
        return self.after > self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The clock of a place, in the years that a source is about.

    ``first`` is how far it is ahead of UTC before the first change.
    """

    first: timedelta
    changes: tuple[Change, ...]

    def to_utc(self, moment: Table, zoneless: Table) -> Table:
        """Return times of which those without a zone were read from this clock.

        A time that the clock read twice is taken as the first; one that it skipped is taken as if
        the clock had not gone forward yet.
        """
        import ibis

        ahead: Table = ibis.literal(self.first // _MICRO, "int64")
        if self.changes:
            branches = (
                (moment >= ibis.timestamp(change.wall), change.after // _MICRO)
                for change in reversed(self.changes)
            )
            ahead = ibis.cases(*branches, else_=self.first // _MICRO)
        return zoneless.ifelse(moment - ahead.as_interval("us"), moment)

    def skipped(self, moment: Table) -> Table:
        """Tell of each time, as the clock read it, whether it never was."""
        return self._within(moment, (each for each in self.changes if each.skips))

    def twice(self, moment: Table) -> Table:
        """Tell of each time, as the clock read it, whether it was there twice."""
        return self._within(moment, (each for each in self.changes if not each.skips))

    @staticmethod
    def _within(moment: Table, changes: Iterable[Change]) -> Table:
        import ibis

        inside: Table = ibis.literal(value=False)
        for change in changes:
            low, high = ibis.timestamp(change.from_), ibis.timestamp(change.wall)
            inside = inside | ((moment >= low) & (moment < high))
        return inside


def checked_zone(name: str) -> ZoneInfo:
    """Return a time zone by its IANA name, or raise ``WrongOption``."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise WrongOption(
            option="zone",
            value=name,
            expected_nl="de naam van een tijdzone, zoals Europe/Amsterdam of UTC",
            expected_en="the name of a time zone, such as Europe/Amsterdam or UTC",
        ) from error


def clock_of(zone: ZoneInfo, engine: Engine, moments: Table, columns: Iterable[str]) -> Clock:
    """Return the clock of a zone for the years in which the columns of a table have times."""
    years: set[int] = set()
    for column in columns:
        known = moments.filter(moments[column].notnull())
        years.update(engine.values(known.select(year=known[column].year()).distinct(), "year"))
    return clock_in(zone, years)


def clock_of_our_time(zone: ZoneInfo) -> Clock:
    """Return the clock of a zone for every year that people now write about."""
    return clock_in(zone, _OUR_TIME)


def clock_in(zone: ZoneInfo, years: Iterable[int]) -> Clock:
    """Return the clock of a zone for some years."""
    known = sorted(set(years)) or [_OUR_TIME[0]]
    return Clock(first=_ahead(zone, _begin(known[0])), changes=tuple(_changes(zone, known)))


def _changes(zone: ZoneInfo, years: list[int]) -> Iterator[Change]:
    """Give the changes in the years, and what changed in the years between them as one change."""
    ahead: timedelta | None = None
    for year in years:
        begin = _begin(year)
        end = datetime(min(year, 9998), 12, 31) + timedelta(days=1)  # noqa: DTZ001
        now = _ahead(zone, begin)
        if ahead is not None and now != ahead:
            yield Change(at=begin, before=now, after=now)
        ahead = now
        for low, high in pairwise(_probes(begin, end)):
            after = _ahead(zone, high)
            if after != ahead:
                yield Change(at=_turn(zone, low, high), before=ahead, after=after)
                ahead = after


def _begin(year: int) -> datetime:
    """Return the last moment, in UTC, at which it is not yet that year anywhere."""
    return datetime(max(year, 2), 1, 1) - timedelta(days=1)  # noqa: DTZ001  (UTC by itself)


def _probes(begin: datetime, end: datetime) -> Iterator[datetime]:
    while begin < end:
        yield begin
        begin += _PROBE
    yield end


def _turn(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """Return the moment between two at which the offset changes, to the second."""
    after = _ahead(zone, high)
    while high - low > timedelta(seconds=1):
        middle = low + timedelta(seconds=(high - low) // timedelta(seconds=1) // 2)
        low, high = (low, middle) if _ahead(zone, middle) == after else (middle, high)
    return high


def _ahead(zone: ZoneInfo, moment: datetime) -> timedelta:
    """Return how far a clock is ahead of UTC at a moment in UTC."""
    return moment.replace(tzinfo=UTC).astimezone(zone).utcoffset() or timedelta(0)
