"""Edits of a document: marks that get another value, as one deed that can be undone."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import transaction
from pycrdt import Map

from beide.web.tables.document import Document, append, load
from beide.web.tables.models import Deed, Table
from beide.web.tables.telling import tell

Thing = tuple[str, str]
Wanted = Mapping[Thing, Mapping[str, Any]]
Change = list[Any]
ABOUT: Thing = ("about", "")


@transaction.atomic
def edit(*, table: Table, wanted: Wanted, hand: str = "") -> Deed | None:
    """Give marks the values that are wanted; returns nothing when they had them already.

    Raises ``Refused`` when the table would become more than it can hold.
    """
    changes = write(table, wanted)
    if not changes:
        return None
    return Deed.objects.create(table=table, hand=hand, changes=changes)


@transaction.atomic
def undo(*, deed: Deed) -> bool:
    """Put back what a deed changed, where nobody changed it since; tells whether anything was."""
    doc = load(deed.table)
    back: dict[Thing, dict[str, Any]] = {}
    for root, key, name, before, after in deed.changes:
        thing = find(doc, (root, key))
        if thing is not None and thing.get(name) == after:
            back.setdefault((root, key), {})[name] = before
    deed.undone = True
    deed.save(update_fields=["undone"])
    return bool(write(deed.table, back))


def write(table: Table, wanted: Wanted) -> list[Change]:
    """Store the edit; return each mark that changed with what it was and has become."""
    doc = load(table)
    state = doc.get_state()
    with doc.transaction():
        changes = list(put(doc, wanted))
    if changes:
        append(table, doc.get_update(state))
        tell(table)
    return changes


def put(doc: Document, wanted: Wanted) -> Iterator[Change]:
    """Set the marks that differ, and yield them. What is new is gone again when it is undone."""
    for (root, key), marks in wanted.items():
        thing = find(doc, (root, key))
        if thing is None:
            doc[root][key] = Map(numbers({**marks, "gone": False}))
            yield [root, key, "gone", True, False]
            continue
        for name, value in numbers(marks).items():
            before = thing.get(name)
            if before != value or isinstance(before, bool) is not isinstance(value, bool):
                thing[name] = value
                yield [root, key, name, before, value]


def find(doc: Document, thing: Thing) -> Map[Any] | None:
    """Return the map of a brick or a link, or of what the table is about."""
    root, key = thing
    if thing == ABOUT:
        return doc[root]
    found = doc[root].get(key)
    return found if isinstance(found, Map) else None


def numbers(marks: Mapping[str, Any]) -> dict[str, Any]:
    """Return marks as they are stored: every number a float, as in the page."""
    return {name: float(each) if type(each) is int else each for name, each in marks.items()}
