"""The frame of an initiative: what it is about, who owns it, and when we look."""

import json
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from beide.web.evidence.models import Promise
from beide.web.hierarchy.access import carrying_of
from beide.web.initiatives.models import Initiative
from beide.web.organisation.models import Team


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What people fill in about an initiative."""

    title: str
    about: str
    owner_role: str
    team: Team | None
    promise: Promise | None
    held_when: str
    look_on: date | None

    def as_dict(self) -> dict[str, Any]:
        """Return what a form starts with."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def frame_of(initiative: Initiative) -> Frame:
    """Return the frame as it is now."""
    carrying = carrying_of(initiative)
    return Frame(
        title=initiative.title,
        about=initiative.about,
        owner_role=carrying.owner_role,
        team=initiative.team,
        promise=initiative.promise,
        held_when=carrying.held_when,
        look_on=carrying.look_on,
    )


def written(frame: Frame) -> str:
    """Write a frame down, to put it back later."""
    keys = {
        "team": frame.team.pk if frame.team else None,
        "promise": frame.promise.pk if frame.promise else None,
    }
    return json.dumps({**frame.as_dict(), **keys}, cls=DjangoJSONEncoder)


def read(text: str, initiative: Initiative) -> Frame:
    """Read a frame that was written down; a team or promise that is gone is left out."""
    kept = json.loads(text)
    here = {"organisation": initiative.organisation_id}
    return Frame(
        title=kept["title"],
        about=kept["about"],
        owner_role=kept["owner_role"],
        team=Team.objects.filter(**here, pk=kept["team"]).first(),
        promise=Promise.objects.filter(**here, pk=kept["promise"]).first(),
        held_when=kept["held_when"],
        look_on=date.fromisoformat(kept["look_on"]) if kept["look_on"] else None,
    )
