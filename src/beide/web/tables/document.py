"""The document of a table: read from its updates, and written by adding one.

Every process keeps the documents that were used last, and adds to them what others wrote since. A
document is taken out while it is written, and put back only once the edit is stored for certain.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from threading import Lock
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from pycrdt import Doc, Map

from beide.web.tables import marks
from beide.web.tables.models import Table, Update, Version
from beide.web.tables.reading import Board, board, things
from beide.web.tables.refused import Refused, too_large, too_long, too_many, unreadable

ROOTS = ("about", "bricks", "links")
MOST = {"bricks": marks.MOST_BRICKS, "links": marks.MOST_LINKS}
LONGEST = {"label": marks.LONGEST_LABEL, "text": marks.LONGEST_TEXT}
LARGEST_UPDATE = 2_000_000
LARGEST_TABLE = 20_000_000
KEEP_STATE_EVERY = timedelta(minutes=10)
KEPT = 64
Document = Doc[Map[Any]]


@dataclass(slots=True)
class Kept:
    """A document, after which update it is, and what the last update touched."""

    doc: Document = field(default_factory=lambda: fresh())
    number: int = 0
    size: int = 0
    touched: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    # Held, because a map that nobody holds stops telling what changes in it.
    watched: list[Map[Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Note every brick and link that an edit touches."""
        for root in MOST:
            watched = self.doc[root]
            watched.observe_deep(partial(self.note, root))
            self.watched.append(watched)

    def note(self, root: str, events: Sequence[Any]) -> None:
        """Note which marks of which things changed."""
        touched = self.touched.setdefault(root, {})
        for event in events:
            if len(event.path) == 1:
                touched.setdefault(str(event.path[0]), set()).update(LONGEST)
            elif not event.path:
                for key in event.keys:
                    touched.setdefault(key, set()).update(LONGEST)

    def add(self, data: bytes) -> None:
        """Add an edit; one that cannot be read is refused."""
        self.touched.clear()
        try:
            self.doc.apply_update(data)
        except ValueError as error:
            raise unreadable() from error
        self.size += len(data)


_documents: OrderedDict[str, Kept] = OrderedDict()
_lock = Lock()


def fresh() -> Document:
    """Return an empty document with the three roots of a table."""
    doc: Document = Doc(allow_multithreading=True)
    for root in ROOTS:
        doc.get(root, type=Map)
    return doc


def load(table: Table) -> Document:
    """Return a table's document as it is stored now, for the caller alone."""
    kept = current(table)
    copy = copy_of(kept.doc)
    transaction.on_commit(lambda: put(table, kept))
    return copy


def read(table: Table) -> Board:
    """Return what stands on a table now."""
    return board(to_plain(load(table)))


def copy_of(doc: Document) -> Document:
    """Return a document that can be changed without changing this one."""
    copy = fresh()
    copy.apply_update(doc.get_update())
    return copy


def from_state(data: bytes) -> Document:
    """Return the document of a whole state, such as a version's."""
    doc = fresh()
    doc.apply_update(bytes(data))
    return doc


def to_plain(doc: Document) -> dict[str, Any]:
    """Return a document as plain maps."""
    return {root: doc.get(root, type=Map).to_py() or {} for root in ROOTS}


def last_number(table: Table) -> int:
    """Return the number of the last update that is stored."""
    found = Update.objects.filter(table=table).aggregate(last=models.Max("number"))
    return found["last"] or 0


def append(table: Table, update: bytes) -> int:
    """Store one edit; return its number. Only after commit may anyone be told that it is kept.

    Raises ``Refused`` when it cannot be read or would break a limit; then nothing is stored.
    """
    (answer,) = append_all(table, [update])
    if isinstance(answer, Refused):
        raise answer
    return answer


@transaction.atomic
def append_all(table: Table, updates: Sequence[bytes]) -> list[int | Refused]:
    """Store edits in one transaction; return for each its number, or why it was refused."""
    Table.everything.select_for_update().get(pk=table.pk)
    kept = current(table)
    answers: list[int | Refused] = []
    good: list[Update] = []
    for data in updates:
        try:
            check(kept, data)
        except Refused as refused:
            answers.append(refused)
            kept = again(table, good)
            continue
        kept.number += 1
        good.append(Update(table=table, number=kept.number, data=data))
        answers.append(kept.number)
    Update.objects.bulk_create(good)
    if good:
        keep_state(table, kept)
    transaction.on_commit(lambda: put(table, kept))
    return answers


def again(table: Table, good: Sequence[Update]) -> Kept:
    """Return the document with only the good edits: a refused one has been in it."""
    kept = current(table)
    for update in good:
        kept.add(bytes(update.data))
        kept.number = update.number
    return kept


def check(kept: Kept, data: bytes) -> None:
    """Add an edit to the document, and see whether it still holds to the limits."""
    if len(data) > LARGEST_UPDATE or kept.size + len(data) > LARGEST_TABLE:
        raise too_large()
    kept.add(data)
    for root, touched in kept.touched.items():
        check_touched(kept.doc[root], touched)
        if touched and len(kept.doc[root]) > MOST[root]:
            check_count(kept.doc, root)


def check_touched(root: Map[Any], touched: dict[str, set[str]]) -> None:
    """See whether the texts that were changed are not too long."""
    for key, names in touched.items():
        thing = root.get(key)
        if not isinstance(thing, Map):
            continue
        for name in names & set(LONGEST):
            value = thing.get(name)
            if isinstance(value, str) and len(value) > LONGEST[name]:
                raise too_long(name, len(value))


def check_count(doc: Document, root: str) -> None:
    """See whether not too much stands on the table."""
    if sum(1 for _ in things({root: doc[root].to_py()}, root)) > MOST[root]:
        raise too_many(root)


def current(table: Table) -> Kept:
    """Take out the document that this process kept, and add what was stored since."""
    with _lock:
        kept = _documents.pop(table.key, None)
    if kept is None or kept.number > last_number(table):
        kept = from_version(table)
    rows = Update.objects.filter(table=table, number__gt=kept.number).order_by("number")
    for number, data in rows.values_list("number", "data"):
        kept.add(bytes(data))
        kept.number = number
    return kept


def from_version(table: Table) -> Kept:
    """Return the document as of the last whole state that is stored."""
    kept = Kept()
    version = Version.objects.filter(table=table).order_by("-number").first()
    if version is not None:
        kept.add(bytes(version.data))
        kept.number = version.number
    return kept


def put(table: Table, kept: Kept) -> None:
    """Keep a document for the next who asks; the one that was used longest ago goes."""
    with _lock:
        _documents[table.key] = kept
        while len(_documents) > KEPT:
            _documents.popitem(last=False)


def keep_state(table: Table, kept: Kept) -> None:
    """Keep the whole state now and then, so that one can go back and loading stays quick."""
    last = Version.objects.filter(table=table).order_by("-number").first()
    if last is None or timezone.now() - last.made >= KEEP_STATE_EVERY:
        data = kept.doc.get_update()
        Version.objects.create(table=table, number=kept.number, data=data)
        kept.size = len(data)
