"""When an organisation works: hours, holidays and the clock on its wall."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from beide.errors import WrongOption
from beide.log.outcomes._hours import Hours

_SOME_YEARS = range(2020, 2026)
"""Among which every holiday that moves, or comes once in five years, falls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """When an organisation works.

    Attributes
    ----------
    zone
        The clock on its wall, such as ``Europe/Amsterdam``.
    hours
        When people work; default Monday to Friday from 9 to 5.
    teams
        Hours of roles or teams that have their own. Work counts by the hours of whoever finishes
        the step that it waits for.
    holidays
        The country whose public holidays are free, such as ``NL``; ``None`` for no holidays.
    worked
        Holidays on which people work all the same, by their English name. Default Good Friday in
        the Netherlands, where it is on the list but few are free.
    closed
        Further days on which nobody works.

    Raises
    ------
    WrongOption
        When there is no such zone, country or holiday.

    >>> Calendar().hours.text.nl
    'ma-vr 9:00-17:00'
    """

    zone: str = "Europe/Amsterdam"
    hours: Hours = field(default_factory=Hours)
    teams: Mapping[str, Hours] = field(default_factory=dict)
    holidays: str | None = "NL"
    worked: tuple[str, ...] | None = None
    closed: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "teams", MappingProxyType(dict(self.teams)))
        if self.worked is None:
            worked = ("Good Friday",) if self.holidays == "NL" else ()
            object.__setattr__(self, "worked", worked)
        _check_zone(self.zone)
        _check_holidays(self.holidays, self.worked or ())

    def __hash__(self) -> int:
        teams = frozenset(self.teams.items())
        return hash((self.zone, self.hours, teams, self.holidays, self.worked, self.closed))

    def free(self, first: date, last: date) -> frozenset[date]:
        """Return the days from the first to the last on which nobody works, weekends aside."""
        named = _named(self.holidays, range(first.year, last.year + 1)) if self.holidays else {}
        free = {day for day, name in named.items() if name not in (self.worked or ())}
        return frozenset(day for day in free.union(self.closed) if first <= day <= last)


def _named(country: str, years: Iterable[int]) -> Mapping[date, str]:
    """Return the public holidays of a country, by their English name."""
    from holidays import country_holidays

    try:
        found: Mapping[date, str] = country_holidays(country, years=years, language="en_US")
    except NotImplementedError as error:
        raise WrongOption(
            option="holidays",
            value=country,
            expected_nl="een land in twee hoofdletters, zoals NL of BE",
            expected_en="a country in two capitals, such as NL or BE",
        ) from error
    return found


def _check_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise WrongOption(
            option="zone",
            value=zone,
            expected_nl="een tijdzone zoals Europe/Amsterdam",
            expected_en="a time zone such as Europe/Amsterdam",
        ) from error


@cache
def _check_holidays(country: str | None, worked: tuple[str, ...]) -> None:
    known = set(_named(country, _SOME_YEARS).values()) if country else set()
    wrong = next((name for name in worked if name not in known), None)
    if wrong is not None:
        listed = ", ".join(sorted(known)) or "-"
        raise WrongOption(
            option="worked",
            value=wrong,
            expected_nl=f"een feestdag van dat land ({listed})",
            expected_en=f"a holiday of that country ({listed})",
        )
