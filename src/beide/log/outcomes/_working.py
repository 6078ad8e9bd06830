"""Working time: how long people worked between two moments, by a join with the calendar's days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import ibis

from beide.engine import Table
from beide.errors import WrongOption
from beide.log.outcomes._calendar import Calendar
from beide.log.outcomes._clock import Day, days
from beide.log.outcomes._hours import Hours
from beide.log.outcomes._tables import Tables


def working_time(tables: Tables, cases: Table, calendar: Calendar) -> Table:
    """Return ``case`` and ``value``: the working time from the first event to the last.

    In microseconds. Where teams have hours of their own, the time from one event to the next counts
    by the hours of the team that does the next.
    """
    span = tables.rows(cases.aggregate(first=cases["first"].min(), last=cases["last"].max()))[0]
    if span["first"] is None:
        return cases.select("case", value=ibis.literal(0, "int64"))
    period = (span["first"].date(), span["last"].date())
    if not calendar.teams:
        spans = cases.select("case", since="first", until="last", hours=ibis.literal(0, "int64"))
        return _between(spans, _Clock.of(calendar, [calendar.hours], period))
    used = list(dict.fromkeys([calendar.hours, *calendar.teams.values()]))
    steps = _steps(tables, cases, calendar, used)
    worked = _between(steps, _Clock.of(calendar, used, period))
    in_all = worked.group_by("case").aggregate(worked=worked["value"].sum())
    known = cases.select("case").left_join(in_all, "case")
    return known.select("case", value=known["worked"].fill_null(0).cast("int64"))


def _steps(tables: Tables, cases: Table, calendar: Calendar, used: Sequence[Hours]) -> Table:
    """Return the time before each event but the first, with whose hours it counts by."""
    events = tables.events.semi_join(cases, "case")
    names = tables.names("roles")
    unknown = [team for team in calendar.teams if team not in names]
    if unknown:
        raise WrongOption(
            option="teams",
            value=unknown[0],
            expected_nl=f"een rol of team in het log ({', '.join(names) or 'die zijn er niet'})",
            expected_en=f"a role or team in the log ({', '.join(names) or 'there are none'})",
        )
    branches = [(names.index(team), used.index(own)) for team, own in calendar.teams.items()]
    later = events.filter(events["next_activity"].notnull())
    return later.select(
        "case",
        since=later["time"],
        until=later["next_time"],
        hours=later["next_role"].cases(*branches, else_=0).cast("int64"),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Clock:
    """A row a day and kind of hours; ``pieces`` is how often people begin to work in one day."""

    table: Table
    pieces: int

    @classmethod
    def of(cls, calendar: Calendar, hours: Sequence[Hours], period: tuple[date, date]) -> "_Clock":
        import pyarrow as pa

        found = [
            (at, day) for at, each in enumerate(hours) for day in days(calendar, each, *period)
        ]
        pieces = max(len(day.pieces) for _, day in found)
        columns = {
            "hours": pa.array([at for at, _ in found], pa.int64()),
            "day": pa.array([day.day for _, day in found], pa.date32()),
            "before": pa.array([day.before for _, day in found], pa.int64()),
        }
        for piece in range(pieces):
            for end, name in enumerate(("from", "until")):
                moments = [_end(day, piece, end) for _, day in found]
                columns[f"{name}_{piece}"] = pa.array(moments, pa.int64())
        return cls(ibis.memtable(pa.table(columns)), pieces)

    def shown(self, spans: Table, moment: str) -> Table:
        """Return the spans with what the clock shows at a moment of theirs, as ``at_<moment>``."""
        day = spans[moment].date()
        clock = self.table.view().select(
            clock_hours="hours",
            clock_day="day",
            **{name: name for name in self.table.columns if name not in {"hours", "day"}},
        )
        joined = spans.join(
            clock, [spans["hours"] == clock["clock_hours"], day == clock["clock_day"]]
        )
        since = joined[moment].delta(joined[moment].truncate("D"), unit="microsecond")
        worked = joined["before"]
        for piece in range(self.pieces):
            reached = ibis.least(since, joined[f"until_{piece}"]) - joined[f"from_{piece}"]
            worked = worked + ibis.greatest(reached, 0)
        return joined.select(*spans.columns, **{f"at_{moment}": worked})


def _end(day: Day, piece: int, end: int) -> int:
    return day.pieces[piece][end] if piece < len(day.pieces) else 0


def _between(spans: Table, clock: _Clock) -> Table:
    """Return ``case`` and ``value``: what the clock ran in each span."""
    both = clock.shown(clock.shown(spans, "since"), "until")
    return both.select("case", value=both["at_until"] - both["at_since"])
