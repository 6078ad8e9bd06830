"""OCEL 2.0 as an SQLite file: one table of attributes for each type of event and object."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

from beide.errors import WrongValue
from beide.log.readers._files import unreadable
from beide.log.readers.database_query import quoted
from beide.log.readers.database_sqlite import explained, open_sqlite
from beide.log.readers.ocel_store import Event, Store, Thing
from beide.log.readers.ocel_values import text_of

_TABLES = frozenset({"event", "object", "event_object", "event_map_type", "object_map_type"})
_OWN = frozenset({"ocel_id", "ocel_time", "ocel_changed_field", "ocel_type"})
_KINDS = {
    "REAL": "float",
    "FLOAT": "float",
    "DOUBLE": "float",
    "INT": "integer",
    "INTEGER": "integer",
    "BIGINT": "integer",
    "BOOLEAN": "boolean",
}
Values: TypeAlias = Mapping[str, Any]


def is_ocel(path: Path) -> bool:
    """Tell whether an SQLite file has the tables of OCEL 2.0."""
    with explained(path), closing(open_sqlite(path)) as db:
        names = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
    return names >= _TABLES


def take_sqlite(path: Path, store: Store, told: Callable[[float], None]) -> None:
    """Put the events and objects of an SQLite file in a store.

    Raises ``UnreadableFile`` when the file is damaged, or not OCEL 2.0.
    """
    if not is_ocel(path):
        needed = ", ".join(sorted(_TABLES))
        raise unreadable(
            path,
            f"het is SQLite, maar geen OCEL 2.0: dat heeft de tabellen {needed}",
            f"it is SQLite, but not OCEL 2.0, which has the tables {needed}",
        )
    with explained(path), closing(open_sqlite(path)) as db:
        db.row_factory = sqlite3.Row
        _take_things(db, store)
        told(0.3)
        _take_events(db, store)
        _check_whole(path, db, store)
        told(1.0)


def _take_things(db: sqlite3.Connection, store: Store) -> None:
    for row in db.execute("SELECT rowid, ocel_id, ocel_type FROM object ORDER BY rowid"):
        place, ident, kind = row
        store.add(Thing(id=text_of(ident), type=text_of(kind), line=place, attributes=[]))
    for kind, table in _types(db, "object"):
        store.kinds.objects[kind] = _declared(db, table)
        for row in db.execute(f"SELECT rowid AS place, * FROM {quoted(table)}"):  # noqa: S608
            store.add_history(_history(store.file, dict(row)))


def _history(file: str, row: dict[str, Any]) -> Thing:
    """Return what one row says: all values an object began with, or one that changed."""
    changed, time = row.get("ocel_changed_field"), _text(file, row, "ocel_time")
    names = [changed] if changed else [each for each in row if each not in (*_OWN, "place")]
    values = [(str(name), _text(file, row, str(name)), time) for name in names]
    return Thing(
        id=_text(file, row, "ocel_id"),
        type=None,
        line=row["place"],
        attributes=[each for each in values if changed or each[1] is not None],
    )


def _take_events(db: sqlite3.Connection, store: Store) -> None:
    for kind, table in _types(db, "event"):
        store.kinds.events[kind] = _declared(db, table)
        query = f"""
            SELECT event.rowid AS place, own.* FROM event JOIN {quoted(table)} AS own
            ON own.ocel_id = event.ocel_id WHERE event.ocel_type = ?
        """  # noqa: S608  (the table's name is quoted)
        for row in db.execute(query, (kind,)):
            store.add(_event(db, store.file, kind, dict(row)))


def _check_whole(path: Path, db: sqlite3.Connection, store: Store) -> None:
    """Raise ``UnreadableFile`` when an event has no row, and so no time, in its type's table."""
    (count,) = db.execute("SELECT count(*) FROM event").fetchone()
    if count > store.events:
        missing = count - store.events
        raise unreadable(
            path,
            f"van {missing} gebeurtenissen in de tabel 'event' staat de rest niet in de tabel van "
            "hun soort",
            f"the table 'event' has {missing} events that are not in the table of their type",
        )


def _event(db: sqlite3.Connection, file: str, kind: str, row: dict[str, Any]) -> Event:
    touched = db.execute(
        "SELECT ocel_object_id FROM event_object WHERE ocel_event_id = ? ORDER BY rowid",
        (row["ocel_id"],),
    )
    return Event(
        id=_text(file, row, "ocel_id"),
        type=kind,
        time=_text(file, row, "ocel_time"),
        line=row["place"],
        attributes=[(name, _text(file, row, name)) for name in row if name not in (*_OWN, "place")],
        objects=[str(ident) for (ident,) in touched],
    )


def _types(db: sqlite3.Connection, what: str) -> Iterator[tuple[str, str]]:
    """Give each type with the table of its attributes."""
    query = f"SELECT ocel_type, ocel_type_map FROM {what}_map_type ORDER BY rowid"  # noqa: S608
    for kind, name in db.execute(query).fetchall():
        yield str(kind), f"{what}_{name}"


def _declared(db: sqlite3.Connection, table: str) -> dict[str, str]:
    query = "SELECT name, type FROM pragma_table_info(?)"
    return {
        name: _KINDS.get(str(kind).upper(), "string") for name, kind in db.execute(query, (table,))
    }


def _text(file: str, row: Values, name: str) -> str | None:
    try:
        return text_of(row.get(name))
    except TypeError as error:
        raise WrongValue(
            file=file,
            row=row["place"],
            column=name,
            value="bytes",
            expected_nl="leesbare waarde",
            expected_en="a value that can be read",
        ) from error
