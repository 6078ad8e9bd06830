"""What the engine says of made-up organisations, held against what is true of them."""

from dataclasses import dataclass, replace

import numpy as np

from beide.room._arrays import Floats
from beide.room._network import Network
from beide.room._run import Stream, late_cases, world_of
from beide.room._solve import halved, largest
from beide.room._study import study
from beide.room._trials._logs import Amiss, log_of
from beide.room._trials._worlds import World
from beide.room._ways import Way, freed, servers
from beide.room._weeks import as_it_was, weeks_of

WAY = Way.HOUR_A_DAY
_FINE = 0.0025


@dataclass(frozen=True, slots=True)
class Truth:
    """A world over so many weeks that chance is out of it."""

    world: World
    network: Network
    stream: Stream

    def share(self, shares: Floats) -> float:
        """Return the share within the promise when roles free these shares."""
        people = freed(servers(self.network.people), shares, WAY)
        late = late_cases(
            self.network,
            world_of(self.network, people),
            self.stream,
            self.world.within,
            allowed=len(self.stream.case),
        )
        return 1.0 - late / len(self.stream.case)

    def largest(self, direction: Floats) -> float:
        """Return the largest share that truly keeps the promise."""
        return halved(
            lambda each: self.share(each * direction) >= self.world.share, most=0.9, nearest=_FINE
        )


def truth_of(world: World, *, seed: int, weeks: int) -> Truth:
    """Return what is true of a world as it is at the end of a log."""
    network = replace(world, drift=0.0).network(np.random.default_rng(seed), weeks=weeks)
    return Truth(world, network, as_it_was(weeks_of(network)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the engine said of one log: whether the gate let it, for which roles, and how much."""

    passed: bool
    direction: tuple[float, ...]
    share: float


def answer(
    world: World, *, seed: int, log: int, weeks: int, starts: bool, years: int = 100
) -> Answer:
    """Let the engine answer for one log of a world."""
    events = log_of(world, np.random.default_rng([seed, log]), weeks=weeks, starts=starts)
    found = study(events, within=world.within, share=world.share, seed=log)
    share = 0.0
    if found.backtest.passes:
        asked = found.question(WAY, seed=log, count=years)
        share = largest(asked, found.simulated)
    passed = found.backtest.passes
    return Answer(passed=passed, direction=tuple(found.simulated), share=share)


def passes_amiss(world: World, amiss: Amiss, *, seed: int, log: int, weeks: int) -> bool:
    """Return whether the gate lets a log pass in which something changed."""
    events = log_of(world, np.random.default_rng([seed, log]), weeks=weeks, amiss=amiss)
    return study(events, within=world.within, share=world.share, seed=log).backtest.passes
