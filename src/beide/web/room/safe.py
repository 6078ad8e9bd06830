"""What is known of the hours that are safe: from the latest study that still holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import Any

from beide.text import Text
from beide.web.evidence.models import Promise
from beide.web.room.models import Study
from beide.web.room.questions import promised


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeHours:
    """How many hours a week one team of a log can set free while the others do too."""

    team: str
    name: Text
    hours: Decimal
    likely: Decimal
    study: Study


def holding(promise: Promise, studies: Iterable[Study]) -> list[Study]:
    """Return the studies that are about what is promised now, the newest first."""
    now = promised(promise)
    return [
        study
        for study in studies
        if study.computed is not None and study.found and study.asked.get("promised") == now
    ]


def by_way(studies: Iterable[Study]) -> dict[str, Study]:
    """Return for each way of freeing time the newest study of it; no number is an answer too."""
    found: dict[str, Study] = {}
    for study in studies:
        if not study.tries:
            found.setdefault(study.way, study)
    return found


def safe_hours(study: Study | None) -> list[SafeHours]:
    """Return what a study says of each team; nothing when it gave no number."""
    if study is None or not study.has_number:
        return []
    return [
        SafeHours(
            team=team["team"],
            name=Text(**team["name"]),
            hours=whole(team["hours"]),
            likely=whole(max(team["likely"], team["hours"])),
            study=study,
        )
        for team in study.found["teams"]
    ]


def for_team(study: Study | None, log_team: str) -> SafeHours | None:
    """Return what a study says of the team with this name in the log."""
    return next((each for each in safe_hours(study) if each.team == log_team), None)


def whole(hours: Any) -> Decimal:
    """Return whole hours, rounded down: a number to count on is never rounded up."""
    return Decimal(str(hours)).to_integral_value(ROUND_FLOOR)
