"""What has been done in a case by a moment: which steps, in which order, by whom, how fast.

Each is a group-by in the engine room; only what holds for enough cases comes out of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beide.discover._arrays import Codes, Flags
from beide.discover._arrival import Held, thirds
from beide.discover._fetch import Fetch
from beide.discover._model import Feature, Known
from beide.engine import Table
from beide.log.questions._length import microseconds

_MICRO = 1e6
COMMON = 1 / 3
"""A step that is done in a smaller part of the cases is not told as not done."""
MOST_ORDERED = 25
"""Steps of which the order is looked at: the most frequent."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prefix:
    """The events of the cases that count, up to the moment.

    Attributes
    ----------
    events
        The events, with ``until``: the position of the last event that is known.
    cases
        The codes of the cases, sorted.
    activities, roles
        Names by their code.
    least
        For how many cases something must hold, and for how many not.
    """

    fetch: Fetch
    events: Table
    cases: Codes
    activities: tuple[str, ...]
    roles: tuple[str, ...]
    least: int

    def flags(self, cases: NDArray[Any]) -> Flags:
        """Return which of the cases are in a list of codes."""
        held = np.zeros(len(self.cases), np.bool_)
        held[np.searchsorted(self.cases, cases)] = True
        return held

    def each(self, table: Table, *keys: str) -> Iterator[tuple[tuple[int, ...], Flags]]:
        """Yield for which cases each combination of keys occurs, where that says anything."""
        table = table.select("case", *keys).distinct()
        counted = table.group_by(*keys).aggregate(n=table.count())
        most = len(self.cases) - self.least
        enough = counted.filter((counted["n"] >= self.least) & (counted["n"] <= most))
        renamed = enough.select(**{f"kept_{key}": enough[key] for key in keys})
        same = [table[key] == renamed[f"kept_{key}"] for key in keys]
        found = self.fetch.columns(table.join(renamed, same).select("case", *keys))
        rows = np.stack([found[key].astype(np.int64) for key in keys], axis=1)
        if not len(rows):
            return
        unique, place = np.unique(rows, axis=0, return_inverse=True)
        place = place.reshape(-1)
        for number, key in enumerate(unique.tolist()):
            yield tuple(key), self.flags(found["case"][place == number])


def first_step(prefix: Prefix) -> Iterator[Held]:
    """Yield which step came first and which role did it."""
    first = prefix.events.filter(prefix.events["position"] == 0)
    for (activity,), held in prefix.each(first, "activity"):
        values = {"step": prefix.activities[activity]}
        yield _feature("first_step", values, group="first_step", known=Known.FIRST_STEP), held
    roles = first.filter(first["role"].notnull())
    for (role,), held in prefix.each(roles, "role"):
        values = {"role": prefix.roles[role]}
        yield _feature("first_role", values, group="first_role", known=Known.FIRST_STEP), held


def done(prefix: Prefix) -> Iterator[Held]:
    """Yield which steps were done, which again, and which common ones were not.

    What is not done comes last: of two that hold for the same cases the first is told.
    """
    events = prefix.events
    absent: list[Held] = []
    for (activity,), held in prefix.each(events, "activity"):
        values = {"step": prefix.activities[activity]}
        group = f"done:{values['step']}"
        yield _feature("done", values, group=group), held
        if held.mean() >= COMMON:
            absent.append((_feature("not_done", values, group=group), ~held))
    counted = events.group_by("case", "activity").aggregate(n=events.count())
    again = counted.filter(counted["n"] > 1)
    for (activity,), held in prefix.each(again, "activity"):
        values = {"step": prefix.activities[activity]}
        yield _feature("again", values, group=f"done:{values['step']}"), held
    yield from absent


def order(prefix: Prefix) -> Iterator[Held]:
    """Yield which step came directly after which, and which came before which."""
    events = prefix.events
    known = events.filter(events["position"] < events["until"])
    for (one, other), held in prefix.each(known, "activity", "next_activity"):
        if one != other:
            yield _feature("directly", _two(prefix, one, other)), held
    firsts = _firsts(events)
    later = firsts.select(later_case="case", later_activity="activity", later_position="position")
    both = firsts.join(
        later,
        (firsts["case"] == later["later_case"]) & (firsts["position"] < later["later_position"]),
    )
    orders = dict(prefix.each(both, "activity", "later_activity"))
    for (one, other), held in orders.items():
        if (other, one) in orders:  # always in one order: that says no more than both being there
            yield _feature("before", _two(prefix, one, other)), held


def _firsts(events: Table) -> Table:
    """Return where the most frequent steps occur first."""
    import ibis

    counted = events.group_by("activity").aggregate(n=events.count())
    frequent = counted.order_by(ibis.desc("n"), "activity").limit(MOST_ORDERED)
    some = events.semi_join(frequent, "activity")
    return some.group_by("case", "activity").aggregate(position=some["position"].min())


def by_whom(prefix: Prefix) -> Iterator[Held]:
    """Yield which role did which step, which took part, and who kept the case."""
    events = prefix.events.filter(prefix.events["role"].notnull())
    for (role,), held in prefix.each(events, "role"):
        values = {"role": prefix.roles[role]}
        yield _feature("role", values, group=f"role:{values['role']}"), held
    shared = _shared_steps(events)
    for (activity, role), held in prefix.each(shared, "activity", "role"):
        values = {"step": prefix.activities[activity], "role": prefix.roles[role]}
        yield _feature("done_by", values, group=f"done_by:{values['step']}"), held
    yield from _same_role(prefix, events, shared)
    yield from _hand_overs(prefix, events)


def _shared_steps(events: Table) -> Table:
    """Return the events of steps that more than one role does."""
    counted = events.group_by("activity").aggregate(n=events["role"].nunique())
    return events.semi_join(counted.filter(counted["n"] > 1), "activity")


def _same_role(prefix: Prefix, events: Table, shared: Table) -> Iterator[Held]:
    """Yield which two steps one role did, where at least one of them is done by several."""
    one = shared.select("case", "activity", "role").distinct()
    other = events.select(
        other_case="case", other_activity="activity", other_role="role"
    ).distinct()
    same = one.join(
        other,
        (one["case"] == other["other_case"])
        & (one["role"] == other["other_role"])
        & (one["activity"] != other["other_activity"]),
    )
    told = set()
    for (first, second), held in prefix.each(same, "activity", "other_activity"):
        pair = frozenset((first, second))
        if pair not in told:
            told.add(pair)
            yield _feature("same_role", _two(prefix, min(pair), max(pair))), held


def _hand_overs(prefix: Prefix, events: Table) -> Iterator[Held]:
    passing = (events["role"] != events["next_role"]) & (events["position"] < events["until"])
    counted = events.group_by("case").aggregate(
        roles=events["role"].nunique(), passed=passing.sum().coalesce(0)
    )
    found = prefix.fetch.columns(counted)
    at = np.searchsorted(prefix.cases, found["case"])
    roles, passed = np.zeros(len(prefix.cases)), np.zeros(len(prefix.cases))
    roles[at], passed[at] = found["roles"], found["passed"]
    yield _feature("one_role", {}, group="roles"), roles == 1
    yield _feature("many_roles", {}, group="roles"), roles >= 3
    yield from thirds(_feature("hand_overs", {}, group="hand_overs"), passed)


def waited(prefix: Prefix) -> Iterator[Held]:
    """Yield whether the time from the step before to a step was short, for each step.

    That it was long may well go together with a short rest, where the whole takes as long as it
    takes; but it is nothing to repeat.
    """
    events = prefix.events
    known = events.filter(events["position"] < events["until"])
    length = microseconds(known["next_time"], known["time"])
    timed = known.select("case", activity=known["next_activity"], waited=length)
    each = timed.group_by("case", "activity").aggregate(waited=timed["waited"].max())
    counted = each.group_by("activity").aggregate(n=each.count())
    enough = counted.filter(counted["n"] >= 3 * prefix.least)
    found = prefix.fetch.columns(each.semi_join(enough, "activity"))
    for activity in np.unique(found["activity"]).tolist():
        rows = found["activity"] == activity
        times = np.full(len(prefix.cases), np.nan)
        times[np.searchsorted(prefix.cases, found["case"][rows])] = found["waited"][rows] / _MICRO
        step = prefix.activities[activity]
        told = _feature("waited", {"step": step}, group=f"waited:{step}")
        yield from (each for each in thirds(told, times) if each[0].values["level"] != "high")


def _feature(
    kind: str, values: dict[str, str], *, group: str = "", known: Known = Known.LANDMARK
) -> Feature:
    return Feature(kind=kind, values=values, known_at=known, group=group)


def _two(prefix: Prefix, one: int, other: int) -> dict[str, str]:
    return {"step": prefix.activities[one], "other": prefix.activities[other]}
