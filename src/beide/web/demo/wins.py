"""The demo's barriers and wins, with what each rests on."""

import io
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from beide.web.demo.cast import Cast, backdate, day
from beide.web.demo.written import said, written
from beide.web.organisation.models import Organisation
from beide.web.wins import actions
from beide.web.wins.access import good_effects
from beide.web.wins.actions import Told

PAPER, STUDS = "#efe4d2", 4
COLOURS = ("#1f6f6b", "#c0623f", "#6b3f6b", "#d9a441", "#3d7fb0")


def make(cast: Cast) -> None:
    """Name what is in the way, take away what went away, and tell what went well."""
    told = written("wins.toml")
    for each in told["barriers"]:
        barrier(cast, each)
    for each in told["wins"]:
        win(cast, each)


def barrier(cast: Cast, told: dict[str, Any]) -> None:
    """Put one barrier on the page; where it went away, that is a win."""
    made = actions.name_barrier(
        organisation=cast.organisation,
        what=said(cast, told["what"]),
        initiative=cast.initiatives.get(told.get("initiative", "")),
        who_can=said(cast, told.get("who")),
        stands_since=day(told["since"]),
    )
    if "away" in told:
        gone = actions.remove_barrier(
            barrier=made,
            how=said(cast, told["how"]),
            title=said(cast, told["title"]),
            on=day(told["away"]),
        )
        backdate(gone, celebrated=told["thanks"])


def win(cast: Cast, told: dict[str, Any]) -> None:
    """Tell one win, on the effect, the words or the photo it rests on."""
    effect = next(iter(good_effects(cast.organisation)), None) if "on_effect" in told else None
    made = actions.win(
        organisation=cast.organisation,
        told=Told(
            title=said(cast, told["title"]),
            words=said(cast, told.get("words")),
            happened=day(told["days_ago"]),
            initiative=effect.plan.initiative
            if effect
            else cast.initiatives.get(told.get("initiative", "")),
            plan=effect.plan if effect else None,
            quote=said(cast, told.get("quote")),
            quoted_from=said(cast, told.get("from")),
            photo=photo_of_bricks() if "photo" in told else None,
            photo_shows=said(cast, told.get("photo")),
        ),
    )
    backdate(made, celebrated=told["thanks"])


def photo_of_bricks() -> ContentFile[bytes]:
    """Return a drawing of a table with bricks, in place of a photo."""
    picture = Image.new("RGB", (1200, 800), PAPER)
    pen = ImageDraw.Draw(picture)
    for row in range(5):
        for column in range(row % 2, 5):
            brick(pen, 90 + 210 * column - 60 * (row % 2), 110 + 130 * row, COLOURS[row])
    into = io.BytesIO()
    picture.save(into, "JPEG", quality=85)
    return ContentFile(into.getvalue(), name="photo.jpg")


def brick(pen: ImageDraw.ImageDraw, x: int, y: int, colour: str) -> None:
    """Draw one brick from above, with its studs."""
    pen.rounded_rectangle((x, y, x + 192, y + 104), 12, fill=colour)
    for stud in range(STUDS * 2):
        left, top = x + 12 + 46 * (stud % STUDS), y + 12 + 46 * (stud // STUDS)
        pen.ellipse((left, top, left + 34, top + 34), outline=PAPER, width=3)


def remove(organisation: Organisation) -> None:
    """Remove the photos; their rows go with the organisation."""
    for each in organisation.wins.exclude(photo=""):
        each.photo.delete(save=False)
