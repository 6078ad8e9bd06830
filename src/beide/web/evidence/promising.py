"""A promise as the library knows it."""

from beide import log as event_log
from beide.web.evidence.models import Promise
from beide.web.evidence.series import Period


def good(promise: Promise) -> event_log.Good:
    """Return when a case keeps a promise."""
    if promise.condition:
        return event_log.good(promise.condition)
    return event_log.within(promise.within)


def as_asked(promise: Promise, *, period: Period = "week") -> event_log.Promise:
    """Return what the library is asked: when, for which share, about which cases, and by what."""
    scope = event_log.Filter(
        roles=tuple(promise.scope.get("roles", ())),
        attributes=promise.scope.get("attributes", {}),
    )
    return event_log.Promise(good=good(promise), share=promise.share, scope=scope, period=period)
