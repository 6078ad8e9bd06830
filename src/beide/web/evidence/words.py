"""Lengths of time, shares and days in the reader's language."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, ngettext

from beide.log import spoken_duration


def number(value: float, places: int = 0) -> str:
    """Return a number with the language's decimal sign and thousands; no decimals when whole."""
    rounded = round(value, places)
    whole = rounded == round(rounded)
    return number_format(rounded, 0 if whole else places, force_grouping=True)


def duration(seconds: float) -> str:
    """Return a length of time, such as ``2 days`` or ``36 uur``."""
    return spoken_duration(timedelta(seconds=seconds)).in_language(get_language() or "nl")


def percent(share: float, places: int = 0) -> str:
    """Return a share as a percentage."""
    return f"{number(share * 100, places)}%"


def share_of(kept: int, cases: int) -> str:
    """Return a share as a percentage that is never rounded up to more than it is."""
    return f"{number(kept * 1000 // cases / 10, 1)}%"


def day(when: date | datetime) -> str:
    """Return a day in words, such as ``12 November 2026``."""
    local = timezone.localtime(when) if isinstance(when, datetime) else when
    return date_format(local, "j F Y")


def month(when: date) -> str:
    """Return a month in words, such as ``November 2026``."""
    return date_format(when, "F Y")


def cases(count: int) -> str:
    """Return a number of cases."""
    return ngettext("%(count)s case", "%(count)s cases", count) % {"count": number(count)}


def cases_or_few(count: int, minimum: int) -> str:
    """Return a number of cases, or only that there are too few to show."""
    if count >= minimum:
        return cases(count)
    return ngettext("fewer than %(minimum)s case", "fewer than %(minimum)s cases", minimum) % {
        "minimum": minimum
    }
