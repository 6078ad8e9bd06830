"""The same hundred years for every question, so that answers differ by the question only."""

import os
from bisect import insort
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from beide.room._arrays import Floats, Ints
from beide.room._control import Cancel, stop_when
from beide.room._network import Network
from beide.room._run import Stream, late_cases, world_of
from beide.room._ways import Servers
from beide.room._weeks import another_year, weeks_of

if TYPE_CHECKING:
    from beide.room._kernel import World

YEARS = 100
FEWEST_YEARS = 40
_VISITS = 1_500_000
"""About how many visits one question may cost: a tenth of a second or two."""
_LONGEST, _SHORTEST = 52, 13
_HEAVIER, _UNSURE = 0.025, 0.025
"""How much heavier work may be than it was counted: the mean and the standard deviation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """Years that a log could lead to, with the promise they are held to.

    Attributes
    ----------
    network
        What is simulated.
    streams
        The cases of each year.
    counted
        How many cases of each year count, ``(years,)``.
    heavier
        How much heavier work may be for each role than it was counted, ``(years, roles)``.
    within
        The longest lead time that keeps the promise, in hours.
    cancel
        Asked now and then; true stops the work with `Cancelled`.
    """

    network: Network
    streams: tuple[Stream, ...]
    counted: Ints
    heavier: Floats
    within: float
    cancel: Cancel | None = None
    _hardest: list[int] = field(default_factory=list)

    def in_time(self, people: Servers, *, first: int | None = None) -> Floats:
        """Return the share within the promise in each year, ``(years,)``."""
        count = len(self.streams) if first is None else min(first, len(self.streams))
        found = np.empty(count)
        for year, share in self._shares(people, list(range(count)), careful=False):
            found[year] = share
        return found

    def keeps(self, people: Servers, share: float, *, worst: float) -> bool:
        """Return whether a promise is kept in the worst of the years, taken together.

        Parameters
        ----------
        people
            Who works when.
        share
            The share that must be within the promise.
        worst
            Which part of the years: their mean must reach the share, and no more than half of them
            may be below it. With 0.1 that is the 5% quantile and the mean of what is around it.
            With 1 all years count, and work is as heavy as it was counted; with less it may be
            heavier.
        """
        count = max(1, round(worst * len(self.streams)))
        order = self._hardest + [y for y in range(len(self.streams)) if y not in self._hardest]
        lowest = [1.0] * count
        for year, found in self._shares(people, order, careful=worst < 1):
            if found < share and year not in self._hardest:
                self._hardest.append(year)
            insort(lowest, found)
            lowest.pop()
            if sum(lowest) < share * count or (worst < 1 and lowest[count // 2] < share):
                return False
        return True

    def _shares(
        self, people: Servers, order: list[int], *, careful: bool
    ) -> Iterator[tuple[int, float]]:
        world, workers = world_of(self.network, people), cores()
        with ThreadPoolExecutor(workers) as pool:
            for at in range(0, len(order), 2 * workers):
                stop_when(self.cancel)
                part = order[at : at + 2 * workers]
                shares = pool.map(lambda year: self._share(world, year, careful=careful), part)
                yield from zip(part, shares, strict=True)

    def _share(self, world: "World", year: int, *, careful: bool) -> float:
        count = int(self.counted[year])
        if careful:
            times = np.append(self.heavier[year], 1.0)[self.network.role]
            world = world._replace(work=self.network.work * times)
        late = late_cases(self.network, world, self.streams[year], self.within, allowed=count)
        return 1.0 - late / count


def years(
    network: Network,
    within: float,
    *,
    seed: int,
    count: int | None = None,
    resample: bool = True,
    cancel: Cancel | None = None,
) -> Years:
    """Draw years from a network's weeks.

    Parameters
    ----------
    network
        What is simulated.
    within
        The longest lead time that keeps the promise, in hours.
    seed
        Where chance begins. Each year has a stream of its own.
    count
        How many years; default 100, and fewer for a very large log.
    resample
        Whether the log itself is drawn again for each year.
    cancel
        Asked now and then; true stops the work.
    """
    weekly = max(1.0, len(network.role) / network.weeks)
    fitting = int(_VISITS / (weekly * max(_SHORTEST, network.weeks)))
    count = count or min(YEARS, max(FEWEST_YEARS, fitting))
    length = int(np.clip(_VISITS / (weekly * count), _SHORTEST, _LONGEST))
    warm = warm_up(network, within)
    weeks = weeks_of(network)
    streams = tuple(
        another_year(
            weeks, np.random.default_rng([seed, year]), length=length, warm=warm, resample=resample
        )
        for year in range(count)
    )
    counted = np.array([max(1, each.counted.sum()) for each in streams])
    return Years(
        network=network,
        streams=streams,
        counted=counted,
        heavier=_heavier(len(network.roles), count, seed),
        within=within,
        cancel=cancel,
    )


def _heavier(roles: int, count: int, seed: int) -> Floats:
    """Return how much heavier the work of each role may be in each year, ``(years, roles)``.

    A log does not show part-time days, breaks and work beside the log exactly, so who is at work is
    counted within a few percent, and rather too many than too few.
    """
    drawn = np.random.default_rng([seed, count, roles]).normal(_HEAVIER, _UNSURE, (count, roles))
    found: Floats = np.exp(drawn)
    return found


def warm_up(network: Network, within: float) -> int:
    """Return after how many weeks a run that begins empty is as full as it gets."""
    return int(np.clip(np.ceil(within / 84.0), 2, 8)) if network.cases else 2


def cores() -> int:
    """Return how many cores there are for us."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
