"""Walking a real case along the bricks: each of its steps, and the brick it lands on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from beide.web.evidence.cases.steps import CaseStep
from beide.web.tables.facts.binding import bound
from beide.web.tables.reading import Board


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """One step of a case: what was done, in which week of the case, and on which brick.

    ``brick`` is empty where the table has none for it; ``linked`` tells whether the table has a
    link from the brick before.
    """

    name: str
    week: int
    brick: str
    linked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A case along the bricks, and the bricks of its log that it did not come by."""

    paces: tuple[Pace, ...]
    passed_over: tuple[str, ...]

    @property
    def without_brick(self) -> int:
        """How many steps of the case have no brick."""
        return sum(not pace.brick for pace in self.paces)

    @property
    def without_link(self) -> int:
        """How often the case went from brick to brick where the table has no link."""
        return sum(bool(pace.brick) and not pace.linked for pace in self.paces)


def walk(board: Board, steps: Sequence[CaseStep], *, log: int) -> Walk:
    """Walk a case along the bricks that are bound to its log.

    A step lands on the brick that is bound to it, or that has its name. A step that too few cases
    have to name it is told as such.
    """
    bricks = bricks_by_step(board, log)
    links = {(link.start, link.to) for link in board.links if link.kind != "missing"}
    paces: list[Pace] = []
    here = ""
    for step in steps:
        brick = bricks.get(fold(step.name), "") if step.name else ""
        linked = not here or not brick or here == brick or (here, brick) in links
        paces.append(
            Pace(
                name=step.name or gettext("a rare step"), week=step.nth, brick=brick, linked=linked
            )
        )
        here = brick or here
    met = {pace.brick for pace in paces}
    passed = tuple(key for key in dict.fromkeys(bricks.values()) if key not in met)
    return Walk(paces=tuple(paces), passed_over=passed)


def bricks_by_step(board: Board, log: int) -> Mapping[str, str]:
    """Return which brick each step lands on: the one bound to it before one that is called so."""
    named = {fold(brick.label): brick.id for brick in reversed(board.bricks) if not bound(brick)}
    tied = {
        fold(found.activity): brick.id
        for brick in reversed(board.bricks)
        if (found := bound(brick)) is not None and found.log == log and found.activity
    }
    return {**named, **tied}


def fold(name: str) -> str:
    """Return a name as it is compared: without capitals and double spaces."""
    return " ".join(name.split()).casefold()
