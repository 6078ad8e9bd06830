"""From what a log shows to a network that can be simulated."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from beide.room._arrays import WEEK, Bools, Floats, Ints
from beide.room._capacity import available, people_at_work, spans
from beide.room._control import Cancel, stop_when
from beide.room._duty import Duty, duties
from beide.room._events import Events
from beide.room._network import Network
from beide.room._starts import inferred_starts, people_by_overtaking

MINIMUM_VISITS = 30
"""A role with fewer pieces of work is left as it is: its work takes as long as it took."""
_MOSTLY = 0.5
_UNSEEN = 0.1
"""With more first events than this of which no start is known, too little of the work is seen."""
_A_DAY = 24.0
"""Hours that a week may lack and still count as whole."""
_USUAL = 0.9
_AUTOMATIC = 1 / 60
"""Hours; a role of which the work takes less than a minute is a machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A network, and what was assumed to get it.

    Attributes
    ----------
    network
        What can be simulated.
    people
        How many people of each role are at work at its fullest hour, as seen in the log; where
        fewer were told, as many as were told, ``(roles,)``. Telling more makes no team larger.
    does
        Which roles do each step, ``(activities, roles)``.
    duties
        The working hours of each role.
    inferred
        The roles of which it is not known when work began.
    outside
        The roles whose time is left as it is: too little of their work is seen, or it is a machine.
    unexplained
        Of the hours that work waits for each role, the share in which someone was idle, so that it
        waited for something else, ``(roles,)``.
    sojourn
        How many working hours work spends at each role between being ready and being done, for
        each visit, ``(visits,)``.
    negative
        How many events end before they begin; they count as taking no time.
    """

    network: Network
    people: Ints
    does: Bools
    duties: tuple[Duty, ...]
    inferred: tuple[int, ...]
    outside: tuple[int, ...]
    unexplained: Floats
    sojourn: Floats
    negative: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Role:
    """What is found for one role: who works when, and for each of its events."""

    people: Floats
    delay: Floats
    work: Floats
    sojourn: Floats
    unexplained: float = 0.0
    is_inferred: bool = False
    is_outside: bool = False


def fit(
    events: Events, *, people: Mapping[str, float] | None = None, cancel: Cancel | None = None
) -> Fit:
    """Return the network that a log shows.

    Parameters
    ----------
    events
        The log.
    people
        How many people work in a role at its fullest hour, by its name, where that is known.
    cancel
        Asked at each role; true stops the work with `Cancelled`.

    Notes
    -----
    Work that waits while someone of the role is idle cannot have been there yet: that part of its
    waiting is a delay of its own (D. Chapela-Campa and M. Dumas (2024), Modeling extraneous
    activity delays in business process simulation). Without starts, work is taken to begin in
    order, as soon as one of the role's people is free.
    """
    begins = np.zeros(len(events.end), dtype=np.bool_)
    begins[events.first[:-1]] = True
    ready, start, negative = _times(events, begins)
    delay, work, sojourn = (np.zeros(len(events.end)) for _ in range(3))
    rows, flags, unexplained, counts = [], [], [], []
    at_work, whole = duties(events), kept(events)
    for number, duty in enumerate(at_work):
        stop_when(cancel)
        mine = events.role == number
        found = _role(ready[mine], start[mine], events.end[mine], begins[mine], duty)
        for column, seen in ((delay, found.delay), (work, found.work), (sojourn, found.sojourn)):
            column[mine] = seen
        known = (people or {}).get(events.roles[number])
        rows.append(found.people if known is None else _scaled(found.people, known))
        counts.append(int(min(found.people.max(), rows[-1].max()) + 1e-9))
        flags.append((found.is_inferred, found.is_outside))
        unexplained.append(found.unexplained)
    nobody = (events.role < 0) | np.isin(events.role, [n for n, f in enumerate(flags) if f[1]])
    delay[nobody] = (events.end - ready)[nobody]
    work[nobody] = sojourn[nobody] = 0.0
    return Fit(
        network=_network(
            events, whole, np.array(rows), np.where(nobody, -1, events.role), delay, work
        ),
        people=np.array(counts, dtype=np.int64),
        does=_does(events),
        duties=at_work,
        inferred=tuple(n for n, flag in enumerate(flags) if flag[0] and not flag[1]),
        outside=tuple(n for n, flag in enumerate(flags) if flag[1]),
        unexplained=np.array(unexplained),
        sojourn=sojourn[whole.visits],
        negative=negative,
    )


def _does(events: Events) -> Bools:
    """Return which roles do each step, ``(activities, roles)``."""
    found = np.zeros((len(events.activities), len(events.roles)), dtype=np.bool_)
    someone = events.role >= 0
    found[events.activity[someone], events.role[someone]] = True
    return found


def _times(events: Events, first: Bools) -> tuple[Floats, Floats, int]:
    """Return when each event was ready and begun, and how many ended before they began."""
    before = np.concatenate([[0.0], events.end[:-1]])
    start = np.minimum(events.start, events.end)
    unknown = np.isnan(start)
    ready = np.where(first, np.where(unknown, events.end, start), before)
    # Work that began before the step before it was done overlaps it: it was ready by then.
    ready = np.where(unknown, ready, np.fmin(ready, start))
    negative = int(np.sum(events.start > events.end))
    return ready, start, negative


def _role(ready: Floats, start: Floats, end: Floats, first: Bools, duty: Duty) -> _Role:
    """Return what is found for one role; ``first`` marks the first events of cases."""
    unknown = np.isnan(start)
    if _is_outside(ready, end, first & unknown):
        nothing = np.zeros(len(end))
        people = duty.on.astype(np.float64)
        return _Role(people=people, delay=nothing, work=nothing, sojourn=nothing, is_outside=True)
    if unknown.mean() > _MOSTLY:
        return _without_starts(ready, end, duty)
    return _with_starts(ready, np.where(unknown, end, start), end, duty)


def _is_outside(ready: Floats, end: Floats, unseen: Bools) -> bool:
    """Return whether too little of a role's work is seen to tell how busy it is."""
    few = len(end) < MINIMUM_VISITS
    return few or unseen.mean() > _UNSEEN or float(np.mean(end - ready)) < _AUTOMATIC


def _with_starts(ready: Floats, start: Floats, end: Floats, duty: Duty) -> _Role:
    seen = spans(ready, start, end)
    people = people_at_work(seen, duty)
    could = available(seen, people, ready, start)
    waited = duty.before(start) - duty.before(ready)
    for_others = duty.before(could) - duty.before(ready)
    return _Role(
        people=people,
        delay=could - ready,
        work=np.where(end > start, duty.between(start, end), 0.0),
        sojourn=duty.before(end) - duty.before(could),
        unexplained=float(for_others.sum() / max(waited.sum(), 1e-9)),
    )


def _without_starts(ready: Floats, end: Floats, duty: Duty) -> _Role:
    people = people_by_overtaking(ready, end)
    start = inferred_starts(ready, end, people)
    return _Role(
        people=np.where(duty.on, float(people), 0.0),
        delay=np.zeros(len(end)),
        work=np.where(end > start, duty.between(start, end), 0.0),
        sojourn=duty.before(end) - duty.before(ready),
        is_inferred=True,
    )


def _scaled(people: Floats, known: float) -> Floats:
    found: Floats = people * (known / max(people.max(), 1e-9))
    return found


def _network(
    events: Events, kept: "_Kept", people: Floats, role: Ints, delay: Floats, work: Floats
) -> Network:
    lengths = np.diff(events.first)[kept.cases]
    return Network(
        roles=events.roles,
        activities=events.activities,
        people=people,
        first_visit=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        role=role[kept.visits].astype(np.int64),
        activity=events.activity[kept.visits],
        delay=delay[kept.visits],
        work=work[kept.visits],
        week=kept.week[kept.cases] - kept.first,
        offset=events.begins[kept.cases] % WEEK,
        counted=events.whole[kept.cases],
        weeks=max(1, kept.last - kept.first),
        since_first=True,
    )


class _Kept(NamedTuple):
    """The whole weeks of a log, from ``first`` up to ``last``, and what arrived in them."""

    first: int
    last: int
    week: Ints
    cases: Bools
    visits: Bools


def kept(events: Events) -> _Kept:
    """Return the whole weeks that can be judged.

    Of what arrives at the very end only the quick cases are seen to their end. So the last weeks in
    which clearly fewer cases were seen whole than usual are left out.
    """
    week = np.floor(events.begins / WEEK).astype(np.int64)
    first = int(np.ceil((events.since - _A_DAY) / WEEK))
    last = int(np.floor((events.until + _A_DAY) / WEEK))
    inside = week >= 0
    counts = np.bincount(week[inside], minlength=last + 1)
    seen = np.bincount(week[inside], events.whole[inside], minlength=last + 1)
    shares = seen / np.maximum(counts, 1)
    filled = shares[first:last][counts[first:last] > 0]
    usual = float(np.median(filled)) if len(filled) else 1.0
    while last > first + 1 and counts[last - 1] and shares[last - 1] < _USUAL * usual:
        last -= 1
    cases = (first <= week) & (week < last)
    return _Kept(first, last, week, cases, cases[events.case])
