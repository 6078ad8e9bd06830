"""Finding cases, and keeping them in the order of a list."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from beide import engine
from beide import log as event_log
from beide.engine import Table
from beide.errors import TooLittleData
from beide.log.outcomes import tables
from beide.log.questions import select
from beide.web.evidence.questions import Asked

CODE = 8  # signs of a case's code that tell cases apart well enough


def find(log: event_log.Log, asked: Asked, *, into: Path) -> dict[str, Any]:
    """Write the cases asked for to a file, the latest first, and return how many there are.

    The file has a row a case: ``place`` in the list, ``case`` (its number in the log), ``code``
    (the beginning of its hash), ``week`` in which it began (no day where few cases did), ``lead``
    (seconds, of whole cases), ``steps``, ``good`` (whether the promise was kept) and ``open`` (why
    it counts in no result).

    Raises
    ------
    TooLittleData
        When fewer cases fit than may be shown, or just not all.
    """
    minimum: int = asked["minimum"]
    here = engine.default()
    cases = here.read_parquet([log.file("cases")])
    known = _selected(log, _judged(log, cases, asked["good"]), asked)
    count = int(here.rows(known.aggregate(n=known.count()))[0]["n"])
    check_enough(count, log.about.cases, minimum)
    into.parent.mkdir(exist_ok=True)
    here.write_parquet(_listed(known, _weeks(log, minimum)), into)
    return {"cases": count, "every": log.about.cases, "minimum": minimum}


def _judged(log: event_log.Log, cases: Table, good: str) -> Table:
    """Return the cases with whether they kept the promise; not known where there is none."""
    import ibis

    if not good:
        return cases.mutate(good=ibis.null("boolean"))
    judged = event_log.good_cases(log, event_log.good(good)).table.select("case", "good")
    return cases.left_join(judged, "case").drop("case_right")


def _selected(log: event_log.Log, cases: Table, asked: Asked) -> Table:
    """Return the cases that end in the period, with the step, and in the state asked for."""
    if asked["since"]:
        cases = cases.filter(cases["last"] >= _midnight(asked["since"]))
    if asked["until"]:
        after = _midnight(asked["until"]) + timedelta(days=1)
        cases = cases.filter(cases["last"] < after)
    if asked["attribute"]:
        held = event_log.Filter(attributes={asked["attribute"]: asked["value"]})
        cases = select(tables(log), held, cases)
    if asked["activity"]:
        here = engine.default()
        names = here.read_parquet([log.file("activities")])
        code = names.filter(names["name"] == asked["activity"]).select(activity="code")
        done = here.read_parquet([log.file("events")]).semi_join(code, "activity")
        cases = cases.semi_join(done, "case")
    match asked["state"]:
        case "kept":
            return cases.filter(cases["good"])
        case "late":
            return cases.filter(~cases["good"])
        case "open":
            return cases.filter(~cases["whole"])
    return cases


def _midnight(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time())


def _listed(cases: Table, weeks: Mapping[date, int]) -> Table:
    import ibis

    shown = [datetime.combine(week, time()) for week in weeks]
    week = cases["first"].truncate("W")
    place = ibis.row_number().over(ibis.window(order_by=cases["case"].desc()))
    seconds = (cases["duration"] / 1_000_000).cast("int64")
    return cases.select(
        place=place,
        case=cases["case"],
        code=cases["id_hash"].substr(0, CODE),
        week=ibis.ifelse(week.isin(shown), week.date(), ibis.null("date")),
        lead=ibis.ifelse(cases["whole"], seconds, ibis.null("int64")),
        steps=cases["events"],
        good=cases["good"],
        open=ibis.coalesce(cases["unfinished"], cases["cut"]),
    ).order_by("place")


def _weeks(log: event_log.Log, minimum: int) -> dict[date, int]:
    """Return the weeks in which enough cases began to tell a case's week."""
    told = event_log.arrivals(log, minimum=minimum)
    return {each.week: each.cases for each in told.weeks if each.cases}


def check_enough(count: int, every: int, minimum: int) -> None:
    """Raise ``TooLittleData`` when the cases in a list, or those left out of it, are too few."""
    # How many exactly would tell the size of a group that is too small to show.
    if count < minimum:
        raise TooLittleData(
            what_nl=f"minder dan {minimum} casussen passen bij wat je zoekt",
            what_en=f"fewer than {minimum} cases fit what you look for",
            needed_nl=f"minstens {minimum}",
            needed_en=f"at least {minimum}",
        )
    if 0 < every - count < minimum:
        raise TooLittleData(
            what_nl=f"op minder dan {minimum} na passen alle casussen bij wat je zoekt, en die "
            "zijn dan te herleiden",
            what_en=f"all cases but fewer than {minimum} fit what you look for, and those could "
            "be worked out",
            needed_nl="een vraag die meer casussen weglaat, of alle casussen",
            needed_en="a question that leaves more cases out, or all cases",
        )
