"""What a card of the board, or a line of the list, says about an initiative."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from beide.web.hierarchy.access import Reach, carrying_of
from beide.web.hierarchy.models import Carrying, Step
from beide.web.hierarchy.stages import HELD, STAGES
from beide.web.initiatives.models import Initiative


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One initiative, with what is so now."""

    initiative: Initiative
    carrying: Carrying
    steps: tuple[Step, ...]
    moves: tuple[str, ...]
    today: date

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step.done_on is not None for step in self.steps)

    @property
    def next_step(self) -> Step | None:
        """The first step that is open."""
        return next((step for step in self.steps if step.done_on is None), None)

    @property
    def late(self) -> int:
        """How many steps should have been done by now."""
        return sum(step.days_late > 0 for step in self.steps)

    @property
    def look_late(self) -> int:
        """How many days ago we said we would look; 0 when that is not so."""
        due = self.carrying.look_on
        if due is None or self.initiative.stopped:
            return 0
        return max((self.today - due).days, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A stage with the cards in it."""

    stage: str
    cards: tuple[Card, ...]


def card(initiative: Initiative, reach: Reach) -> Card:
    """Lay a card for someone whose say goes this far."""
    return Card(
        initiative=initiative,
        carrying=carrying_of(initiative),
        steps=tuple(getattr(initiative, "standing", ())),
        moves=moves(initiative, reach),
        today=timezone.localdate(),
    )


def moves(initiative: Initiative, reach: Reach) -> tuple[str, ...]:
    """Return the stages to which a member may move an initiative."""
    if initiative.stopped or not reach.may_change(initiative):
        return ()
    return tuple(
        stage
        for stage in STAGES
        if stage != initiative.stage and (stage != HELD or reach.may_decide(initiative))
    )


def columns(cards: Iterable[Card]) -> tuple[Column, ...]:
    """Put the cards that are carried now in their columns."""
    moving = [card for card in cards if not card.initiative.stopped]
    return tuple(
        Column(stage=stage, cards=tuple(c for c in moving if c.initiative.stage == stage))
        for stage in STAGES
    )
