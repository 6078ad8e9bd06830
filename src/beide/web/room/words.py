"""Hours, weeks and ways in words."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext, ngettext

from beide.text import Text
from beide.web.page.templatetags.beide_text import say
from beide.web.room.models import Agreement


def number(hours: Decimal | float) -> str:
    """Return hours with the language's decimal sign; no decimals when whole."""
    return number_format(hours, 0 if hours == int(hours) else 1, force_grouping=True)


def hours(count: Decimal | float) -> str:
    """Return a number of hours."""
    return ngettext("%(hours)s hour", "%(hours)s hours", 1 if count == 1 else 2) % {
        "hours": number(count)
    }


def hours_a_week(count: Decimal | float) -> str:
    """Return a number of hours a week."""
    return ngettext("%(hours)s hour a week", "%(hours)s hours a week", 1 if count == 1 else 2) % {
        "hours": number(count)
    }


def week_of(monday: date) -> str:
    """Return the week that begins on a Monday."""
    return gettext("week of %(day)s") % {"day": date_format(monday, "j F")}


def way_text(way: str) -> Text:
    """Return how time is freed, as the library says it."""
    # The library brings arrays along, which most pages can do without.
    from beide.room import WAYS, Way

    return WAYS[Way(way)]


def way_choices(ways: Iterable[str]) -> list[tuple[str, str]]:
    """Return ways of freeing time to choose from."""
    return [(way, capital(say(way_text(way)))) for way in ways]


def capital(text: str) -> str:
    """Return the same with a capital first."""
    return text[:1].upper() + text[1:]


def busiest(agreement: Agreement) -> str:
    """Return the hours that a team had better leave alone, when a study tells them."""
    found = agreement.study.found if agreement.study else {}
    slots = [
        slot
        for team in found.get("teams", [])
        if team["team"] == agreement.log_team
        for slot in team["busiest"]
    ]
    return stretches(slots)


def stretches(slots: Iterable[int]) -> str:
    """Return hours of the week in words: Mon 9:00-11:00, Tue 9:00-10:00."""
    told = [(WEEKDAYS_ABBR[day], begin, end) for day, begin, end in spans(slots)]
    return ", ".join(f"{day} {begin}:00-{end}:00" for day, begin, end in told)


def spans(slots: Iterable[int]) -> list[tuple[int, int, int]]:
    """Return hours of the week as stretches: the day, and from which hour to which.

    >>> spans([9, 10, 33])
    [(0, 9, 11), (1, 9, 10)]
    """
    found: list[tuple[int, int, int]] = []
    for slot in sorted(slots):
        day, hour = divmod(slot, 24)
        if found and found[-1][0] == day and found[-1][2] == hour:
            found[-1] = (day, found[-1][1], hour + 1)
        else:
            found.append((day, hour, hour + 1))
    return found
