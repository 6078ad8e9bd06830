"""Which week a team is asked about, and the answers it can give in one tap."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone

from beide.web.room.access import TeamRoom
from beide.web.room.forms import TellForm
from beide.web.room.models import Agreement, UsedWeek
from beide.web.room.weeks import CLEARLY_LESS, WEEK, monday_of, runs_in

BACK = 4  # weeks about which is still asked
FRIDAY = 4
SHARES = (Decimal(1), Decimal("0.75"), Decimal("0.5"), Decimal("0.25"), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One week to tell about: with a tap, or with a number and words."""

    agreement: Agreement
    monday: date
    taps: tuple[Decimal, ...]
    told: UsedWeek | None
    form: TellForm

    @property
    def asks_why(self) -> bool:
        """Tell whether clearly less was used, so that words about it help."""
        granted = self.agreement.hours_a_week
        return self.told is not None and self.told.used_hours < granted * CLEARLY_LESS


def asked_week(room: TeamRoom, chosen: date | None, *, today: date | None = None) -> Asked | None:
    """Return the week that was chosen, else the earliest of the last weeks that was not told."""
    open_ = open_weeks(room, today=today or timezone.localdate())
    for monday in [monday_of(chosen)] if chosen else open_:
        agreement = holding(room, monday)
        if agreement is not None:
            return asked(agreement, monday)
    return None


def open_weeks(room: TeamRoom, *, today: date) -> list[date]:
    """Return the last weeks about which nothing was told, the earliest first.

    This week is among them once it is nearly over.
    """
    now = monday_of(today)
    last = 0 if today.weekday() >= FRIDAY else 1
    told = {week.monday for week in room.weeks if week.used is not None}
    return [
        monday
        for back in range(BACK, last - 1, -1)
        if (monday := now - back * WEEK) not in told and holding(room, monday) is not None
    ]


def holding(room: TeamRoom, monday: date) -> Agreement | None:
    """Return the agreement that held in a week that began already."""
    if monday > timezone.localdate():
        return None
    return next((each for each in room.versions if runs_in(each, monday)), None)


def asked(agreement: Agreement, monday: date, form: TellForm | None = None) -> Asked:
    """Return a week to tell about, with what was told before."""
    told = next((used for used in agreement.used_weeks.all() if used.week == monday), None)
    first = {
        "week": monday,
        "used_hours": told.used_hours if told else None,
        "why_less": told.why_less if told else "",
    }
    return Asked(
        agreement=agreement,
        monday=monday,
        taps=taps(agreement.hours_a_week),
        told=told,
        form=form or TellForm(initial=first),
    )


def taps(granted: Decimal) -> tuple[Decimal, ...]:
    """Return the numbers that can be told in one tap: all, three quarters, half, a quarter, none.

    >>> [str(hours) for hours in taps(Decimal(10))]
    ['10', '7.5', '5', '2.5', '0']
    """
    halves = [(granted * share * 2).to_integral_value(ROUND_HALF_UP) / 2 for share in SHARES[1:]]
    return tuple(dict.fromkeys([granted, *halves]))
