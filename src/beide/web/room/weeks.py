"""Weeks of room: what was granted and what was used, and when the operation ate it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from beide.web.room.models import Agreement

WEEK = timedelta(weeks=1)
IN_A_ROW = 3
# Used clearly less than granted: under half of it.
CLEARLY_LESS = Decimal("0.5")


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamWeek:
    """One week of one team; ``used`` is nothing when the team did not tell."""

    monday: date
    agreement: Agreement
    granted: Decimal
    used: Decimal | None = None
    why_less: str = ""

    @property
    def is_eaten(self) -> bool:
        """Tell whether clearly less was used than was granted."""
        return self.used is not None and self.used < self.granted * CLEARLY_LESS

    @property
    def sunday(self) -> date:
        """The last day of the week."""
        return self.monday + timedelta(days=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomWeek:
    """One week of all teams together.

    ``granted`` is what all teams had agreed, ``granted_told`` what those had agreed that told how
    much they used; ``used`` is nothing when no team told.
    """

    monday: date
    granted: Decimal
    granted_told: Decimal
    used: Decimal | None
    teams: int
    teams_that_told: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Weeks in a row in which the operation ate the room."""

    weeks: tuple[TeamWeek, ...]

    @property
    def first(self) -> date:
        """The Monday on which it began."""
        return self.weeks[0].monday

    @property
    def last(self) -> date:
        """The Sunday on which it ended, or has come so far."""
        return self.weeks[-1].sunday


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def runs_in(agreement: Agreement, monday: date) -> bool:
    """Tell whether an agreement holds in the week of this Monday."""
    return agreement.since <= monday and (agreement.until is None or monday <= agreement.until)


def team_weeks(agreements: Iterable[Agreement], *, last: int, today: date) -> list[TeamWeek]:
    """Return a team's weeks, the oldest first, up to this week; the newest agreement comes first.

    This week is there only once the team told about it; it is not over.
    """
    now = monday_of(today)
    found: dict[date, TeamWeek] = {}
    for agreement in agreements:
        told = {used.week: used for used in agreement.used_weeks.all()}
        for back in range(last + 1):
            monday = now - back * WEEK
            if not runs_in(agreement, monday) or (monday == now and monday not in told):
                continue
            used = told.get(monday)
            week = TeamWeek(
                monday=monday,
                agreement=agreement,
                granted=agreement.hours_a_week,
                used=used.used_hours if used else None,
                why_less=used.why_less if used else "",
            )
            found.setdefault(monday, week)
    return [found[monday] for monday in sorted(found)][-last:]


def together(by_team: Iterable[Sequence[TeamWeek]]) -> list[RoomWeek]:
    """Add up the weeks of several teams."""
    weeks: dict[date, list[TeamWeek]] = {}
    for of_team in by_team:
        for week in of_team:
            weeks.setdefault(week.monday, []).append(week)
    return [_added(monday, weeks[monday]) for monday in sorted(weeks)]


def _added(monday: date, weeks: Sequence[TeamWeek]) -> RoomWeek:
    told = [week for week in weeks if week.used is not None]
    return RoomWeek(
        monday=monday,
        granted=sum((week.granted for week in weeks), Decimal(0)),
        granted_told=sum((week.granted for week in told), Decimal(0)),
        used=sum((week.used or Decimal(0) for week in told), Decimal(0)) if told else None,
        teams=len(weeks),
        teams_that_told=len(told),
    )


def spells(weeks: Sequence[TeamWeek]) -> list[Spell]:
    """Return every time that clearly less was used for at least three weeks in a row."""
    found: list[list[TeamWeek]] = []
    for week in weeks:
        if not week.is_eaten:
            continue
        if found and week.monday - found[-1][-1].monday == WEEK:
            found[-1].append(week)
        else:
            found.append([week])
    return [Spell(weeks=tuple(run)) for run in found if len(run) >= IN_A_ROW]


def eaten_now(weeks: Sequence[TeamWeek], *, today: date) -> bool:
    """Tell whether the operation eats the room: also in the last weeks about which was told.

    The last of them is at most two weeks ago; what was longer ago is no reason for alarm today.
    """
    told = [week for week in weeks if week.used is not None]
    found = spells(weeks)
    if not told or not found:
        return False
    recent = monday_of(today) - told[-1].monday <= 2 * WEEK
    return recent and found[-1].weeks[-1] is told[-1]
