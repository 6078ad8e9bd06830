"""The loop: stability, room, exploration, insight, and back; each with a number and a trend."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from beide.change import Mode
from beide.web.evidence import words as evidence
from beide.web.evidence.series import Series
from beide.web.exchange import words
from beide.web.exchange.facts import Facts
from beide.web.exchange.trend import Trend, last_monday, trend_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One part of the loop, in words.

    ``recent`` and ``before`` are the numbers of 13 weeks and of the 13 before, for the table;
    ``todo`` says what would make it known, where it is not.
    """

    name: str
    mode: Mode
    now: str
    what: str
    url: str
    recent: str = ""
    before: str = ""
    trend: str = ""
    sureness: str = ""
    todo: str = ""


def loop_of(facts: Facts) -> list[Flow]:
    """Return the four flows, in the order in which they feed each other."""
    return [stability(facts), room(facts), exploration(facts), insight(facts)]


def stability(facts: Facts) -> Flow:
    """Tell whether the promise is kept, and whether the base is calm."""
    slug, name = facts.organisation.slug, _("stability")
    if facts.state is None or facts.promise is None:
        return Flow(
            name=name,
            mode=Mode.HIERARCHY,
            now=_("not watched yet"),
            what=_("stability: does the base hold?"),
            url=reverse("evidence:list", args=[slug]),
            todo=_("Add an event log and a promise"),
        )
    series = Series.from_stored(facts.promise.over_time)
    values = {
        week.start: week.share for week in series.weeks if week.share is not None and not week.early
    }
    last = max(values, default=None)
    found = trend_of(values, until=last) if last else None
    return Flow(
        name=name,
        mode=Mode.HIERARCHY,
        now=facts.state.stability,
        what=facts.state.stability_why,
        url=reverse("evidence:promise", args=[slug, facts.promise.pk]),
        sureness=facts.state.sureness,
        **trend_words(found, evidence.percent),
    )


def room(facts: Facts) -> Flow:
    """Tell how many hours teams set free."""
    url = reverse("room:overview", args=[facts.organisation.slug])
    if facts.granted is None:
        return without_agreements(facts, url)
    values = {week.monday: float(week.granted) for week in facts.weeks}
    return Flow(
        name=_("room"),
        mode=Mode.HIERARCHY,
        now=words.hours(facts.granted),
        what=_("room: agreed a week as planned time"),
        url=url,
        sureness=ngettext(
            "agreed with %(teams)s team", "agreed with %(teams)s teams", facts.teams_with_room
        )
        % {"teams": facts.teams_with_room},
        **trend_words(trend_of(values, until=last_monday(facts.today)), spoken_hours),
    )


def without_agreements(facts: Facts, url: str) -> Flow:
    """Return the room as far as it follows from what leads agreed with single people."""
    counts = facts.counts
    few = 0 < counts.agreed_people < facts.organisation.threshold
    return Flow(
        name=_("room"),
        mode=Mode.HIERARCHY,
        now=_("a few hours") if few else words.hours(counts.agreed_hours),
        what=_("room: agreed by too few people to show as a number")
        if few
        else _("room: agreed a week as planned time"),
        url=url,
        todo=_("Agree with a team how many hours it can set free"),
    )


def exploration(facts: Facts) -> Flow:
    """Tell how many hours were used, and how many experiments run."""
    running = ngettext("%(number)s experiment", "%(number)s experiments", facts.counts.running) % {
        "number": facts.counts.running
    }
    told = facts.last_told
    if told is None or told.used is None:
        return without_hours(facts, running)
    values = {week.monday: float(week.used) for week in facts.weeks if week.used is not None}
    return Flow(
        name=_("exploration"),
        mode=Mode.NETWORK,
        now=spoken_hours(float(told.used)),
        what=_("exploration: used in the week of %(day)s · %(running)s now")
        % {"day": evidence.day(told.monday), "running": running},
        url=reverse("room:overview", args=[facts.organisation.slug]),
        sureness=_("told by %(told)s of %(teams)s teams")
        % {"told": told.teams_that_told, "teams": told.teams},
        **trend_words(trend_of(values, until=last_monday(facts.today)), spoken_hours),
    )


def without_hours(facts: Facts, running: str) -> Flow:
    """Return the exploring as far as experiments tell it."""
    slug, counts = facts.organisation.slug, facts.counts
    return Flow(
        name=_("exploration"),
        mode=Mode.NETWORK,
        now=running,
        what=_("exploration: running now"),
        url=reverse("network:list", args=[slug]),
        recent=str(counts.begun),
        before=str(counts.begun_before),
        trend=_("%(recent)s begun in 13 weeks, %(before)s in the 13 before")
        % {"recent": counts.begun, "before": counts.begun_before},
        todo="" if counts.running else _("Look at what the network explores"),
    )


def insight(facts: Facts) -> Flow:
    """Tell what was learnt that the other mode can use."""
    counts = facts.counts
    return Flow(
        name=_("insight"),
        mode=Mode.NETWORK,
        now=ngettext("%(number)s waits", "%(number)s wait", counts.waiting)
        % {"number": counts.waiting},
        what=_("insight: offered and not answered · %(used)s came into use this year")
        % {"used": counts.used_this_year},
        url=reverse("exchange:insights", args=[facts.organisation.slug]),
        recent=str(counts.found),
        before=str(counts.found_before),
        trend=_("%(recent)s found in 13 weeks, %(before)s in the 13 before")
        % {"recent": counts.found, "before": counts.found_before},
        sureness=_("counted, and small numbers move by themselves"),
    )


def trend_words(found: Trend | None, say: Callable[[float], str]) -> Mapping[str, str]:
    """Return the trend of a flow in words, and both numbers for the table."""
    if found is None:
        return {"trend": _("too few weeks yet to say which way it goes")}
    numbers = {"recent": say(found.recent), "before": say(found.before)}
    told = {
        "higher": _("up: %(recent)s in 13 weeks, %(before)s in the 13 before"),
        "lower": _("down: %(recent)s in 13 weeks, %(before)s in the 13 before"),
        "alike": _("no clear change: %(recent)s in 13 weeks, %(before)s in the 13 before"),
    }[found.direction]
    return numbers | {"trend": told % numbers}


def spoken_hours(amount: float) -> str:
    """Say an average number of hours, in halves."""
    return words.hours(Decimal(round(amount * 2)) / 2)
