"""Room for tests: agreements, weeks that were told, and what a study found."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from beide.web.evidence.models import EventLog, Promise
from beide.web.organisation.models import Team
from beide.web.room import actions
from beide.web.room.access import Side
from beide.web.room.actions import Terms
from beide.web.room.models import Agreement, Study
from beide.web.room.questions import about_room
from beide.web.room.safe import SafeHours
from beide.web.room.weeks import WEEK, monday_of
from tests.web.people import World

NOW = timezone.now()


def this_monday() -> date:
    return monday_of(timezone.localdate())


def with_people(team: Team, people: int = 8) -> Team:
    team.people = people
    team.save()
    return team


def agreed(
    team: Team, hours: str = "10", *, weeks_ago: int = 6, safe: SafeHours | None = None
) -> Agreement:
    """Return an agreement to which both said yes, and that holds since some weeks."""
    terms = Terms(
        promise=safe.study.promise if safe else None,
        hours_a_week=Decimal(hours),
        way="rota",
        since=this_monday() - weeks_ago * WEEK,
        log_team=safe.team if safe else "",
        safe=safe,
        why_more="" if safe else "We begin small.",
    )
    made = actions.propose(team=team, side=Side.LEAD, terms=terms)
    actions.agree(agreement=made, side=Side.TEAM)
    return made


def told(agreement: Agreement, *used: str | None) -> None:
    """Tell the last full weeks, the oldest first; nothing for a week that was not told."""
    for back, hours in enumerate(reversed(used), start=1):
        if hours is not None:
            week = this_monday() - back * WEEK
            actions.tell(agreement=agreement, week=week, used_hours=Decimal(hours))


def a_promise(world: World, *, condition: str = "") -> Promise:
    """Return a promise on a log that is ready, without a log on disk."""
    log = EventLog.objects.create(
        organisation=world.noord,
        name="Orders",
        generated=True,
        state=EventLog.State.READY,
        folder="noord/a.log",
        about={"roles": 0, "events": 0},
    )
    return Promise.objects.create(
        organisation=world.noord,
        log=log,
        name="Snel",
        within_hours=120,
        share=0.9,
        condition=condition,
    )


def team_found(name: str, hours: float, likely: float) -> dict[str, Any]:
    return {
        "team": name,
        "name": {"nl": name, "en": name},
        "roles": [name],
        "total": 200.0,
        "hours": hours,
        "likely": likely,
        "alone": hours,
        "share": hours / 200,
        "busiest": [9, 10, 33],
    }


def both(text: str) -> dict[str, str]:
    return {"nl": f"{text} (nl)", "en": text}


FOUND: dict[str, Any] = {
    "refused": False,
    "within_hours": 120.0,
    "share": 0.9,
    "way": "rota",
    "hours": 20.7,
    "likely": 31.0,
    "teams": [team_found("Planner", 12.9, 18.0), team_found("Adviser", 7.8, 13.0)],
    "untold": [],
    "now": {"middle": 0.97, "low": 0.95},
    "with_room": {"middle": 0.93, "low": 0.905},
    "with_twice": {"middle": 0.71, "low": 0.6},
    "tried": [{"change": both("10% more cases"), "middle": 0.88, "low": 0.8}],
    "checks": [
        {"role": "Planner", "busy": 0.82, "work": 1.0, "waited": 0.9, "people": 4.0},
        {"role": "Adviser", "busy": 0.6, "work": 2.0, "waited": 0.4, "people": 5.0},
    ],
    "remarks": [both("People keep working at the same speed.")],
    "sentences": [
        both("Together you can set free 20 hours a week."),
        both("What the answer leans on most: 10% more cases."),
    ],
    "curve": [[0.0, 0.0], [0.5, 0.3], [0.8, 1.5], [0.9, 4.0]],
}
REFUSED: dict[str, Any] = {
    "refused": True,
    "remarks": [],
    "sentences": [
        both("Beide gives no number."),
        both("It predicted 30% in time, it was 97%."),
        both("What would help: a log that also tells when work began."),
    ],
}


def studied(promise: Promise, found: dict[str, Any], *, way: str = "rota") -> Study:
    """Return a study that was answered."""
    asked = about_room(promise, way=way)
    study = actions.ask(promise=promise, asked=asked)
    study.found, study.computed = found, NOW
    study.save()
    return study


def safe(promise: Promise, team: str = "Planner") -> SafeHours:
    """Return what a study calls safe for one team."""
    from beide.web.room.safe import for_team

    found = for_team(studied(promise, FOUND), team)
    assert found is not None
    return found


def url(name: str, *arguments: object) -> str:
    return reverse(f"room:{name}", args=["noord", *arguments])


def text(answer: Any) -> str:
    """Return the words of a page, spaces as one."""
    page: str = answer.content.decode()
    return " ".join(page.split())


def post(client: Client, name: str, *arguments: object, **data: object) -> Any:
    return client.post(url(name, *arguments), data, follow=True)


def undo(client: Client, page: Any) -> Any:
    """Press the undo button of a page."""
    messages = [str(message.extra_tags) for message in page.context["messages"]]
    assert messages
    return client.post(messages[0], follow=True)
