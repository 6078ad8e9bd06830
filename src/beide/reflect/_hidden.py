"""A result that is not shown, and why. It holds no number about the people in it."""

from dataclasses import dataclass
from enum import StrEnum

from beide.reflect._words import say
from beide.text import Text


class Why(StrEnum):
    """Why a result is hidden."""

    TOO_FEW = "too_few"
    PART_OF_THEM = "part_of_them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """Stands where a result would be; ``needed`` is the threshold, not how many there were."""

    why: Why
    needed: int

    @property
    def text(self) -> Text:
        """Say why, in both languages."""
        return say("hidden", self.why, needed=self.needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """How many people there must be.

    ``result`` for anything at all, ``spread`` for how far people differ and on what. An
    organisation may only raise them.
    """

    result: int = 5
    spread: int = 8
