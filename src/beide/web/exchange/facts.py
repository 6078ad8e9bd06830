"""Everything the exchange knows of an organisation today, asked once for a whole page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone

from beide.web.effects import access as effects
from beide.web.effects.access import Shown
from beide.web.evidence.access import main_promise
from beide.web.evidence.models import Promise
from beide.web.exchange.counts import Counts, counts_of
from beide.web.exchange.trend import last_monday
from beide.web.exchange.words import PromiseState, state_of
from beide.web.organisation.models import Organisation
from beide.web.room import access as room
from beide.web.room.access import TeamRoom
from beide.web.room.weeks import RoomWeek, monday_of, runs_in

HALF_A_YEAR = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The promise, the room, the exploring and the insights of one organisation."""

    organisation: Organisation
    today: date
    promise: Promise | None
    state: PromiseState | None
    rooms: Sequence[TeamRoom]
    weeks: Sequence[RoomWeek]
    effects: Sequence[Shown]
    counts: Counts

    @property
    def granted(self) -> Decimal | None:
        """The hours a week that teams have agreed now; nothing when no agreement holds."""
        now = [team.agreement for team in self.rooms if team.agreement]
        hours = [each.hours_a_week for each in now if runs_in(each, monday_of(self.today))]
        return sum(hours, Decimal(0)) if hours else None

    @property
    def teams_with_room(self) -> int:
        """How many teams have an agreement that holds now."""
        now = [team.agreement for team in self.rooms if team.agreement]
        return sum(runs_in(each, monday_of(self.today)) for each in now)

    @property
    def last_told(self) -> RoomWeek | None:
        """The last whole week about which a team told how much it used."""
        until = last_monday(self.today)
        told = [week for week in self.weeks if week.used is not None and week.monday <= until]
        return told[-1] if told else None


def facts_of(
    organisation: Organisation,
    *,
    weeks: int = HALF_A_YEAR,
    today: date | None = None,
    counts: Counts | None = None,
) -> Facts:
    """Gather what is known of an organisation.

    Parameters
    ----------
    weeks
        How far back the room goes.
    today
        The day it is; left out for now.
    counts
        What was counted already.
    """
    day = today or timezone.localdate()
    promise = main_promise(organisation)
    rooms = room.teams(organisation, last=weeks, today=day)
    return Facts(
        organisation=organisation,
        today=day,
        promise=promise,
        state=state_of(promise) if promise else None,
        rooms=rooms,
        weeks=room.together_of(rooms, last=weeks),
        effects=effects.of_organisation(organisation),
        counts=counts or counts_of(organisation, today=day),
    )
