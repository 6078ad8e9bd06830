"""Event data of which the effect is known, and plans on it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from beide import log as event_log
from beide.change import Form
from beide.web.effects import actions
from beide.web.effects.models import Plan
from beide.web.evidence.actions import add_normalised, add_promise
from beide.web.evidence.models import EventLog, Promise
from beide.web.initiatives.actions import start
from beide.web.initiatives.models import Initiative
from beide.web.organisation.models import Organisation

MONDAY = date(2025, 9, 1)
BEFORE, AFTER = 32, 14
STARTS = MONDAY + timedelta(weeks=BEFORE)
LOOK = STARTS + timedelta(weeks=13)
HEADER = "case;step;time;region"


def orders(
    *,
    late: float = 0.4,
    late_after: float = 0.4,
    a_week: int = 30,
    weeks: int = BEFORE + AFTER,
    few_in: int | None = None,
    only: str = "",
    seed: int = 7,
) -> str:
    """Return orders of which a share is late, and another share from the start on.

    They take one day, or four when they are late. ``only`` says in which region it starts.
    """
    rng = np.random.default_rng(seed)
    rows = [HEADER]
    for week in range(weeks):
        for number in range(2 if week == few_in else a_week):
            region = ("Noord", "Zuid", "Oost")[number % 3]
            starts_here = week >= BEFORE and only in {"", region}
            is_late = rng.random() < (late_after if starts_here else late)
            moment = datetime.combine(MONDAY, datetime.min.time(), UTC)
            end = moment + timedelta(weeks=week, days=4, hours=9, minutes=int(rng.integers(400)))
            begin = end - timedelta(days=4 if is_late else 1)
            rows += [
                f"{week}-{number};{step};{when:%Y-%m-%d %H:%M:%S};{region}"
                for step, when in (("In", begin), ("Out", end))
            ]
    last = datetime.combine(MONDAY, datetime.min.time(), UTC) + timedelta(weeks=weeks, hours=-2)
    rows.append(f"{weeks - 1}-0;Out;{last:%Y-%m-%d %H:%M:%S};Noord")
    return "\n".join(rows) + "\n"


def a_log(organisation: Organisation, folder: Path, text: str, **other: Any) -> EventLog:
    """Return a log that was read already."""
    source = folder / "orders.csv"
    source.write_text(text, "utf-8")
    columns = event_log.Columns(case="case", activity="step", time="time", attributes=("region",))
    found = event_log.read(source, into=folder / "orders.log", columns=columns)
    return add_normalised(
        organisation=organisation,
        name="Orders",
        purpose="To keep the promise",
        folder=found.path,
        **{"generated": True, **other},
    )


def a_promise(log: EventLog) -> Promise:
    """Return a promise that is computed already."""
    return add_promise(log=log, name="Home in two days", within_hours=48, share=0.9, at_once=True)


def an_improvement(
    organisation: Organisation, title: str = "Call first", **other: Any
) -> Initiative:
    return start(organisation=organisation, form=Form.IMPROVEMENT, title=title, **other)


def a_plan(initiative: Initiative, promise: Promise | None, **other: Any) -> Plan:
    """Return a plan on a promise, not read yet."""
    told = {"starts": STARTS, "look_on": LOOK, "why_then": "The new planner began."}
    return actions.make(initiative=initiative, promise=promise, **{**told, **other})
