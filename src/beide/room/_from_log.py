"""Asking a log for its events, as plain arrays in local time."""

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import numpy as np

from beide.errors import TooLittleData, WrongOption
from beide.room._arrays import WEEK, Bools, Floats, Ints
from beide.room._events import Events
from beide.room._fit import kept

if TYPE_CHECKING:
    from datetime import datetime

    from beide.log import Log

Teams: TypeAlias = Literal["roles", "activities", "one"]
MINIMUM_WEEKS, MINIMUM_CASES = 13, 300
_HOUR, _MICROSECONDS = 3600.0, 1e6
_FIRST_MONDAY = 96
"""Hours from the first of January 1970, a Thursday, to the Monday after it."""
_FEWEST_JUDGED = 9
"""Weeks of which the cases were seen to their end; the slowest ones at the end were not."""
_GIANT = 0.2
"""A case with more than this part of all events is no case like the others."""


def events_of(log: "Log", *, zone: str | None = None, teams: Teams = "roles") -> Events:
    """Return the events of a log.

    Parameters
    ----------
    log
        A normalised log.
    zone
        In which time zone people work, such as ``Europe/Amsterdam``; default the zone that the log
        was read with.
    teams
        What a team is: ``roles`` as in the log; ``activities`` when each is done by a team of its
        own; ``one`` when all work is done by one team.

    Raises
    ------
    TooLittleData
        When the log has fewer than 13 weeks or 300 cases, no roles, or one giant case.
    WrongOption
        When there is no such zone or kind of team.
    """
    _check_teams(log, teams)
    rows = _rows(log)
    found = _events(log, rows, teams, _zone(zone or log.about.zone_assumed))
    _check_enough(found)
    return found


def _rows(log: "Log") -> dict[str, Any]:
    """Return the columns of the events, ordered by case and position."""
    import ibis

    from beide import engine

    here, epoch = engine.default(), ibis.timestamp("1970-01-01 00:00:00")
    events = here.read_parquet([log.file("events")])
    cases = here.read_parquet([log.file("cases")]).select("case", "whole")
    told = events.select(
        "case",
        "position",
        activity=events.activity,
        role=events.role.coalesce(-1),
        start=events.start.delta(epoch, unit="microsecond"),
        end=events.time.delta(epoch, unit="microsecond"),
    ).order_by(["case", "position"])
    columns: dict[str, Any] = {
        name: here.values(told, name) for name in told.columns if name != "position"
    }
    columns["whole"] = here.values(cases.order_by("case"), "whole")
    for part in ("activities", "roles"):
        names = here.read_parquet([log.path / f"{part}.parquet"])
        columns[part] = tuple(here.values(names.order_by("code"), "name"))
    return columns


def _events(log: "Log", rows: dict[str, Any], teams: Teams, zone: ZoneInfo) -> Events:
    activity = np.array(rows["activity"], dtype=np.int64)
    role, names = _teams(rows, activity, teams)
    since, until = _hour_of(log.about.window_from, zone), _hour_of(log.about.window_until, zone)
    monday = np.floor((since - _FIRST_MONDAY) / WEEK) * WEEK + _FIRST_MONDAY
    start, end = (
        _local(np.array(rows[name], dtype=np.float64) / _MICROSECONDS, zone) - monday
        for name in ("start", "end")
    )
    everything = Events(
        roles=names,
        activities=rows["activities"],
        case=np.array(rows["case"], dtype=np.int64),
        activity=activity,
        role=role,
        start=start,
        end=end,
        whole=np.array(rows["whole"], dtype=np.bool_),
        since=since - monday,
        until=until - monday,
    )
    odd = (end < everything.since - 1) | (end > everything.until + 1)
    return _without(everything, odd)


def _without(events: Events, odd: Bools) -> Events:
    """Return the events without the cases that have one with an odd date."""
    if not odd.any():
        return events
    keep = np.ones(len(events.whole), dtype=np.bool_)
    keep[events.case[odd]] = False
    return events.of_cases(keep)


def _teams(rows: dict[str, Any], activity: Ints, teams: Teams) -> tuple[Ints, tuple[str, ...]]:
    if teams == "activities":
        return activity, rows["activities"]
    if teams == "one":
        return np.zeros(len(activity), dtype=np.int64), ("*",)
    return np.array(rows["role"], dtype=np.int64), rows["roles"]


def _local(seconds: Floats, zone: ZoneInfo) -> Floats:
    """Return UTC seconds as hours on the local clock since 1970."""
    from datetime import UTC, datetime

    known = ~np.isnan(seconds)
    hours, back = np.unique(np.floor(seconds[known] / _HOUR), return_inverse=True)
    moments = (datetime.fromtimestamp(float(hour) * _HOUR, UTC).astimezone(zone) for hour in hours)
    ahead = np.array([(each.utcoffset() or each - each).total_seconds() for each in moments])
    local = np.full(len(seconds), np.nan)
    local[known] = (seconds[known] + ahead[back]) / _HOUR
    return local


def _hour_of(moment: "datetime", zone: ZoneInfo) -> float:
    return float(_local(np.array([moment.timestamp()]), zone)[0])


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise WrongOption(
            option="zone",
            value=name,
            expected_nl="een tijdzone zoals Europe/Amsterdam",
            expected_en="a time zone such as Europe/Amsterdam",
        ) from problem


def _check_teams(log: "Log", teams: str) -> None:
    if teams not in get_args(Teams):
        raise WrongOption(
            option="teams",
            value=teams,
            expected_nl="roles, activities of one",
            expected_en="roles, activities or one",
        )
    if teams == "roles" and not log.about.roles:
        raise TooLittleData(
            what_nl="het log vertelt niet welke rol of welk team het werk deed",
            what_en="the log does not tell which role or team did the work",
            needed_nl="een kolom met rollen (role), of teams='activities' als elke stap zijn eigen "
            "team heeft, of teams='one' als één team alles doet",
            needed_en="a column with roles (role), or teams='activities' when each activity has "
            "a team of its own, or teams='one' when one team does everything",
        )


def _check_enough(events: Events) -> None:
    weeks, cases = int((events.until - events.since) / WEEK), int(events.whole.sum())
    judged = kept(events) if cases else None
    if judged is not None and judged.last - judged.first < _FEWEST_JUDGED:
        weeks = min(weeks, max(0, judged.last - judged.first))
    if weeks < MINIMUM_WEEKS or cases < MINIMUM_CASES:
        raise TooLittleData(
            what_nl=f"het log telt {weeks} weken en {cases} hele casussen",
            what_en=f"the log has {weeks} weeks and {cases} whole cases",
            needed_nl=f"minstens {MINIMUM_WEEKS} weken en {MINIMUM_CASES} casussen",
            needed_en=f"at least {MINIMUM_WEEKS} weeks and {MINIMUM_CASES} cases",
        )
    largest = int(np.diff(events.first).max())
    if largest > _GIANT * len(events.end):
        raise TooLittleData(
            what_nl=f"één casus heeft {largest} van de {len(events.end)} stappen",
            what_en=f"one case has {largest} of the {len(events.end)} events",
            needed_nl="een log zonder die casus, of een kolom die hem in gewone casussen splitst",
            needed_en="a log without that case, or a column that splits it into ordinary cases",
        )
