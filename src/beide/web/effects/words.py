"""Effects in words, for pages."""

from django.utils.translation import gettext

from beide.web.effects.access import Shown
from beide.web.effects.models import Plan
from beide.web.evidence import words

AN_HOUR = 3600


def headline(shown: Shown) -> str:
    """Return what can be said, as the heading of a page."""
    if shown.flagged:
        return gettext("The promise suffers since “%(name)s” began.") % {"name": shown.plan.name}
    said = {
        "improved": gettext("It improved after “%(name)s” began."),
        "probably": gettext("It probably improved after “%(name)s” began."),
        "cannot_tell": gettext("We cannot tell whether “%(name)s” made a difference."),
        "worse": gettext("It became worse after “%(name)s” began."),
        "waiting": gettext("It is too early to say what “%(name)s” does."),
        "refused": gettext("The data cannot tell what “%(name)s” did."),
    }
    return said[shown.verdict] % {"name": shown.plan.name}


def value(measure: str, number: float) -> str:
    """Return one week's outcome: a share, a length of time or a rating."""
    if measure == Plan.Measure.LEAD_TIME:
        return words.duration(number * AN_HOUR)
    if measure == Plan.Measure.RATING:
        return words.number(number, 1)
    return words.percent(number, 1)


def change(kind: str, number: float) -> str:
    """Return a change with its sign, in the unit of its kind."""
    size = number if kind == "rating" else number * 100
    sign = "+" if size > 0 else "−" if size < 0 else ""
    told = words.number(abs(size), 1)
    if kind == "amount":
        return f"{sign}{told}%"
    if kind == "rating":
        return gettext("%(size)s points") % {"size": f"{sign}{words.number(abs(size), 2)}"}
    return gettext("%(size)s percentage points") % {"size": f"{sign}{told}"}
