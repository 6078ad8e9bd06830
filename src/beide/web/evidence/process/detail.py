"""How much of the map is drawn: from the main road to every path."""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from beide.web.evidence.process.graph import Graph, Path

Ends = tuple[str, str]
BEGIN, END = "", "\0"  # no step is called so
SHARES = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 1.0)
FEW = 16  # paths that are read at a glance
MOST = 120  # paths that are drawn
STEP = 15  # paths that one level adds at most, about


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A part of the map: the ``paths`` drawn, and the ``share`` of all passings they hold."""

    paths: tuple[Path, ...]
    share: float


def levels(graph: Graph) -> tuple[Level, ...]:
    """Return the map in levels; each holds all of the level before it.

    The first is the main road: at every step the way that most cases take next, from begin to end.
    Then paths follow, the busiest first, each with what joins it to the begin and to the end.
    """
    groups = _groups(graph)
    total = sum(path.count for path in graph.paths)
    found: list[Level] = []
    drawn: list[Path] = []
    held = 0
    wanted = iter(SHARES)
    share = 0.0  # the main road, whatever it holds
    for at, group in enumerate(groups):
        if len(drawn) + len(group) > MOST and drawn:
            break
        drawn += group
        held += sum(path.count for path in group)
        last = at == len(groups) - 1
        since = len(drawn) - (len(found[-1].paths) if found else 0)
        if held >= share * total or since >= STEP or last:
            found.append(Level(paths=tuple(drawn), share=held / total))
            while share * total <= held:
                share = next(wanted, 2.0)
    if drawn and len(found[-1].paths) < len(drawn):
        found.append(Level(paths=tuple(drawn), share=held / total))
    return tuple(found)


def at_first(found: Sequence[Level]) -> int:
    """Return which level, counted from 1, is the most that is read at a glance."""
    return max((at for at, level in enumerate(found, 1) if len(level.paths) <= FEW), default=1)


def _groups(graph: Graph) -> list[list[Path]]:
    """Return the paths in the order in which they are added, with what joins them."""
    by_ends = {(path.from_ or BEGIN, path.to or END): path for path in graph.paths}
    before = _likely_ways(by_ends, BEGIN, onward=True)
    after = _likely_ways(by_ends, END, onward=False)
    joined: set[str] = {BEGIN, END}
    used: set[Ends] = set()
    groups: list[list[Path]] = []

    def add(chain: list[Ends]) -> None:
        new = [ends for ends in dict.fromkeys(chain) if ends not in used]
        used.update(new)
        joined.update(step for ends in new for step in ends)
        if new:
            groups.append([by_ends[ends] for ends in new])

    main = _main_road(by_ends)
    if main:
        add([*main, *(ends[::-1] for ends in reversed(_way(after, main[-1][1], {END})))])
    for from_, to in by_ends:
        if (from_, to) not in used:
            into = _way(before, from_ if from_ in before else to, joined)
            on = [ends[::-1] for ends in reversed(_way(after, to, joined))]
            if from_ not in before and to not in before:
                into += _ways_to_first(before, on, joined)
            add([*into, (from_, to), *on])
    return groups


def _ways_to_first(before: Mapping[str, str], on: Sequence[Ends], joined: set[str]) -> list[Ends]:
    """Return what joins to the begin the first step of a way on that can be joined at all."""
    first = next((step for step, _ in on if step in before), None)
    return _way(before, first, joined) if first is not None else []


def _main_road(by_ends: Mapping[Ends, Path]) -> list[Ends]:
    """Return at every step the way that is taken most, until the end or a step seen before."""
    road: list[Ends] = []
    here, seen = BEGIN, {BEGIN}
    while here != END:
        ways = [ends for ends in by_ends if ends[0] == here and ends[1] not in seen]
        if not ways:
            break
        road.append(max(ways, key=lambda ends: by_ends[ends].count))
        here = road[-1][1]
        seen.add(here)
    return road


def _likely_ways(by_ends: Mapping[Ends, Path], root: str, *, onward: bool) -> dict[str, str]:
    """Return for each step the one beside it on the likeliest way from, or to, the root."""
    left: dict[str, int] = defaultdict(int)
    beside: dict[str, list[tuple[str, int, str]]] = defaultdict(list)
    for (from_, to), path in by_ends.items():
        left[from_] += path.count
        beside[from_ if onward else to].append((to if onward else from_, path.count, from_))
    found: dict[str, str] = {}
    settled: set[str] = set()
    open_: list[tuple[float, str, str]] = [(0.0, root, root)]
    while open_:
        cost, here, came = heapq.heappop(open_)
        if here in settled:
            continue
        settled.add(here)
        found[here] = came
        for other, count, from_ in beside[here]:
            heapq.heappush(open_, (cost + log(left[from_] / count), other, here))
    return found


def _way(ways: Mapping[str, str], step: str, until: set[str]) -> list[Ends]:
    """Return the paths from the first known step to this one."""
    chain: list[Ends] = []
    while step not in until and step in ways and ways[step] != step:
        chain.append((ways[step], step))
        step = ways[step]
    return chain[::-1]
