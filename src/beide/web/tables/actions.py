"""What can be done with a table and what stands on it.

What takes a ``hand`` is a deed that this hand can undo, and raises ``Refused`` when the table would
become more than it can hold. It returns nothing when there was nothing to change.
"""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from beide.web.initiatives.models import Initiative
from beide.web.organisation.models import Organisation, Team
from beide.web.tables import document, editing, marks, moving
from beide.web.tables.models import Deed, Photo, Table, Version, new_key
from beide.web.tables.reading import Board, Brick, Link, Plain, board, plain
from beide.web.tables.telling import tell


@transaction.atomic
def start(
    *,
    organisation: Organisation,
    name: str,
    question: str = "",
    team: Team | None = None,
    initiative: Initiative | None = None,
    laid: Plain | None = None,
) -> Table:
    """Start a table, empty or with what a plain document lays on it."""
    table = Table.objects.create(
        organisation=organisation, name=name, team=team, initiative=initiative
    )
    about = {"name": name, "question": question} if question else {"name": name}
    editing.write(table, {**wanted(board(laid or {})), editing.ABOUT: about})
    return table


@transaction.atomic
def change(
    *,
    table: Table,
    name: str,
    question: str,
    team: Team | None,
    initiative: Initiative | None,
    hand: str = "",
) -> Deed | None:
    """Change what a table is called, what it asks, and what it belongs to."""
    table.name, table.team, table.initiative = name, team, initiative
    table.save(update_fields=["name", "team", "initiative"])
    about = {editing.ABOUT: {"name": name, "question": question}}
    return editing.edit(table=table, wanted=about, hand=hand)


@transaction.atomic
def remove(*, table: Table) -> None:
    """Take a table away. It can be put back."""
    table.removed = timezone.localdate()
    table.save(update_fields=["removed"])
    tell(table)


@transaction.atomic
def put_back(*, table: Table) -> None:
    """Put a table back."""
    table.removed = None
    table.save(update_fields=["removed"])


def lay(
    *, table: Table, hand: str, kind: str, label: str, text: str = "", on: str = ""
) -> tuple[str, Deed | None]:
    """Lay a brick, on the table or on another brick; returns its id."""
    told = document.read(table)
    below = told.brick(on)
    x, y = (below.x, below.y) if below else moving.free_place(told)
    key = new_key()[:12]
    others = moving.siblings(told, below.id if below else "")
    brick = {
        "kind": kind,
        "label": label,
        "text": text,
        "x": x,
        "y": y,
        "on": below.id if below else "",
        "order": (others[-1].order if others else 0) + 1,
        "keep": False,
        "data": "",
    }
    return key, editing.edit(table=table, wanted={("bricks", key): brick}, hand=hand)


def describe(
    *, table: Table, hand: str, brick: Brick, kind: str, label: str, text: str
) -> Deed | None:
    """Say of a brick what it is."""
    told = {"kind": kind, "label": label, "text": text}
    return editing.edit(table=table, wanted={("bricks", brick.id): told}, hand=hand)


def move(*, table: Table, hand: str, marks: moving.Marks) -> Deed | None:
    """Move bricks; ``moving`` says where they come."""
    return editing.edit(table=table, wanted=marks, hand=hand)


def keep(*, table: Table, hand: str, brick: Brick) -> Deed | None:
    """Mark a brick as something to keep, or no longer."""
    return editing.edit(
        table=table, wanted={("bricks", brick.id): {"keep": not brick.keep}}, hand=hand
    )


def link(
    *, table: Table, hand: str, start: Brick, to: Brick, kind: str, label: str = ""
) -> tuple[str, Deed | None]:
    """Link two bricks; returns the id of the link."""
    key = new_key()[:12]
    told = {"from": start.id, "to": to.id, "kind": kind, "label": label}
    return key, editing.edit(table=table, wanted={("links", key): told}, hand=hand)


def say_link(*, table: Table, hand: str, link: Link, kind: str, label: str) -> Deed | None:
    """Say of a link what it is."""
    told = {"kind": kind, "label": label}
    return editing.edit(table=table, wanted={("links", link.id): told}, hand=hand)


def take_away(*, table: Table, hand: str, root: str, key: str) -> Deed | None:
    """Take a brick or a link away. What lay on a brick comes on the table."""
    return editing.edit(table=table, wanted={(root, key): {"gone": True}}, hand=hand)


def lay_back(*, table: Table, hand: str, root: str, key: str) -> Deed | None:
    """Put back a brick or a link that was taken away; nothing happens when there is none."""
    if editing.find(document.load(table), (root, key)) is None:
        return None
    return editing.edit(table=table, wanted={(root, key): {"gone": False}}, hand=hand)


def go_to(*, table: Table, hand: str, step: int) -> Deed | None:
    """Go to a step of the guide's script; 0 is before the first."""
    step = max(0, min(step, marks.LAST_STEP))
    return editing.edit(table=table, wanted={editing.ABOUT: {"script": step}}, hand=hand)


def undo(*, deed: Deed) -> bool:
    """Undo what one hand did, where nobody changed it since; tells whether anything was."""
    return editing.undo(deed=deed)


@transaction.atomic
def name_version(*, table: Table, name: str) -> Version:
    """Keep the table as it is now under a name."""
    doc = document.load(table)
    number = document.last_number(table)
    return Version.objects.create(table=table, number=number, data=doc.get_update(), name=name)


@transaction.atomic
def restore(*, table: Table, hand: str, version: Version) -> Deed | None:
    """Bring back what stood on the table then, by new edits: what was done since is kept."""
    then = board(document.to_plain(document.from_state(bytes(version.data))))
    now = document.read(table)
    back: dict[editing.Thing, Mapping[str, Any]] = {
        ("bricks", brick.id): {"gone": True} for brick in now.bricks if not then.brick(brick.id)
    }
    back |= {("links", each.id): {"gone": True} for each in now.links if not then.link(each.id)}
    return editing.edit(table=table, wanted={**back, **wanted(then)}, hand=hand)


def wanted(told: Board) -> dict[editing.Thing, Mapping[str, Any]]:
    """Return everything that stands on a board as marks to write."""
    document_ = plain(told)
    about = {name: each for name, each in document_["about"].items() if name != "name" or each}
    found: dict[editing.Thing, Mapping[str, Any]] = {editing.ABOUT: about}
    for root in ("bricks", "links"):
        for key, each in document_[root].items():
            found[root, key] = {**each, "gone": False}
    return found


@transaction.atomic
def show_photo(*, table: Table, hand: str, photo: Photo | None) -> Deed | None:
    """Lay a photo under the bricks, or none."""
    key = photo.key if photo else ""
    return editing.edit(table=table, wanted={editing.ABOUT: {"photo": key}}, hand=hand)
