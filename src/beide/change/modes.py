"""The two modes of one organisation, each with its own rhythm."""

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """A step in a rhythm."""

    ANALYSE = "analyse"
    PLAN = "plan"
    EXECUTE = "execute"
    EXPLORE = "explore"
    DISCOVER = "discover"
    LEARN = "learn"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The order in which a mode works. A rhythm begins again after its last stage."""

    name: str
    stages: tuple[Stage, ...]


class Mode(StrEnum):
    """One of the two sides that run beside each other.

    Source: John P. Kotter, *Accelerate* (2014), the dual operating system.

    >>> [str(stage) for stage in Mode.NETWORK.rhythm.stages]
    ['explore', 'discover', 'learn']
    """

    HIERARCHY = "hierarchy"
    NETWORK = "network"

    @property
    def rhythm(self) -> Rhythm:
        """The stages in which this mode works, in order."""
        return CARRY_OUT if self is Mode.HIERARCHY else FIND_OUT


CARRY_OUT = Rhythm(name="carry_out", stages=(Stage.ANALYSE, Stage.PLAN, Stage.EXECUTE))
FIND_OUT = Rhythm(name="find_out", stages=(Stage.EXPLORE, Stage.DISCOVER, Stage.LEARN))
