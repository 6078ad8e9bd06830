"""What is too small to show, told together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from beide.log._hiding import hidden
from beide.log.questions._told import Told


class Counted(Protocol):
    """A row of an answer, with the number of cases that it rests on."""

    @property
    def cases(self) -> int:
        """How many cases."""


Line = TypeVar("Line", bound=Counted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Other(Told):
    """The rows that are not shown apart: how many there are, and what they count together.

    ``count`` is ``None`` when even together they are too few to show.
    """

    rows: int
    count: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Told):
    """Rows over ``cases`` cases; those that rest on fewer than ``minimum`` are in ``other``."""

    cases: int
    minimum: int
    other: Other


def apart(lines: Sequence[Line], minimum: int) -> tuple[tuple[Line, ...], Other]:
    """Return the rows that may be shown, in their order, and the others together.

    What the others count together is the sum of their ``count``, or of their ``cases`` where a case
    counts once.
    """
    secret = hidden({place: line.cases for place, line in enumerate(lines)}, minimum)
    shown = tuple(line for place, line in enumerate(lines) if place not in secret)
    rest = [lines[place] for place in secret]
    enough = len(rest) > 1 and sum(line.cases for line in rest) >= minimum
    together = sum(int(getattr(line, "count", line.cases)) for line in rest)
    return shown, Other(rows=len(rest), count=together if enough or not rest else None)


def part(cases: int, whole: int, minimum: int) -> int | None:
    """Return how many of a whole, or ``None`` when those or the rest are too few to show."""
    too_few = 0 < cases < minimum or 0 < whole - cases < minimum
    return None if too_few else cases
