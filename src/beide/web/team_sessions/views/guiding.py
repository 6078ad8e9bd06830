"""The guide's own page: the script, the time, who is ready, and where to go from here."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from beide.web.organisation.requests import Request
from beide.web.page.templatetags.beide_text import say
from beide.web.team_sessions import access
from beide.web.team_sessions.models import Session, Step, Topic
from beide.web.team_sessions.reaching import address_to_join, cannot_reach
from beide.web.team_sessions.script import script
from beide.web.team_sessions.showing import seen
from beide.web.team_sessions.state import state_of
from beide.web.team_sessions.steps import Moment, following, moment_of, preceding, targets


@require_safe
@never_cache
def guide(request: Request, organisation: str, pk: int) -> HttpResponse:
    """Show where the session stands; once it is over, its report."""
    session = access.access_session_to_guide(membership=request.membership, pk=pk)
    if session.closed:
        return redirect("sessions:report", organisation, pk)
    part = "now" if "fragment" in request.GET else "guide"
    return render(request, f"team_sessions/guide/{part}.html", context(request, session))


def context(request: Request, session: Session) -> dict[str, Any]:
    """Return what the guide sees."""
    shown = seen(session)
    topic = shown["topic"]
    counting = counted_round(session, topic)
    return {
        "session": session,
        "state": state_of(session, "guide"),
        "address": address_to_join(request, session),
        "unreachable": cannot_reach(request),
        "says": shown["part"].saying(session.way),
        "does": shown["part"].doing(session.way),
        **ways(session),
        **shown,
        "round": counting,
        "counted": counting and is_counted(topic, counting),
    }


def ways(session: Session) -> dict[str, Any]:
    """Return where the guide can go from here."""
    here, count = moment_of(session), len(session.topics.all())
    revealed = access.revealed(session)
    after = following(here, count, revealed)
    return {
        "next": after,
        "next_label": label(after, count) if after else "",
        "previous": preceding(here, count, revealed),
        "others": [
            {"moment": there, "name": name(there, count)}
            for there in targets(here, count, revealed)
        ],
        "skip": past_the_second_round(here, count, revealed),
    }


def past_the_second_round(here: Moment, count: int, revealed: frozenset[Any]) -> Moment | None:
    """Return where a guide goes who does without a second round."""
    there = Moment(here.place, Step.DECIDE)
    may = here.step in {Step.TALK, Step.AGAIN}
    return there if may and there in targets(here, count, revealed) else None


def label(there: Moment, count: int) -> str:
    """Return what the button says that leads there."""
    labels = {
        Step.ANSWER: gettext("Let everyone answer"),
        Step.PICTURE: gettext("Reveal the picture"),
        Step.TALK: gettext("Go on to the talk"),
        Step.AGAIN: gettext("Answer once more"),
        Step.SHIFT: gettext("Reveal what shifted"),
        Step.DECIDE: gettext("Go on to what we do"),
        Step.END: gettext("Go on to the end"),
    }
    if there.step == Step.TENSION:
        return gettext("Next tension") if there.place > 1 else gettext("Begin with the tension")
    return labels.get(there.step, name(there, count))


def name(there: Moment, count: int) -> str:
    """Return what a step is called, with its tension when there are several."""
    title = say(script()[there.step].title)
    if count == 1 or there.step in {Step.WELCOME, Step.END}:
        return title
    return gettext("Tension %(place)s: %(step)s") % {"place": there.place, "step": title}


def counted_round(session: Session, topic: Topic | None) -> int:
    """Return the round that the guide counts from cards now, 0 when there is nothing to count."""
    if topic is None or session.way != "paper":
        return 0
    return {Step.ANSWER.value: 1, Step.AGAIN.value: 2}.get(session.step, 0)


def is_counted(topic: Topic, number: int) -> bool:
    """Tell whether the counts of a round are in."""
    round_ = access.round_at(topic, number)
    return round_ is not None and round_.counts is not None
