"""The event core: cases go along their visits, wait in line for a role, and are served.

Compiled with Numba. Times are hours since a Monday at 0:00. Within a role, work is done in the
order in which it became possible. A server works at its rate of the hour, and lays its work aside
while that rate is zero. At equal times completions come first, then servers that begin a shift,
then delays that end, then arrivals: the same input always gives the same output.
"""

from typing import Any, NamedTuple

import numpy as np
from numba import njit

_DONE, _WAKE, _READY = 0, 1, 2
_BITS = 40
_MASK = (1 << _BITS) - 1

# Put into the loop before LLVM sees it: calls between compiled functions count references to every
# array, which halves the speed.
_inlined = njit(nogil=True, inline="always")


class World(NamedTuple):
    """What stays the same during a run: arrays only.

    Attributes
    ----------
    first_visit
        Where each route's visits begin, and where the last one's end.
    role, delay, work
        For each visit who does it (-1 for nobody), the clock hours before it can begin, and the
        hours of work it is.
    first_server, role_of
        Where each role's servers begin, and where the last one's end; the role of each server.
    rate, done, until_on
        For each server and slot: how fast it works, the work it has done before the slot (with one
        column more), and after how many hours it works at all (-1 for never).
    """

    first_visit: Any
    role: Any
    delay: Any
    work: Any
    first_server: Any
    role_of: Any
    rate: Any
    done: Any
    until_on: Any


class _State(NamedTuple):
    """What changes: the heap of events, a line for each role, and where cases and servers are."""

    times: Any
    codes: Any
    size: Any
    head: Any
    tail: Any
    behind: Any
    idle: Any
    idle_count: Any
    wake: Any
    serves: Any
    visit: Any


class Trace(NamedTuple):
    """Filled with what happened at each visit of each case, in order of case; or empty."""

    at: Any
    ready: Any
    began: Any
    ended: Any


@_inlined
def _push(state, time, code):  # type: ignore[no-untyped-def]
    times, codes = state.times, state.codes
    at = state.size[0]
    state.size[0] = at + 1
    while at > 0:
        above = (at - 1) >> 1
        if times[above] < time or (times[above] == time and codes[above] <= code):
            break
        times[at] = times[above]
        codes[at] = codes[above]
        at = above
    times[at] = time
    codes[at] = code


@_inlined
def _drop_first(state):  # type: ignore[no-untyped-def]
    times, codes = state.times, state.codes
    size = state.size[0] - 1
    state.size[0] = size
    time, code = times[size], codes[size]
    at = 0
    while True:
        low = 2 * at + 1
        if low >= size:
            break
        right = low + 1
        if right < size and (
            times[right] < times[low] or (times[right] == times[low] and codes[right] < codes[low])
        ):
            low = right
        if time < times[low] or (time == times[low] and code <= codes[low]):
            break
        times[at] = times[low]
        codes[at] = codes[low]
        at = low
    times[at] = time
    codes[at] = code


@_inlined
def _finish(time, work, rate, done):  # type: ignore[no-untyped-def]
    """Return when a server that begins at a time has done so much work."""
    slots = rate.shape[0]
    whole = int(time)
    slot = whole % slots
    target = done[slot] + rate[slot] * (time - whole) + work
    if target <= done[slot + 1] and rate[slot] > 0.0:
        return time + work / rate[slot]
    rounds = int(target / done[slots])
    left = target - rounds * done[slots]
    if left <= 0.0:
        rounds -= 1
        left += done[slots]
    # Most work ends soon after it begins, so the first slots are looked at one by one.
    low = slot if left > done[slot] else 0
    near = min(low + 6, slots - 1)
    while low < near and done[low + 1] < left:
        low += 1
    high = low if done[low + 1] >= left else slots - 1
    while low < high:
        middle = (low + high) >> 1
        if done[middle + 1] >= left:
            high = middle
        else:
            low = middle + 1
    return whole - slot + rounds * slots + low + (left - done[low]) / rate[low]


@_inlined
def _begin(world, state, trace, server, case, now):  # type: ignore[no-untyped-def]
    visit = state.visit[case]
    ended = _finish(now, world.work[visit], world.rate[server], world.done[server])
    state.serves[server] = case
    _push(state, ended, (_DONE << _BITS) | server)
    if trace.at.shape[0] > 0:
        place = trace.at[case] + visit
        trace.began[place] = now
        trace.ended[place] = ended


@_inlined
def _set_wake(world, state, role, now):  # type: ignore[no-untyped-def]
    """See to it that someone looks at a line when the next idle server comes on duty."""
    whole = int(now)
    slot = whole % world.until_on.shape[1]
    soonest = np.inf
    for server in range(world.first_server[role], world.first_server[role + 1]):
        if state.idle[server] and world.until_on[server, slot] >= 0:
            soonest = min(soonest, whole + world.until_on[server, slot])
    if soonest < state.wake[role]:
        state.wake[role] = soonest
        _push(state, soonest, (_WAKE << _BITS) | role)


@_inlined
def _take(world, state, role, now):  # type: ignore[no-untyped-def]
    """Return an idle server that is on duty and is now taken, or -1."""
    slot = int(now) % world.rate.shape[1]
    for server in range(world.first_server[role], world.first_server[role + 1]):
        if state.idle[server] and world.rate[server, slot] > 0.0:
            state.idle[server] = False
            state.idle_count[role] -= 1
            return server
    return -1


@_inlined
def _join(world, state, trace, case, now):  # type: ignore[no-untyped-def]
    """Let a case be served at once, or stand in line."""
    visit = state.visit[case]
    role = world.role[visit]
    if trace.at.shape[0] > 0:
        trace.ready[trace.at[case] + visit] = now
    if state.head[role] < 0 and state.idle_count[role] > 0:
        server = _take(world, state, role, now)
        if server >= 0:
            _begin(world, state, trace, server, case, now)
            return
    if state.head[role] < 0:
        state.head[role] = case
    else:
        state.behind[state.tail[role]] = case
    state.tail[role] = case
    state.behind[case] = -1
    if state.idle_count[role] > 0:
        _set_wake(world, state, role, now)


@_inlined
def _serve_line(world, state, trace, role, now):  # type: ignore[no-untyped-def]
    """Let servers that are free take who is first in line."""
    while state.head[role] >= 0 and state.idle_count[role] > 0:
        server = _take(world, state, role, now)
        if server < 0:
            _set_wake(world, state, role, now)
            return
        case = state.head[role]
        state.head[role] = state.behind[case]
        _begin(world, state, trace, server, case, now)


@_inlined
def _come(world, state, trace, case, end, now):  # type: ignore[no-untyped-def]
    """Let a case come to its visit; return whether it has no visit left."""
    while state.visit[case] < end:
        visit = state.visit[case]
        if world.delay[visit] > 0.0:
            _push(state, now + world.delay[visit], (_READY << _BITS) | case)
            return False
        if world.role[visit] >= 0:
            _join(world, state, trace, case, now)
            return False
        state.visit[case] += 1
    return True


@_inlined
def _new_state(world, cases):  # type: ignore[no-untyped-def]
    servers = world.role_of.shape[0]
    roles = world.first_server.shape[0] - 1
    room = 2 * cases + 8 * servers + 64
    return _State(
        np.empty(room, np.float64),
        np.empty(room, np.int64),
        np.zeros(1, np.int64),
        np.full(roles, -1, np.int64),
        np.full(roles, -1, np.int64),
        np.full(cases, -1, np.int64),
        np.ones(servers, np.bool_),
        world.first_server[1:] - world.first_server[:-1],
        np.full(roles, np.inf),
        np.full(servers, -1, np.int64),
        np.empty(cases, np.int64),
    )


@_inlined
def _next(world, state, trace, now, code):  # type: ignore[no-untyped-def]
    """Handle an event of the heap; return the case that goes on to a visit, or -1."""
    what = code & _MASK
    kind = code >> _BITS
    if kind == _WAKE:
        if state.wake[what] == now:
            state.wake[what] = np.inf
            _serve_line(world, state, trace, what, now)
        return -1
    if kind == _READY:
        if world.role[state.visit[what]] >= 0:
            _join(world, state, trace, what, now)
            return -1
        state.visit[what] += 1
        return what
    case = state.serves[what]
    role = world.role_of[what]
    state.idle[what] = True
    state.idle_count[role] += 1
    state.visit[case] += 1
    if state.head[role] >= 0:
        _serve_line(world, state, trace, role, now)
    return case


@njit(cache=True, nogil=True)
def run(world, arrives, route, counted, since, within, allowed, lead, trace):  # type: ignore[no-untyped-def]
    """Simulate cases until all are finished, or until too many are late.

    Parameters
    ----------
    world
        Routes, work and servers.
    arrives, route, counted
        For each case when it arrives (in order), which route it follows, and whether it counts.
    since
        From when lead time counts: 0 the arrival, 1 the end of a case's first visit.
    within, allowed
        The longest lead time that is in time, and how many may be late before the run stops.
    lead
        Filled with the lead time of each case, in hours; infinite when nobody ever comes.
    trace
        Filled with the times of each visit, unless its ``at`` is empty. A visit's place is
        ``at[case]`` plus the visit's own number.

    Returns
    -------
    int
        How many cases that count were late.
    """
    cases = arrives.shape[0]
    state = _new_state(world, cases)
    origin = np.empty(cases, np.float64)
    lead[:] = np.inf
    late = 0
    coming = 0
    while coming < cases or state.size[0] > 0:
        if state.size[0] > 0 and (coming >= cases or state.times[0] <= arrives[coming]):
            now = state.times[0]
            code = state.codes[0]
            _drop_first(state)
            case = _next(world, state, trace, now, code)
        else:
            now = arrives[coming]
            case = coming
            state.visit[case] = world.first_visit[route[case]]
            coming += 1
            origin[case] = now
        if case < 0:
            continue
        if state.visit[case] - world.first_visit[route[case]] == since:
            origin[case] = now
        if _come(world, state, trace, case, world.first_visit[route[case] + 1], now):
            lead[case] = now - origin[case]
            if counted[case] and lead[case] > within:
                late += 1
                if late > allowed:
                    return late
    for case in range(cases):
        late += counted[case] and lead[case] == np.inf  # nobody ever came to do the work
    return late
