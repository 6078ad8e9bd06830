"""What a promise did, in a sentence that never says more than the data does."""

from dataclasses import dataclass
from math import ceil, floor

from django.utils.translation import get_language, gettext, ngettext

from beide.web.evidence import words
from beide.web.evidence.models import Promise
from beide.web.evidence.promising import good
from beide.web.evidence.series import Latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A headline, the facts under it, and how sure they are."""

    headline: str
    facts: str
    sureness: str


def promised(promise: Promise) -> str:
    """Return what is promised, such as ``within 2 days for 95%``."""
    share = words.percent(promise.share, 1)
    if promise.condition:
        told = {"good": condition(promise), "share": share}
        return with_scope(promise, by(promise, gettext("%(good)s for %(share)s") % told))
    time = words.duration(promise.within_hours * 3600)
    text = gettext("within %(time)s for %(share)s") % {"time": time, "share": share}
    return with_scope(promise, by(promise, text))


def by(promise: Promise, text: str) -> str:
    """Add that it is judged by the month, where it is."""
    if promise.period == Promise.Period.MONTH:
        return gettext("%(promised)s each month") % {"promised": text}
    return text


def condition(promise: Promise) -> str:
    """Return when a case keeps the promise."""
    return good(promise).text.in_language(get_language() or "nl")


def with_scope(promise: Promise, text: str) -> str:
    """Add which cases a promise is about, when those are not all."""
    about = [*promise.scope.get("roles", ()), *promise.scope.get("attributes", {}).values()]
    return f"{text} ({', '.join(map(str, about))})" if about else text


def said(promise: Promise, latest: Latest) -> Said:
    """Say how a promise went in its last weeks."""
    return Said(headline=headline(latest), facts=facts(promise, latest), sureness=sureness(latest))


def headline(latest: Latest) -> str:
    """Return in a few words whether the promise is kept."""
    return {
        "holds": gettext("The promise holds."),
        "just_holds": gettext("The promise seems to hold."),
        "just_broken": gettext("The promise seems not to be kept."),
        "broken": gettext("The promise is not kept."),
    }[latest.verdict]


def facts(promise: Promise, latest: Latest) -> str:
    """Return the numbers behind the headline, with the weeks they are about."""
    told = {
        "weeks": weeks(latest),
        "kept": words.number(latest.kept),
        "cases": words.cases(latest.cases),
        "share": words.share_of(latest.kept, latest.cases),
        "promised": words.percent(latest.promised, 1),
    }
    if promise.condition:
        return gettext(
            "%(weeks)s, %(kept)s of %(cases)s kept it: %(good)s. That is %(share)s. "
            "You promised %(promised)s."
        ) % {**told, "good": condition(promise)}
    return gettext(
        "%(weeks)s, %(kept)s of %(cases)s were done within %(time)s. That is %(share)s. "
        "You promised %(promised)s."
    ) % {**told, "time": words.duration(promise.within_hours * 3600)}


def weeks(latest: Latest) -> str:
    """Return which weeks, or which month, a sentence is about."""
    if latest.period == "month":
        month = {"month": words.month(latest.since)}
        if latest.is_unbroken:
            return gettext("In %(month)s") % month
        return gettext("In %(month)s, the last month that may be shown") % month
    filled = {"weeks": latest.weeks, "until": words.day(latest.until)}
    if latest.is_unbroken:
        return (
            ngettext(
                "In the week up to %(until)s",
                "In the %(weeks)s weeks up to %(until)s",
                latest.weeks,
            )
            % filled
        )
    return (
        ngettext(
            "In the last week that may be shown, up to %(until)s",
            "In the last %(weeks)s weeks that may be shown, up to %(until)s",
            latest.weeks,
        )
        % filled
    )


def sureness(latest: Latest) -> str:
    """Return how sure the headline is, in plain words."""
    between = gettext("With %(cases)s, the true share lies between %(low)s and %(high)s.") % {
        "cases": words.cases(latest.cases),
        "low": words.percent(floor(latest.low * 100) / 100),
        "high": words.percent(ceil(latest.high * 100) / 100),
    }
    again = (
        gettext("Look again next month.")
        if latest.period == "month"
        else gettext("Look again next week.")
    )
    verdicts = {
        "holds": gettext("So this is more than chance."),
        "just_holds": gettext("So it may also be chance that it is kept. %(again)s")
        % {"again": again},
        "just_broken": gettext("So it may also be chance that it is missed. %(again)s")
        % {"again": again},
        "broken": gettext("So this is more than bad luck."),
    }
    return f"{between} {verdicts[latest.verdict]}"
