"""Barriers and wins in sentences."""

from django.utils.translation import gettext, ngettext

from beide.web.evidence import words
from beide.web.wins.access import DaysToRemove

DAYS_IN_WEEK, DAYS_IN_MONTH = 7, 30
IN_DAYS, IN_WEEKS = 14, 61  # how long something is told in days, and then in weeks


def lasting(days: int) -> str:
    """Say for how long, in days, weeks or months."""
    if days < 1:
        return gettext("since today")
    if days < IN_DAYS:
        return ngettext("for %(number)s day", "for %(number)s days", days) % {"number": days}
    if days < IN_WEEKS:
        weeks = days // DAYS_IN_WEEK
        return ngettext("for %(number)s week", "for %(number)s weeks", weeks) % {"number": weeks}
    months = days // DAYS_IN_MONTH
    return ngettext("for %(number)s month", "for %(number)s months", months) % {"number": months}


def to_remove(found: DaysToRemove | None) -> str:
    """Say how long it takes before a barrier goes away."""
    if found is None:
        return gettext("No barrier went away in the past year.")
    if found.number == 1:
        one = ngettext(
            "One barrier went away in the past year. It stood %(days)s day.",
            "One barrier went away in the past year. It stood %(days)s days.",
            found.longest,
        )
        return one % {"days": found.longest}
    said = gettext(
        "%(number)s barriers went away in the past year. Half of them within %(days)s days; "
        "they stood from %(quickest)s to %(longest)s days."
    )
    return said % {
        "number": found.number,
        "days": words.number(found.days, 0 if found.days == int(found.days) else 1),
        "quickest": found.quickest,
        "longest": found.longest,
    }


def thanks(count: int, threshold: int) -> str:
    """Say how many said thanks; a small number is not told."""
    if count == 0:
        return ""
    if count < threshold:
        return gettext("A few people said thanks.")
    return gettext("%(count)s people said thanks.") % {"count": count}
