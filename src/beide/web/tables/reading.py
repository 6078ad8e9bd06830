"""What a table's document says, whatever wrote it.

A document is written by many versions of Beide at the same time, some of them offline for a day.
So nothing in it is trusted: a value that is missing, broken or unknown is read as its default. The
page reads in the same way; ``tests/web/tables/documents.json`` holds both to it.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from beide.web.tables import marks

KEY = re.compile(r"[A-Za-z0-9_-]{1,40}")
Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class About:
    """What the table is about, and where the guide's script is."""

    name: str
    question: str
    script: int
    photo: str
    photo_opacity: float
    photo_width: float


@dataclass(frozen=True, slots=True)
class Brick:
    """A brick that stands on the table; ``depth`` is how many bricks lie under it."""

    id: str
    kind: str
    label: str
    text: str
    x: int
    y: int
    on: str
    order: float
    keep: bool
    data: str
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A link between two bricks that stand."""

    id: str
    start: str
    to: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that stands on a table, in the order of the outline."""

    about: About
    bricks: tuple[Brick, ...]
    links: tuple[Link, ...]

    def brick(self, key: str) -> Brick | None:
        """Return the brick with this id, if it stands."""
        return next((brick for brick in self.bricks if brick.id == key), None)

    def link(self, key: str) -> Link | None:
        """Return the link with this id, if it shows."""
        return next((link for link in self.links if link.id == key), None)


def board(document: Plain) -> Board:
    """Read a plain document: maps by id under ``about``, ``bricks`` and ``links``."""
    bricks = tuple(outline(standing(document)))
    place = {brick.id: number for number, brick in enumerate(bricks)}
    links = [link for link in read_links(document) if link.start in place and link.to in place]
    links.sort(key=lambda link: (place[link.start], place[link.to], link.id))
    return Board(about=read_about(document), bricks=bricks, links=tuple(links))


def plain(told: Board) -> dict[str, Any]:
    """Return a board as a plain document again, with only what stands."""
    bricks = {brick.id: asdict(brick) for brick in told.bricks}
    for brick in bricks.values():
        del brick["id"], brick["depth"]
    links = {
        link.id: {"from": link.start, "to": link.to, "kind": link.kind, "label": link.label}
        for link in told.links
    }
    return {"about": asdict(told.about), "bricks": bricks, "links": links}


def read_about(document: Plain) -> About:
    """Read what a table is about."""
    about = document.get("about")
    told = about if isinstance(about, Mapping) else {}
    script = number(told.get("script"), 0)
    return About(
        name=text(told.get("name"), marks.LONGEST_NAME),
        question=text(told.get("question"), marks.LONGEST_QUESTION),
        script=int(script) if script in range(marks.LAST_STEP + 1) else 0,
        photo=key_or_nothing(told.get("photo")),
        photo_opacity=between(number(told.get("photo_opacity"), 0.5), 0, 1),
        photo_width=between(number(told.get("photo_width"), 800), 80, 8_000),
    )


def things(document: Plain, root: str) -> Iterator[tuple[str, Plain]]:
    """Yield what is under a root and was not taken away, with its id."""
    found = document.get(root)
    for key, told in (found if isinstance(found, Mapping) else {}).items():
        if KEY.fullmatch(key) and isinstance(told, Mapping) and told.get("gone") is not True:
            yield key, told


def standing(document: Plain) -> dict[str, Brick]:
    """Read the bricks that stand; one that would lie on itself or on nothing, lies on the table."""
    found = {key: read_brick(key, told) for key, told in things(document, "bricks")}
    below = {key: brick.on for key, brick in found.items()}
    for key, on in below.items():
        if on and (on not in below or lies_on_itself(key, below)):
            found[key] = lifted(found[key])
    return found


def lies_on_itself(key: str, below: Mapping[str, str]) -> bool:
    """Tell whether one comes back at a brick by going down from it."""
    here, seen = below[key], {""}
    while here not in seen and here in below:
        if here == key:
            return True
        seen.add(here)
        here = below[here]
    return False


def lifted(brick: Brick) -> Brick:
    """Return a brick laid on the table itself."""
    return read_brick(brick.id, asdict(brick) | {"on": ""})


def read_brick(key: str, told: Plain) -> Brick:
    """Read one brick."""
    kind = told.get("kind")
    return Brick(
        id=key,
        kind=kind if kind in marks.KINDS else "free",
        label=text(told.get("label"), marks.LONGEST_LABEL),
        text=text(told.get("text"), marks.LONGEST_TEXT),
        x=snapped(told.get("x")),
        y=snapped(told.get("y")),
        on=key_or_nothing(told.get("on")),
        order=number(told.get("order"), 0),
        keep=told.get("keep") is True,
        data=binding(told.get("data")),
    )


def read_links(document: Plain) -> Iterator[Link]:
    """Read the links; one from a brick to itself says nothing and is left out."""
    for key, told in things(document, "links"):
        start, to = key_or_nothing(told.get("from")), key_or_nothing(told.get("to"))
        kind = told.get("kind")
        if start and to and start != to:
            yield Link(
                id=key,
                start=start,
                to=to,
                kind=kind if kind in marks.LINKS else "next",
                label=text(told.get("label"), marks.LONGEST_LABEL),
            )


def outline(found: Mapping[str, Brick]) -> Iterator[Brick]:
    """Yield the bricks from first to last, each followed by what lies on it."""
    above: dict[str, list[Brick]] = {}
    for brick in sorted(found.values(), key=lambda each: (each.order, each.id)):
        above.setdefault(brick.on, []).append(brick)
    waiting = [(brick, 0) for brick in reversed(above.get("", []))]
    while waiting:
        brick, depth = waiting.pop()
        yield Brick(**{**asdict(brick), "depth": depth})
        waiting += [(each, depth + 1) for each in reversed(above.get(brick.id, []))]


def text(value: object, longest: int) -> str:
    """Return a text of at most so many characters; nothing for what is no text."""
    return value[:longest] if isinstance(value, str) else ""


def number(value: object, otherwise: float) -> float:
    """Return a number that can be computed with."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return otherwise
    return value if math.isfinite(value) and abs(value) < 1e15 else otherwise


def between(value: float, least: float, most: float) -> float:
    """Return the nearest value within the bounds."""
    return max(least, min(most, value))


def snapped(value: object) -> int:
    """Return a place on the grid."""
    near = between(number(value, 0), -marks.FARTHEST, marks.FARTHEST)
    return math.floor(near / marks.GRID + 0.5) * marks.GRID


def key_or_nothing(value: object) -> str:
    """Return an id, or nothing when it is none."""
    return value if isinstance(value, str) and KEY.fullmatch(value) else ""


def binding(value: object) -> str:
    """Return what a brick is bound to: JSON with an object in it, or nothing."""
    if not isinstance(value, str) or len(value) > marks.LONGEST_DATA:
        return ""
    try:
        found = json.loads(value, parse_constant=refuse)
    except (ValueError, RecursionError):
        return ""
    return value if isinstance(found, dict) else ""


def refuse(constant: str) -> None:
    """Refuse what is no JSON, such as NaN."""
    raise ValueError(constant)
