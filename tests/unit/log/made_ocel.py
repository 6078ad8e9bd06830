"""One object-centric log, written in the three forms of the OCEL 2.0 standard."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

ALWAYS = "1970-01-01T00:00:00Z"
_COLUMN = {"float": "REAL", "integer": "INTEGER", "boolean": "BOOLEAN"}


@dataclass(frozen=True, kw_only=True)
class Made:
    """Objects are (id, type, {name: [(time, value)]}), events (id, type, time, {}, objects)."""

    objects: Sequence[tuple[str, str, Mapping[str, Sequence[tuple[str, Any]]]]]
    events: Sequence[tuple[str, str, str, Mapping[str, Any], Sequence[str]]]
    kinds: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Of each type of event or object its attributes, each with what it is."""


def write(made: Made, path: Path) -> Path:
    """Write a log in the form that the file's name asks for."""
    {".json": write_json, ".xml": write_xml, ".sqlite": write_sqlite}[path.suffix](made, path)
    return path


def types(made: Made) -> tuple[list[str], list[str]]:
    """Return the types of events and of objects, each once."""
    return (
        list(dict.fromkeys(each[1] for each in made.events)),
        list(dict.fromkeys(each[1] for each in made.objects)),
    )


def write_json(made: Made, path: Path) -> None:
    def declared(names: list[str]) -> list[dict[str, Any]]:
        return [
            {
                "name": name,
                "attributes": [
                    {"name": one, "type": kind} for one, kind in made.kinds.get(name, {}).items()
                ],
            }
            for name in names
        ]

    def ties(objects: Sequence[str]) -> list[dict[str, str]]:
        return [{"objectId": each, "qualifier": "of"} for each in objects]

    events, objects = types(made)
    whole = {
        "eventTypes": declared(events),
        "objectTypes": declared(objects),
        "events": [
            {
                "id": ident,
                "type": kind,
                "time": time,
                "attributes": [{"name": name, "value": value} for name, value in values.items()],
                "relationships": ties(touched),
            }
            for ident, kind, time, values, touched in made.events
        ],
        "objects": [
            {
                "id": ident,
                "type": kind,
                "attributes": [
                    {"name": name, "time": time, "value": value}
                    for name, history in values.items()
                    for time, value in history
                ],
            }
            for ident, kind, values in made.objects
        ],
    }
    path.write_text(json.dumps(whole, indent=1, ensure_ascii=False), encoding="utf-8")


def write_xml(made: Made, path: Path) -> None:
    events, objects = types(made)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<log>"]
    for what, names in (("object", objects), ("event", events)):
        lines.append(f"<{what}-types>")
        for name in names:
            of_type = made.kinds.get(name, {})
            told = "".join(
                f"<attribute name={quoteattr(one)} type={quoteattr(kind)}/>"
                for one, kind in of_type.items()
            )
            lines.append(
                f"<{what}-type name={quoteattr(name)}><attributes>{told}</attributes></{what}-type>"
            )
        lines.append(f"</{what}-types>")
    lines.append("<objects>")
    for ident, kind, values in made.objects:
        told = "".join(
            f"<attribute name={quoteattr(name)} time={quoteattr(time)}>{text(value)}</attribute>"
            for name, history in values.items()
            for time, value in history
        )
        lines.append(
            f"<object id={quoteattr(ident)} type={quoteattr(kind)}>"
            f"<attributes>{told}</attributes><objects/></object>"
        )
    lines.append("</objects><events>")
    for ident, kind, time, own, touched in made.events:
        told = "".join(
            f"<attribute name={quoteattr(name)}>{text(value)}</attribute>"
            for name, value in own.items()
        )
        ties = "".join(
            f'<relationship object-id={quoteattr(each)} qualifier="of"/>' for each in touched
        )
        lines.append(
            f"<event id={quoteattr(ident)} type={quoteattr(kind)} time={quoteattr(time)}>"
            f"<attributes>{told}</attributes><objects>{ties}</objects></event>"
        )
    path.write_text("\n".join([*lines, "</events></log>"]), encoding="utf-8")


def text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else escape(str(value))


def name_of(what: str, place: int) -> str:
    return f'{what}_T"{place}'


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def write_sqlite(made: Made, path: Path) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as db:
        db.executescript("""
            CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
            CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
            CREATE TABLE event_object
                (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
            CREATE TABLE object_object
                (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT);
            CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
            CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
        """)
        places = {}
        for what, names in zip(("event", "object"), types(made), strict=True):
            for place, name in enumerate(names):
                db.execute(f"INSERT INTO {what}_map_type VALUES (?, ?)", (name, f'T"{place}'))
                more = ", ocel_changed_field TEXT" if what == "object" else ""
                columns = "".join(
                    f", {quoted(one)} {_COLUMN.get(kind, 'TEXT')}"
                    for one, kind in made.kinds.get(name, {}).items()
                )
                table = quoted(name_of(what, place))
                db.execute(f"CREATE TABLE {table} (ocel_id TEXT, ocel_time TEXT{more}{columns})")
                places[what, name] = table
        for ident, kind, values in made.objects:
            db.execute("INSERT INTO object VALUES (?, ?)", (ident, kind))
            _insert_history(db, places["object", kind], ident, values)
        for ident, kind, time, own, touched in made.events:
            db.execute("INSERT INTO event VALUES (?, ?)", (ident, kind))
            _insert(db, places["event", kind], {"ocel_id": ident, "ocel_time": time, **own})
            ties = [(ident, each, "of") for each in touched]
            db.executemany("INSERT INTO event_object VALUES (?, ?, ?)", ties)
        db.commit()


def _insert_history(
    db: sqlite3.Connection,
    table: str,
    ident: str,
    values: Mapping[str, Sequence[tuple[str, Any]]],
) -> None:
    first = {name: value for name, history in values.items() for t, value in history if t == ALWAYS}
    _insert(db, table, {"ocel_id": ident, "ocel_time": ALWAYS, **first})
    for name, history in values.items():
        for time, value in history:
            if time != ALWAYS:
                row = {"ocel_id": ident, "ocel_time": time, "ocel_changed_field": name}
                _insert(db, table, {**row, name: value})


def _insert(db: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> None:
    names = ", ".join(quoted(name) for name in row)
    marks = ", ".join("?" * len(row))
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values()))
