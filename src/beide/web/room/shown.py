"""What a page shows of a study: the hours, the range, the cliff, what it leans on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from beide.text import Text
from beide.web.room import drawing, words
from beide.web.room.models import Study
from beide.web.room.safe import SafeHours, safe_hours, whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The share of cases in time at some amount of room."""

    key: str
    share: float
    low: float
    holds: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamShown:
    """One team: what it can count on, beside the others and by itself, and when not."""

    safe: SafeHours
    alone: Decimal
    busiest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyShown:
    """A study that was answered, ready for a page."""

    study: Study
    hours: Decimal
    likely: Decimal
    headline: Text
    teams: list[TeamShown]
    leans_on: Text | None
    then: float
    steps: list[Step]
    more: list[Text]
    remarks: list[Text]
    waiting: drawing.Waiting | None
    is_older: bool

    @property
    def has_room(self) -> bool:
        """Tell whether any time can be set free."""
        return self.hours > 0


def study_shown(study: Study, *, folder: str) -> StudyShown:
    """Return what to show; ``folder`` is the latest reading of the log."""
    found = study.found
    tried = found.get("tried") if found.get("hours") else None
    sentences = [Text(**each) for each in found["sentences"]]
    return StudyShown(
        study=study,
        hours=whole(found.get("hours", 0)),
        likely=whole(max(found.get("likely", 0), found.get("hours", 0))),
        headline=sentences[0],
        teams=[_team(each, found["teams"]) for each in safe_hours(study)],
        leans_on=Text(**tried[0]["change"]) if tried else None,
        then=tried[0]["middle"] if tried else 0.0,
        steps=_steps(found),
        more=sentences[1:],
        remarks=[Text(**each) for each in found["remarks"]],
        waiting=drawing.waiting(found),
        is_older=study.folder != folder,
    )


def _team(safe: SafeHours, teams: Sequence[Mapping[str, Any]]) -> TeamShown:
    found = next(team for team in teams if team["team"] == safe.team)
    return TeamShown(
        safe=safe,
        alone=max(whole(found["alone"]), safe.hours),
        busiest=words.stretches(found["busiest"]),
    )


def _steps(found: Mapping[str, Any]) -> list[Step]:
    if found.get("refused"):
        return []
    keys = ["now", "with_room", "with_twice"] if found["hours"] else ["now"]
    return [
        Step(
            key=key,
            share=found[key]["middle"],
            low=found[key]["low"],
            holds=found[key]["low"] >= found["share"],
        )
        for key in keys
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What changes would do, or why that cannot be said."""

    study: Study
    says: list[Text]


def tried_shown(studies: Sequence[Study]) -> list[Tried]:
    """Return what changes that were tried would do."""
    return [Tried(study=study, says=_said(study.found)) for study in studies]


def _said(found: Mapping[str, Any]) -> list[Text]:
    if found.get("refused"):
        return [Text(**each) for each in found["sentences"][:1]]
    return [Text(**found["text"])]
