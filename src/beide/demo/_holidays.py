"""Dutch public holidays of any year, from the rules in the truths."""

from datetime import date, timedelta

from beide.demo._truths import Holidays

KINGS_DAY = (4, 27)


def holidays(year: int, *, rules: Holidays) -> frozenset[date]:
    """Return the days of a year on which nobody works."""
    days = {_fixed(year, day) for day in rules.fixed}
    days |= {easter(year) + timedelta(days=after) for after in rules.after_easter}
    if year % 5 == 0:
        days |= {_fixed(year, day) for day in rules.every_five_years}
    return frozenset(days)


def _fixed(year: int, month_and_day: str) -> date:
    day = date.fromisoformat(f"{year}-{month_and_day}")
    moves = (day.month, day.day) == KINGS_DAY and day.isoweekday() == 7
    return day - timedelta(days=1) if moves else day


def easter(year: int) -> date:
    """Return Easter Sunday, by the calendar of moons (Meeus, Astronomical Algorithms, ch. 8)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    shift = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - shift + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
