"""What is different between two versions, in words. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

Plain = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is different, in a sentence."""

    says: str
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """A brick of an agreed way, with where its links lead."""

    label: str
    kind: str
    keep: bool
    leads_to: tuple[str, ...]


def lines(document: Plain) -> list[Line]:
    """Return the bricks of an agreed document in their order."""
    bricks, links = part(document, "bricks"), part(document, "links")
    leads: dict[str, list[str]] = {}
    for link in links.values():
        if link["to"] in bricks:
            leads.setdefault(link["from"], []).append(bricks[link["to"]]["label"])
    return [
        Line(
            label=brick["label"],
            kind=brick["kind"],
            keep=brick["keep"],
            leads_to=tuple(leads.get(key, ())),
        )
        for key, brick in bricks.items()
    ]


def differences(before: Plain, after: Plain) -> list[Difference]:
    """Return what came, what went and what changed from one version to the next."""
    old, new = part(before, "bricks"), part(after, "bricks")
    return [*bricks_changed(old, new), *links_changed(before, after)]


def bricks_changed(old: Plain, new: Plain) -> Iterator[Difference]:
    """Yield what is different about bricks."""
    for key, brick in new.items():
        if key not in old:
            yield Difference(_("New: “%(brick)s”.") % {"brick": brick["label"]}, "came")
        elif old[key]["label"] != brick["label"]:
            told = {"old": old[key]["label"], "new": brick["label"]}
            yield Difference(_("“%(old)s” is now called “%(new)s”.") % told, "changed")
        elif old[key]["text"] != brick["text"] or old[key]["kind"] != brick["kind"]:
            yield Difference(_("Changed: “%(brick)s”.") % {"brick": brick["label"]}, "changed")
    for key, brick in old.items():
        if key not in new:
            yield Difference(_("No longer there: “%(brick)s”.") % {"brick": brick["label"]}, "went")


def links_changed(before: Plain, after: Plain) -> Iterator[Difference]:
    """Yield which links came and went."""
    old, new = ends(before), ends(after)
    for key, told in new.items():
        if key not in old:
            yield Difference(_("New link: from “%(start)s” to “%(to)s”.") % told, "came")
    for key, told in old.items():
        if key not in new:
            yield Difference(_("Link gone: from “%(start)s” to “%(to)s”.") % told, "went")


def ends(document: Plain) -> dict[tuple[str, str, str], dict[str, str]]:
    """Return what each link joins, in words."""
    bricks = part(document, "bricks")
    return {
        (link["from"], link["to"], link["kind"]): {
            "start": bricks[link["from"]]["label"],
            "to": bricks[link["to"]]["label"],
        }
        for link in part(document, "links").values()
        if link["from"] in bricks and link["to"] in bricks
    }


def part(document: Plain, name: str) -> dict[str, Any]:
    """Return the bricks or the links of an agreed document."""
    found = document.get(name)
    return found if isinstance(found, dict) else {}
