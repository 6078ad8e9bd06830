"""What the exchange is made of, for tests: a plan that is read, a team with room, a promise."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from beide.change import Form
from beide.web.effects.models import Plan, Reading
from beide.web.evidence.models import EventLog, Promise
from beide.web.exchange.trend import last_monday
from beide.web.initiatives.actions import start
from beide.web.initiatives.models import Initiative
from beide.web.organisation.models import Organisation, Team
from beide.web.room.models import Agreement, UsedWeek
from tests.web.people import World

SAID = {"nl": "Waarschijnlijk beter, tussen 1 en 5.", "en": "Probably improved, between 1 and 5."}
BETWEEN = {"nl": "tussen 1 en 5", "en": "between 1 and 5"}


def this_week_back(weeks: int) -> date:
    """Return a Monday: 0 is that of the last whole week."""
    return last_monday(timezone.localdate()) - timedelta(weeks=weeks)


def promise(organisation: Organisation, **stored: object) -> Promise:
    log = EventLog.objects.create(
        organisation=organisation, name="Orders", generated=True, state=EventLog.State.READY
    )
    return Promise.objects.create(
        organisation=organisation,
        log=log,
        name="On time",
        within_hours=48,
        share=0.9,
        over_time=stored,
    )


def weekly(shares: list[float], *, cases: int = 100) -> dict[str, object]:
    """Return what a promise stores: the last share is that of the last whole week."""
    weeks = [
        {
            "start": this_week_back(back).isoformat(),
            "cases": cases,
            "kept": round(share * cases),
            "share": share,
            "low": share - 0.05,
            "high": min(share + 0.05, 1.0),
        }
        for back, share in enumerate(reversed(shares))
    ]
    until = this_week_back(0) + timedelta(days=6)
    last = shares[-4:]
    return {
        "promised": 0.9,
        "minimum": 5,
        "until": until.isoformat(),
        "weeks": weeks,
        "last": {
            "since": this_week_back(3).isoformat(),
            "until": until.isoformat(),
            "cases": cases * 4,
            "kept": round(sum(last) * cases),
            "low": min(last),
            "high": max(last),
            "weeks": 4,
        },
    }


def loop(world: World, title: str = "Fitting at home", team: str = "Intake") -> Initiative:
    return start(
        organisation=world.noord, form=Form.INNOVATION, title=title, team=world.teams[team]
    )


def read_plan(initiative: Initiative, *, verdict: str = "probably", flagged: bool = False) -> Plan:
    """Return a plan of which the data said something."""
    today = timezone.localdate()
    plan = Plan.objects.create(
        initiative=initiative,
        promise=promise(initiative.organisation),
        starts=today - timedelta(weeks=12),
        look_on=today,
        fixed=timezone.now(),
    )
    Reading.objects.create(
        plan=plan,
        verdict=verdict,
        said=SAID,
        effect={"change": 0.03, "interval": [0.01, 0.05], "kind": "share", "between": BETWEEN},
        flagged=flagged,
    )
    return plan


def agreement(
    team: Team, *, used: Sequence[float | None], hours: float = 10, why_less: str = ""
) -> Agreement:
    """Let a team agree on room and tell what it used; the last number is of the last whole week."""
    team.people = 8
    team.save()
    made = Agreement.objects.create(
        team=team,
        hours_a_week=Decimal(str(hours)),
        since=this_week_back(len(used) - 1),
        agreed_on=this_week_back(len(used) - 1),
    )
    for back, amount in enumerate(reversed(used)):
        if amount is not None:
            UsedWeek.objects.create(
                agreement=made,
                week=this_week_back(back),
                used_hours=Decimal(str(amount)),
                why_less=why_less,
            )
    return made
