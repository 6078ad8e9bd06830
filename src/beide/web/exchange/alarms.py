"""Both alarms: exploring that endangers the promise, and an operation that eats the room.

They are made from what effects and room say today. What people did about one is kept, and makes
it quiet until the day they named.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from django.urls import reverse
from django.utils.translation import gettext as _

from beide.web.effects.access import Shown
from beide.web.effects.models import Plan
from beide.web.evidence import words as evidence
from beide.web.exchange.facts import Facts
from beide.web.exchange.models import AlarmAnswer
from beide.web.exchange.places import page_of
from beide.web.organisation.models import Organisation, Team
from beide.web.page.templatetags.beide_text import say
from beide.web.room.access import TeamRoom

Kind = Literal["promise", "room"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """What is going wrong, who is told, what to try, and what was said about it before.

    ``url`` is the page of what it is about, ``page`` its own.
    """

    kind: Kind
    key: int
    title: str
    about: str
    url: str
    page: str
    says: str
    sureness: str
    told: str
    tries: Sequence[str]
    answers: Sequence[AlarmAnswer]
    quiet: AlarmAnswer | None
    plan: Plan | None = None
    team: Team | None = None


def alarms_of(facts: Facts) -> list[Alarm]:
    """Return every alarm there is today, those that sound before those that are quiet."""
    suffering = [each for each in facts.effects if each.flagged and goes_on(each)]
    eaten = [team for team in facts.rooms if team.eaten]
    if not suffering and not eaten:
        return []
    answers = list(answers_of(facts.organisation))
    found = [promise_alarm(each, facts, answers) for each in suffering]
    found += [room_alarm(team, facts, answers) for team in eaten]
    return sorted(found, key=lambda alarm: alarm.quiet is not None)


def sounding(alarms: Iterable[Alarm]) -> list[Alarm]:
    """Return the alarms about which nothing is being done."""
    return [alarm for alarm in alarms if alarm.quiet is None]


def answers_of(organisation: Organisation) -> Iterable[AlarmAnswer]:
    """Return what was ever said about alarms, the latest first."""
    return AlarmAnswer.objects.filter(organisation=organisation, taken_back=None).select_related(
        "plan__initiative", "team"
    )


def goes_on(shown: Shown) -> bool:
    """Tell whether what is measured still goes on."""
    return shown.plan.ended is None and shown.plan.initiative.stopped is None


def promise_alarm(shown: Shown, facts: Facts, answers: Iterable[AlarmAnswer]) -> Alarm:
    """Return the alarm that a promise suffers from what is tried."""
    plan = shown.plan
    mine = [answer for answer in answers if answer.plan_id == plan.pk]
    promise = plan.promise.name if plan.promise else ""
    tries = [
        _("Look together at what changed since it began, and pause what hurts."),
        _("Make the try smaller: fewer customers, or one team."),
        _("Give the team that feels it extra hands until the promise holds again."),
    ]
    if plan.stop_when:
        tries.insert(0, _("Your own plan says when to stop: %(when)s") % {"when": plan.stop_when})
    return Alarm(
        kind="promise",
        key=plan.pk,
        title=_("Exploring endangers the promise"),
        about=plan.initiative.title,
        url=page_of(plan.initiative, facts.organisation.slug),
        page=reverse("exchange:alarm_promise", args=[facts.organisation.slug, plan.pk]),
        says=_("Since this began, “%(promise)s” does worse.") % {"promise": promise},
        sureness=" ".join(say(text) for text in (shown.watched, shown.between) if text),
        told=_(
            "Everyone sees this on the page Both. It is first of all for the people who take part "
            "in it and for whoever leads the team."
        ),
        tries=tries,
        answers=mine,
        quiet=quiet_now(mine, facts),
        plan=plan,
    )


def room_alarm(team: TeamRoom, facts: Facts, answers: Iterable[AlarmAnswer]) -> Alarm:
    """Return the alarm that the operation eats what was agreed."""
    mine = [answer for answer in answers if answer.team_id == team.team.pk]
    weeks = team.spells[-1].weeks
    numbers = {
        "weeks": len(weeks),
        "since": evidence.day(weeks[0].monday),
        "used": evidence.number(float(sum(week.used or 0 for week in weeks)), 1),
        "granted": evidence.number(float(sum(week.granted for week in weeks)), 1),
    }
    whys = dict.fromkeys(week.why_less for week in weeks if week.why_less)
    return Alarm(
        kind="room",
        key=team.team.pk,
        title=_("The operation eats the room"),
        about=team.team.name,
        url=reverse("room:team", args=[facts.organisation.slug, team.team.pk]),
        page=reverse("exchange:alarm_room", args=[facts.organisation.slug, team.team.pk]),
        says=_(
            "For %(weeks)s weeks in a row, since %(since)s, less than half of what was agreed "
            "could be used."
        )
        % numbers,
        sureness=_("%(used)s of %(granted)s hours were used in these weeks.") % numbers
        + "".join(f" “{why}”" for why in whys),
        told=_(
            "Everyone sees this on the page Both. It is first of all for the team and for whoever "
            "leads it."
        ),
        tries=[
            _("Ask the team what came in between, and write it down beside the week."),
            _("Plan the hours at another moment, outside the busiest hours."),
            _("Agree fewer hours that do happen, or free hands elsewhere for a while."),
        ],
        answers=mine,
        quiet=quiet_now(mine, facts),
        team=team.team,
    )


def quiet_now(answers: Iterable[AlarmAnswer], facts: Facts) -> AlarmAnswer | None:
    """Return the answer that keeps an alarm quiet today, when there is one."""
    return next((answer for answer in answers if answer.until >= facts.today), None)
