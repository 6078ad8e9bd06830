"""The questions, answered slowly and plainly: what the fast answers must agree with."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from statistics import median, quantiles
from typing import Any

from beide.log import Log
from beide.log._hiding import hidden
from tests.unit.log.data import rows

ZERO = timedelta(0)
Told = dict[str, Any]


@dataclass(frozen=True)
class Event:
    activity: str
    role: str | None
    start: datetime | None
    time: datetime


@dataclass(frozen=True)
class Case:
    about: Mapping[str, Any]
    events: list[Event]
    running: bool = False
    finished: bool = True
    whole: bool = True

    @property
    def first(self) -> datetime:
        return self.events[0].time

    @property
    def last(self) -> datetime:
        return self.events[-1].time

    @property
    def pairs(self) -> list[tuple[Event, Event]]:
        return list(pairwise(self.events))


def marked(found: Log, cases: Sequence[Case]) -> list[Case]:
    """Return the cases with what the log says of whether they are over."""
    order = sorted(cases, key=lambda case: case.first)
    return [
        replace(
            case,
            running=row["unfinished"] == "running",
            finished=row["finished"],
            whole=row["whole"],
        )
        for case, row in zip(order, rows(found, "cases"), strict=True)
    ]


def directly_follows(cases: Sequence[Case], minimum: int) -> Told:
    seen: dict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for number, case in enumerate(cases):
        for one, two in case.pairs:
            seen[one.activity, two.activity].append((number, seconds(two.time - one.time)))
    lines: list[Told] = [
        {
            "from": pair[0],
            "to": pair[1],
            "count": len(found),
            "cases": len({number for number, _ in found}),
            "median": median(taken for _, taken in found),
            "mean": sum(taken for _, taken in found) / len(found),
        }
        for pair, found in seen.items()
    ]
    lines.sort(key=lambda line: (-line["count"], line["from"], line["to"]))
    return told(cases, minimum, "pairs", lines)


def variants(cases: Sequence[Case], minimum: int) -> Told:
    counted = Counter(tuple(event.activity for event in case.events) for case in cases)
    secret = hidden(counted, minimum)
    shown = Counter({road: count for road, count in counted.items() if road not in secret})
    return {
        "different": len(counted),
        "shown": shown,
        "hidden": (len(secret), sum(counted[road] for road in secret)),
    }


def durations(cases: Sequence[Case], minimum: int) -> Told:
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, case in enumerate(cases):
        for event in case.events:
            if event.start is not None and event.start <= event.time:
                seen[event.activity].append((number, seconds(event.time - event.start)))
    return told(cases, minimum, "activities", spread(seen))


def waiting(cases: Sequence[Case], minimum: int) -> Told:
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    known: Counter[str] = Counter()
    for number, case in enumerate(cases):
        for one, two in case.pairs:
            seen[two.activity].append((number, waited(one, two)))
            known[two.activity] += start_known(two)
    lines = [{**line, "start_known": known[line["activity"]]} for line in spread(seen)]
    return told(cases, minimum, "activities", lines)


def connections(cases: Sequence[Case], minimum: int) -> Told:
    seen: dict[tuple[str, str], list[tuple[int, float]]] = defaultdict(list)
    for number, case in enumerate(cases):
        for one, two in case.pairs:
            if one.role and two.role and one.role != two.role:
                seen[one.role, two.role].append((number, waited(one, two)))
    lines: list[Told] = [
        {
            "from": pair[0],
            "to": pair[1],
            "count": len(found),
            "cases": len({number for number, _ in found}),
            "median": median(length for _, length in found),
        }
        for pair, found in seen.items()
    ]
    lines.sort(key=lambda line: (-line["count"], line["from"], line["to"]))
    return told(cases, minimum, "connections", lines)


def arrivals(cases: Sequence[Case], minimum: int) -> Told:
    counted = Counter(monday(case.first) for case in cases)
    secret = hidden(dict(sorted(counted.items())), minimum)
    week, weeks = min(counted), []
    while week <= max(counted):
        shown = None if week in secret else counted[week]
        weeks.append({"week": week.isoformat(), "cases": shown})
        week += timedelta(days=7)
    other = {"rows": len(secret), "count": sum(counted[each] for each in secret)}
    return {"cases": len(cases), "minimum": minimum, "weeks": weeks, "other": other}


def work_in_progress(cases: Sequence[Case], minimum: int) -> Told:
    week, weeks = monday_from(min(case.first for case in cases)), []
    last = max(case.first if case.running else case.last for case in cases)
    while week <= monday_from(max(last, *(case.first for case in cases))):
        begin = datetime.combine(week, time())
        count = sum(case.first <= begin and (case.running or begin < case.last) for case in cases)
        weeks.append({"week": week.isoformat(), "open": None if 0 < count < minimum else count})
        week += timedelta(days=7)
    return {"cases": len(cases), "minimum": minimum, "weeks": weeks}


def starts(cases: Sequence[Case], minimum: int) -> Told:
    return outer(cases, minimum, lambda case: case.events[0].activity)


def ends(cases: Sequence[Case], minimum: int) -> Told:
    over = [case for case in cases if not case.running]
    return outer(over, minimum, lambda case: case.events[-1].activity)


def rework(cases: Sequence[Case], minimum: int) -> Told:
    again: dict[str, list[tuple[int, int]]] = defaultdict(list)
    with_rework = 0
    for case in cases:
        names = [event.activity for event in case.events]
        repeated = {name: count for name, count in Counter(names).items() if count > 1}
        with_rework += bool(repeated)
        for name, count in repeated.items():
            at_once = sum(one == two == name for one, two in pairwise(names))
            again[name].append((count - 1, count - 1 - at_once))
    lines: list[Told] = []
    for name, found in again.items():
        looped = sum(loops > 0 for _, loops in found)
        secret = few(looped, minimum) or few(len(found) - looped, minimum)
        lines.append(
            {
                "activity": name,
                "count": sum(more for more, _ in found),
                "cases": len(found),
                "loops": None if secret else sum(loops for _, loops in found),
                "loop_cases": None if secret else looped,
            }
        )
    lines.sort(key=lambda line: (-line["count"], line["activity"]))
    secret = few(with_rework, minimum) or few(len(cases) - with_rework, minimum)
    answer = told(cases, minimum, "activities", lines)
    return {**answer, "cases_with_rework": None if secret else with_rework}


def told(cases: Sequence[Case], minimum: int, name: str, lines: list[Told]) -> Told:
    secret = hidden({place: line["cases"] for place, line in enumerate(lines)}, minimum)
    rest = [lines[place] for place in secret]
    few_in_all = len(rest) == 1 or sum(line["cases"] for line in rest) < minimum
    count = sum(line["count" if "count" in line else "cases"] for line in rest)
    return {
        "cases": len(cases),
        "minimum": minimum,
        name: [line for place, line in enumerate(lines) if place not in secret],
        "other": {"rows": len(rest), "count": None if rest and few_in_all else count},
    }


def spread(seen: Mapping[str, list[tuple[int, float]]]) -> list[Told]:
    lines: list[Told] = [
        {
            "activity": activity,
            "count": len(found),
            "cases": len({number for number, _ in found}),
            "lower": quartiles(length for _, length in found)[0],
            "median": median(length for _, length in found),
            "upper": quartiles(length for _, length in found)[2],
            "total": sum(length for _, length in found),
        }
        for activity, found in seen.items()
    ]
    return sorted(lines, key=lambda line: (-line["total"], line["activity"]))


def quartiles(lengths: Iterable[float]) -> list[float]:
    known = list(lengths)
    return quantiles(known, n=4, method="inclusive") if len(known) > 1 else known * 3


def outer(cases: Sequence[Case], minimum: int, of: Callable[[Case], str]) -> Told:
    counted = Counter(map(of, cases))
    lines: list[Told] = [
        {"activity": name, "cases": count, "share": count / len(cases)}
        for name, count in counted.items()
    ]
    lines.sort(key=lambda line: (-line["cases"], line["activity"]))
    return told(cases, minimum, "activities", lines)


def start_known(event: Event) -> bool:
    return event.start is not None and event.start <= event.time


def waited(one: Event, two: Event) -> float:
    until = two.start if two.start is not None and start_known(two) else two.time
    return seconds(max(until - one.time, ZERO))


def few(count: int, minimum: int) -> bool:
    return 0 < count < minimum


def seconds(length: timedelta) -> float:
    return length.total_seconds()


def monday(moment: datetime) -> date:
    return moment.date() - timedelta(days=moment.weekday())


def monday_from(moment: datetime) -> date:
    """Return the first Monday at or after a moment."""
    begin = monday(moment)
    return begin if datetime.combine(begin, time()) == moment else begin + timedelta(days=7)
