"""Wins as pages show them: with what they rest on, and with thanks."""

from collections.abc import Collection
from dataclasses import dataclass

from beide.text import Text
from beide.web.effects.access import Shown
from beide.web.organisation.models import Organisation
from beide.web.wins import access, words
from beide.web.wins.models import Barrier, Win


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A win with the effect it rests on, and how many said thanks, in words."""

    win: Win
    effect: Shown | None
    thanks: str
    thanked: bool

    @property
    def says(self) -> Text | None:
        """What the data say now, and never more than that."""
        return self.effect.sentence if self.effect else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A barrier with how long it has stood, in words."""

    barrier: Barrier
    lasting: str


def cards(
    organisation: Organisation, wins: list[Win], *, thanked: Collection[int] = ()
) -> list[Card]:
    """Return wins as they are shown. ``thanked`` are those for which this browser said thanks."""
    effects = access.effects_of(organisation, wins)
    return [
        Card(
            win=win,
            effect=effects.get(win.plan_id) if win.plan_id else None,
            thanks=words.thanks(win.celebrated, organisation.threshold),
            thanked=win.pk in thanked,
        )
        for win in wins
    ]


def standing(barriers: list[Barrier]) -> list[Standing]:
    """Return barriers with how long they have stood."""
    return [Standing(barrier=barrier, lasting=words.lasting(barrier.days)) for barrier in barriers]
