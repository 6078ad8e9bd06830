"""The room that the demo's teams agreed on, and what of it they used: as its truths have it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from beide.demo import RoomWeek, room_weeks
from beide.text import Text
from beide.web.demo.cast import Cast, backdate, day
from beide.web.demo.evidence import last_sunday
from beide.web.room import actions
from beide.web.room.access import Side
from beide.web.room.actions import Terms
from beide.web.room.models import Agreement
from beide.web.room.questions import about_room

WAY = "rota"
WHY = Text(
    nl="We begonnen met ongeveer een uur per persoon, en kijken elke week naar de belofte.",
    en="We began with about an hour each, and look at the promise every week.",
)
# What the team said about the weeks in which the operation ate the room.
CAME_BETWEEN: Mapping[str, Sequence[Text]] = {
    "technicus": (
        Text(
            nl="Een leverancier leverde niet. Alles moest met wat er lag.",
            en="A supplier did not deliver. We had to do with what was there.",
        ),
        Text(
            nl="Nog steeds geen onderdelen, en veel spoed.",
            en="Still no parts, and many urgent orders.",
        ),
        Text(nl="Spoed ging steeds voor.", en="Urgent orders went first every time."),
        Text(
            nl="De achterstand moest eerst weg. We missen de uren aan de werkbank.",
            en="The backlog had to go first. We miss our hours at the workbench.",
        ),
    ),
}
# The last team has not told about last week yet, so that a visitor can.
TELLS_LATER = "bezorger"
PROPOSED_TO, PROPOSED_HOURS = "planning", Decimal(4)


def make(cast: Cast) -> None:
    """Agree on room team by team, tell the weeks, and leave one proposal to answer."""
    for role, weeks in groupby(room_weeks(until=last_sunday()), key=lambda week: week.team):
        told = list(weeks)
        agreement = agreed(cast, role, told)
        tell(cast, role, agreement, told[:-1] if role == TELLS_LATER else told)
    propose(cast)
    if cast.promise is not None:
        actions.ask(promise=cast.promise, asked=about_room(cast.promise, way=WAY))


def agreed(cast: Cast, role: str, told: Sequence[RoomWeek]) -> Agreement:
    """Let the lead propose and the team say yes, a week before it began."""
    first = told[0]
    team = next(each.team for each in cast.story.roles if each.key == role)
    agreement = actions.propose(
        team=cast.teams[team],
        side=Side.LEAD,
        terms=terms(cast, hours=Decimal(str(first.granted)), since=first.monday),
    )
    actions.agree(agreement=agreement, side=Side.TEAM)
    before = first.monday - timedelta(weeks=1)
    backdate(agreement, proposed_on=before, lead_yes=before, team_yes=before, agreed_on=before)
    return agreement


def terms(cast: Cast, *, hours: Decimal, since: date) -> Terms:
    """Return what is proposed; Beide gives no number for these data, so there is a reason."""
    return Terms(
        promise=cast.promise,
        hours_a_week=hours,
        way=WAY,
        since=since,
        why_more=cast.say(WHY),
    )


def tell(cast: Cast, role: str, agreement: Agreement, told: Sequence[RoomWeek]) -> None:
    """Tell the weeks, with words where hardly anything was used."""
    words = said(role)
    for week in told:
        less = week.used < week.granted / 2
        actions.tell(
            agreement=agreement,
            week=week.monday,
            used_hours=in_halves(week.used),
            why_less=cast.say(next(words, None)) if less else "",
        )


def in_halves(hours: float) -> Decimal:
    """Return hours as people tell them, in halves."""
    return Decimal(round(hours * 2)) / 2


def said(role: str) -> Iterator[Text]:
    """Yield what a team said, a week at a time."""
    yield from CAME_BETWEEN.get(role, ())


def propose(cast: Cast) -> None:
    """Let the lead of one more team propose a few hours."""
    proposal = actions.propose(
        team=cast.teams[PROPOSED_TO],
        side=Side.LEAD,
        terms=terms(cast, hours=PROPOSED_HOURS, since=day(0)),
    )
    backdate(proposal, proposed_on=day(2), lead_yes=day(2))
