"""From a question about room to an answer that is kept."""

import time
from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from beide import log as event_log
from beide import room as rooms
from beide.errors import BeideError, Cancelled
from beide.text import Text
from beide.web.evidence import keeping, problems
from beide.web.evidence.models import Analysis
from beide.web.evidence.promising import as_asked
from beide.web.jobs.actions import NotWanted, Report
from beide.web.jobs.models import Job
from beide.web.room.models import Study

KEEPING = Text(nl="Het antwoord wordt bewaard", en="Keeping the answer")
NEARLY = 0.99
BETWEEN_LOOKS = 1.0  # seconds
FULLEST, POINTS, HIGHEST = 0.97, 40, 8.0


def compute(study: Study, report: Report) -> None:
    """Ask the library, and keep what it says; a question without an answer is told so."""
    log = event_log.open(study.promise.log.path)
    try:
        study.found = _asked(study, log, report)
    except Cancelled as stopped:
        raise NotWanted from stopped
    except BeideError as error:
        study.problem = problems.kept(error)
    report(1.0, KEEPING)
    study.computed = timezone.now()
    with transaction.atomic():
        study.save(update_fields=["found", "problem", "computed"])
        keeping.record(study.promise.log, kind=Analysis.Kind.ROOM, cases=log.about.cases)


def _asked(study: Study, log: event_log.Log, report: Report) -> dict[str, Any]:
    asked = study.asked
    how: dict[str, Any] = {
        "promise": as_asked(study.promise),
        "teams": asked["teams"],
        "people": asked["people"],
        "minimum": asked["minimum"],
        "progress": lambda told: report(NEARLY * told.share, told.text),
        "cancel": stopped(study),
    }
    if study.tries:
        return rooms.what_if(log, [change_of(each) for each in asked["changes"]], **how).to_dict()
    found = rooms.room(log, way=asked["way"], **how)
    return told(found)


def told(found: rooms.Room | rooms.Refused) -> dict[str, Any]:
    """Return an answer ready to keep, with whole hours as its sentences say them: never more."""
    kept = found.to_dict() | {"curve": curve(found)}
    if isinstance(found, rooms.Room):
        kept |= {"hours": int(found.hours), "likely": int(found.likely)}
        for team, each in zip(found.teams, kept["teams"], strict=True):
            each |= {name: int(getattr(team, name)) for name in ("hours", "likely", "alone")}
    return kept


def stopped(study: Study) -> Callable[[], bool]:
    """Return a function that tells whether the job was stopped; it looks once a second."""
    looked, found = time.monotonic(), False
    mine = Job.objects.filter(study=study, state=Job.State.RUNNING)

    def was_stopped() -> bool:
        nonlocal looked, found
        if not found and time.monotonic() - looked > BETWEEN_LOOKS:
            looked = time.monotonic()
            found = not mine.exists()
        return found

    return was_stopped


def change_of(told: Mapping[str, Any]) -> rooms.Change:
    """Return a change as the library knows it."""
    kinds: dict[str, type[rooms.Change]] = {
        "arrivals": rooms.Arrivals,
        "work": rooms.Work,
        "people": rooms.People,
        "removed": rooms.Removed,
        "moved": rooms.Moved,
    }
    rest = {name: value for name, value in told.items() if name != "kind"}
    return kinds[told["kind"]](**rest)


def curve(found: rooms.Room | rooms.Refused) -> list[list[float]]:
    """Return how long work waits at each load, in times its own length, for a middle team.

    By the formula of Allen and Cunneen; the same curve as in the library's figure.
    """
    if isinstance(found, rooms.Refused) or not found.checks:
        return []
    people = max(1, round(_middle([check.people for check in found.checks])))
    varies = _middle([check.varies for check in found.checks])
    points = [FULLEST * at / POINTS for at in range(POINTS + 1)]
    waits = [varies * rooms.allen_cunneen(people, busy, 1.0) for busy in points]
    return [[busy, wait] for busy, wait in zip(points, waits, strict=True) if wait < HIGHEST]


def _middle(values: list[float]) -> float:
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
