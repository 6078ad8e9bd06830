"""What stands out in a normalised log: its ends, its period, and rows that a program added."""

from datetime import datetime, timedelta
from typing import Any

from beide.engine import Engine, Table
from beide.log._findings import Finding
from beide.log._model import utc
from beide.log._normalise import Written
from beide.log._period import Period

_CODES = """
    equal_times artificial far_off gap ends ends_unknown ends_unclear running stopped cut_start
    steady
"""
LOG_CODES = frozenset(_CODES.split())
"""The findings that are told here, anew whenever a log grows."""

_ADDED = """
    start end begin einde eind stop startevent endevent startproces eindproces eindeproces
    startprocess endprocess processstart processend artificialstart artificialend source sink
"""
_ARTIFICIAL = frozenset(_ADDED.split())
_ALMOST_ALL = 0.9
_NAMED = 6
"""So many end steps are named."""


def log_findings(
    engine: Engine, events: Table, written: Written, *, ends_given: bool
) -> list[Finding]:
    """Return what stands out in a log as it was written.

    Parameters
    ----------
    engine
        Counts.
    events
        The log's events.
    written
        What was counted when it was written.
    ends_given
        Whether a person said with which activities cases end.
    """
    equal = engine.rows(events.aggregate(n=(events.next_time == events.time).sum()))[0]["n"]
    found = [
        Finding(code="equal_times", count=int(equal or 0)),
        *_artificial(engine, events, written),
        *_odd_dates(written.period),
        *_gaps(written.period),
        *_ends(written, ends_given=ends_given),
        *_cases(written),
    ]
    return [each for each in found if each.count]


def told_of(written: Written) -> dict[str, Any]:
    """Return what ``About`` says of a log as it was written."""
    counts, period, judged = written.counts, written.period, written.judged
    counted = ("cases", "events", "activities", "roles", "finished", "whole")
    return {
        **{name: int(counts[name]) for name in counted},
        "from_": utc(counts["first"]),
        "until": utc(counts["last"]),
        "ends": tuple(written.names[code] for code in sorted(judged.end_codes)),
        "starts": tuple(written.names[code] for code in sorted(judged.start_codes)),
        "window_from": utc(period.from_),
        "window_until": utc(period.until),
        "steady_from": utc(steady_from(written)),
    }


def steady_from(written: Written) -> datetime:
    """Return from when on slow cases, too, can have been finished within the log."""
    period = written.period
    usual = timedelta(microseconds=float(written.counts["longest_usual"] or 0))
    return period.from_ + min(usual, (period.until - period.from_) / 2)


def _artificial(engine: Engine, events: Table, written: Written) -> list[Finding]:
    """Find activities that are called start or end, and stand at that place in nearly all cases."""
    codes = [code for code, name in enumerate(written.names) if _plain(name) in _ARTIFICIAL]
    if not codes:
        return []
    rows = events.filter(events.activity.isin(codes))
    counted = rows.group_by("activity").aggregate(
        n=rows.count(),
        first=(rows.position == 0).sum(),
        last=rows.next_activity.isnull().sum(),
    )
    least = _ALMOST_ALL * written.counts["cases"]
    found = []
    for row in engine.rows(counted.order_by("activity")):
        outer = max(int(row["first"]), int(row["last"]))
        if outer >= least and outer >= _ALMOST_ALL * row["n"]:
            told = {"activity": written.names[row["activity"]]}
            found.append(Finding(code="artificial", count=outer, data=told))
    return found


def _plain(name: str) -> str:
    return "".join(sign for sign in name.lower() if sign.isalpha())


def _odd_dates(period: Period) -> list[Finding]:
    told = {"from_": f"{period.from_:%Y-%m-%d}", "until": f"{period.until:%Y-%m-%d}"}
    return [Finding(code="far_off", count=period.outside, data=told)]


def _gaps(period: Period) -> list[Finding]:
    if not period.gaps:
        return []
    from_, until = (day.isoformat() for day in period.gaps[0])
    return [Finding(code="gap", count=len(period.gaps), data={"from_": from_, "until": until})]


def _ends(written: Written, *, ends_given: bool) -> list[Finding]:
    judged = written.judged
    if not ends_given and not judged.ends.known:
        return [Finding(code="ends_unknown", count=written.counts["cases"])]
    if not ends_given and not judged.ends.clear:
        return [Finding(code="ends_unclear", count=written.counts["cases"])]
    ends = [written.names[code] for code in sorted(judged.end_codes)]
    more = ["…"] if len(ends) > _NAMED else []
    told: dict[str, Any] = {"activities": ", ".join([*ends[:_NAMED], *more])}
    return [Finding(code="ends", count=len(ends), data=told)]


def _cases(written: Written) -> list[Finding]:
    counts = written.counts
    stopped = counts["cases"] - counts["finished"] - int(counts["running"])
    steady = f"{steady_from(written):%Y-%m-%d}"
    shown = counts["whole"] if written.judged.ends.known else 0
    return [
        Finding(code="running", count=int(counts["running"])),
        Finding(code="stopped", count=stopped),
        Finding(code="cut_start", count=int(counts["cut_start"])),
        Finding(code="steady", count=shown, data={"steady": steady}),
    ]
