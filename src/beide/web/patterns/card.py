"""An experiment's card as a finding fills it in, to be changed by the people who try it."""

from typing import Any

from django.utils.translation import gettext

from beide.web.evidence.models import Promise
from beide.web.network.models import Experiment
from beide.web.page.templatetags.beide_text import say
from beide.web.patterns.shown import Shown
from beide.web.patterns.stored import text_of

LONGEST = int(Experiment._meta.get_field("title").max_length or 0)  # noqa: SLF001 - documented


def card(shown: Shown, *, promise: Promise | None) -> dict[str, Any]:
    """Return what is believed, what is tried, what to watch, and the promise to protect."""
    told = {
        "pattern": shown.name,
        "sentence": say(shown.sentence),
        "known": say(shown.known),
        "good": say(text_of(shown.finding.search.found["good"])),
        "with": shown.with_,
        "without": shown.without,
        "promise": promise.name if promise else "",
    }
    return {
        "title": shortened(gettext("On purpose: %(pattern)s") % told),
        "believe": gettext(
            "We believe that more cases go well when we see to this on purpose: %(pattern)s. So "
            "far we only know that it goes together. %(sentence)s"
        )
        % told,
        "attempt": gettext(
            "For six weeks one team sees to it in its own cases: %(pattern)s. You know %(known)s "
            "whether it is so. The other teams work as they did."
        )
        % told,
        "will_see": gettext(
            "Good is: %(good)s. Of 100 cases in which we see to it, more go well than the "
            "%(without)s of comparable cases until now. If it helps as much as it looks, about "
            "%(with)s of 100 go well."
        )
        % told,
        "stops_when": stops_when(told),
        "protects": promise.pk if promise else None,
    }


def stops_when(told: dict[str, Any]) -> str:
    """Return when the experiment stops, with the promise that it must not hurt."""
    if told["promise"]:
        return gettext("After six weeks, or earlier when “%(promise)s” is in danger.") % told
    return gettext("After six weeks, or earlier when customers have to wait longer.")


def question(shown: Shown) -> str:
    """Return a question to begin exploring with."""
    said = gettext("What becomes possible when we see to this on purpose: %(pattern)s?")
    return shortened(said % {"pattern": shown.name}, most=240)


def shortened(text: str, *, most: int = LONGEST) -> str:
    """Return a text that fits, with three dots where it was cut."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
