"""What has been done in a case by a moment: which steps, in which order, by whom, how fast.

Each is a group-by in the engine room; only what holds for enough cases comes out of it.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from beide.discover._arrival import thirds
from beide.discover._counts import Possible, Prefix, packed
from beide.discover._model import Feature, Known
from beide.engine import Table
from beide.log.questions._length import microseconds

_MICRO = 1e6
_ROWS = 4_000_000
COMMON = 1 / 3
"""A step that is done in a smaller part of the cases is not told as not done."""
MOST_ORDERED = 25
"""Steps of which the order is looked at: the most frequent."""


def first_step(prefix: Prefix) -> Iterator[Possible]:
    """Yield which step came first and which role did it."""
    first = prefix.events.filter(prefix.events["position"] == 0)
    for (activity,), held in prefix.each(first, "activity"):
        values = {"step": prefix.activities[activity]}
        yield _named(held, "first_step", values, group="first_step", known=Known.FIRST_STEP)
    roles = first.filter(first["role"].notnull())
    for (role,), held in prefix.each(roles, "role"):
        values = {"role": prefix.roles[role]}
        yield _named(held, "first_role", values, group="first_role", known=Known.FIRST_STEP)


def done(prefix: Prefix) -> Iterator[Possible]:
    """Yield which steps were done, which again, and which common ones were not.

    What is not done comes last: of two that hold for the same cases the first is told.
    """
    events = prefix.events
    absent: list[Possible] = []
    for (activity,), held in prefix.each(events, "activity"):
        values = {"step": prefix.activities[activity]}
        group = f"done:{values['step']}"
        yield _named(held, "done", values, group=group)
        if held.cases >= COMMON * prefix.cases:
            absent.append(_absent(held, "not_done", values, group=group, of=prefix.cases))
    counted = events.group_by("at", "activity").aggregate(n=events.count())
    again = counted.filter(counted["n"] > 1)
    for (activity,), held in prefix.each(again, "activity"):
        values = {"step": prefix.activities[activity]}
        yield _named(held, "again", values, group=f"done:{values['step']}")
    yield from absent


def order(prefix: Prefix) -> Iterator[Possible]:
    """Yield which step came directly after which, and which came before which."""
    events = prefix.events
    known = events.filter(
        (events["position"] < events["until"]) & (events["activity"] != events["next_activity"])
    )
    for (one, other), held in prefix.each(known, "activity", "next_activity"):
        yield _named(held, "directly", _two(prefix, one, other))
    firsts = _firsts(events)
    later = firsts.select(later_at="at", later_activity="activity", later_position="position")
    both = firsts.join(
        later,
        (firsts["at"] == later["later_at"]) & (firsts["position"] < later["later_position"]),
    )
    orders = dict(prefix.each(both, "activity", "later_activity"))
    for (one, other), held in orders.items():
        if (other, one) in orders:  # always in one order: that says no more than both being there
            yield _named(held, "before", _two(prefix, one, other))


def _firsts(events: Table) -> Table:
    """Return where the most frequent steps occur first."""
    import ibis

    counted = events.group_by("activity").aggregate(n=events.count())
    frequent = counted.order_by(ibis.desc("n"), "activity").limit(MOST_ORDERED)
    some = events.semi_join(frequent, "activity")
    return some.group_by("at", "activity").aggregate(position=some["position"].min())


def by_whom(prefix: Prefix) -> Iterator[Possible]:
    """Yield which role did which step, which took part, and who kept the case."""
    events = prefix.events.filter(prefix.events["role"].notnull())
    for (role,), held in prefix.each(events, "role"):
        values = {"role": prefix.roles[role]}
        yield _named(held, "role", values, group=f"role:{values['role']}")
    shared = _shared_steps(events)
    for (activity, role), held in prefix.each(shared, "activity", "role"):
        values = {"step": prefix.activities[activity], "role": prefix.roles[role]}
        yield _named(held, "done_by", values, group=f"done_by:{values['step']}")
    for (one, other), held in prefix.each(_same_role(events, shared), "first", "second"):
        yield _named(held, "same_role", _two(prefix, one, other))
    yield from _hand_overs(prefix)


def _shared_steps(events: Table) -> Table:
    """Return the events of steps that more than one role does."""
    counted = events.group_by("activity").aggregate(n=events["role"].nunique())
    return events.semi_join(counted.filter(counted["n"] > 1), "activity")


def _same_role(events: Table, shared: Table) -> Table:
    """Return which two steps one role did, where at least one of them is done by several."""
    import ibis

    one = shared.select("at", "activity", "role").distinct()
    other = events.select(other_at="at", other_activity="activity", other_role="role").distinct()
    same = one.join(
        other,
        (one["at"] == other["other_at"])
        & (one["role"] == other["other_role"])
        & (one["activity"] != other["other_activity"]),
    )
    two = same["activity"], same["other_activity"]
    return same.select("at", first=ibis.least(*two), second=ibis.greatest(*two))


def _hand_overs(prefix: Prefix) -> Iterator[Possible]:
    events = prefix.inside
    events = events.filter(events["role"].notnull())
    passing = (events["role"] != events["next_role"]) & (events["position"] < events["until"])
    counted = events.group_by("at").aggregate(
        roles=events["role"].nunique(), passed=passing.sum().coalesce(0)
    )
    found = prefix.fetch.columns(counted)
    roles, passed = np.zeros(prefix.cases), np.zeros(prefix.cases)
    roles[found["at"]], passed[found["at"]] = found["roles"], found["passed"]
    yield from packed([(_feature("one_role", {}, group="roles"), roles == 1)])
    yield from packed([(_feature("many_roles", {}, group="roles"), roles >= 3)])
    yield from packed(thirds(_feature("hand_overs", {}, group="hand_overs"), passed))


def waited(prefix: Prefix) -> Iterator[Possible]:
    """Yield whether the time from the step before to a step was short, for each step.

    That it was long may well go together with a short rest, where the whole takes as long as it
    takes; but it is nothing to repeat.
    """
    events = prefix.inside
    known = events.filter(events["position"] < events["until"])
    length = microseconds(known["next_time"], known["time"])
    timed = known.select("at", activity=known["next_activity"], waited=length)
    each = timed.group_by("at", "activity").aggregate(waited=timed["waited"].max())
    for some in _enough(prefix, each):
        found = prefix.fetch.columns(each.filter(each["activity"].isin(some)))
        for activity in some:
            rows = found["activity"] == activity
            times = np.full(prefix.cases, np.nan)
            times[found["at"][rows]] = found["waited"][rows] / _MICRO
            step = prefix.activities[activity]
            told = _feature("waited", {"step": step}, group=f"waited:{step}")
            yield from packed(
                each for each in thirds(told, times) if each[0].values["level"] != "high"
            )


def _enough(prefix: Prefix, each: Table) -> Iterator[list[int]]:
    """Yield the steps that enough cases waited for, some at a time."""
    counted = each.group_by("activity").aggregate(n=each.count())
    found = prefix.fetch.columns(counted.filter(counted["n"] >= 3 * prefix.least))
    by_code = np.argsort(found["activity"])
    part = np.cumsum(found["n"][by_code]) // _ROWS
    for number in np.unique(part):
        yield found["activity"][by_code][part == number].tolist()


def _feature(
    kind: str, values: dict[str, str], *, group: str = "", known: Known = Known.LANDMARK
) -> Feature:
    return Feature(kind=kind, values=values, known_at=known, group=group)


def _named(
    found: Possible,
    kind: str,
    values: dict[str, str],
    *,
    group: str = "",
    known: Known = Known.LANDMARK,
) -> Possible:
    return replace(found, feature=_feature(kind, values, group=group, known=known))


def _absent(found: Possible, kind: str, values: dict[str, str], *, group: str, of: int) -> Possible:
    """Return that something does not hold."""
    feature = _feature(kind, values, group=group)
    cases, stands = of - found.cases, -found.standing
    return replace(found, feature=feature, cases=cases, standing=stands, absent=True)


def _two(prefix: Prefix, one: int, other: int) -> dict[str, str]:
    return {"step": prefix.activities[one], "other": prefix.activities[other]}
