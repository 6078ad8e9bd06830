"""What an object-centric log holds, on disk while it is read: events, objects and their ties."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from beide.errors import UnreadableFile
from beide.log.readers.ocel_values import Kinds, canonical, microseconds

_SCHEMA = """
    PRAGMA journal_mode = OFF;
    PRAGMA synchronous = OFF;
    CREATE TABLE event (n INTEGER PRIMARY KEY, id TEXT UNIQUE, type TEXT, time TEXT, line INTEGER,
                        attributes TEXT);
    CREATE TABLE object (n INTEGER PRIMARY KEY, id TEXT UNIQUE, type TEXT);
    CREATE TABLE tie (event INTEGER, object TEXT, UNIQUE (event, object));
    CREATE TABLE history (object TEXT, at INTEGER, name TEXT, value TEXT);
"""
_TIES = """
    SELECT event.n, event.id, event.line, tie.object
    FROM tie JOIN event ON event.n = tie.event LEFT JOIN object ON object.id = tie.object
    WHERE object.n IS NULL ORDER BY event.line, event.n LIMIT 1
"""
_ROWS = """
    SELECT event.type, event.time, event.line, event.attributes, object.id
    FROM tie JOIN event ON event.n = tie.event JOIN object ON object.id = tie.object
    WHERE object.type = ? ORDER BY event.line, event.n, tie.rowid
"""
_OUTSIDE = """
    SELECT count(*) FROM event WHERE n NOT IN (
        SELECT tie.event FROM tie JOIN object ON object.id = tie.object WHERE object.type = ?
    )
"""
_REMEMBERED = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event, with the ids of the objects that it touches. All values are text."""

    id: str | None
    type: str | None
    time: str | None
    line: int
    attributes: Sequence[tuple[str, str | None]]
    objects: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One object: of each attribute the values, with the time from which each holds."""

    id: str | None
    type: str | None
    line: int
    attributes: Sequence[tuple[str, str | None, str | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An event as one object lived it, with what was true of the object at that time."""

    case: str
    activity: str | None
    time: str | None
    line: int
    of_event: dict[str, str]
    of_case: dict[str, str]


class Store:
    """Takes events and objects in any order, and gives them back by the objects of one type.

    Parameters
    ----------
    file
        What to call the source when something is wrong with it.
    folder
        A folder for temporary files.
    """

    def __init__(self, file: str, folder: Path) -> None:
        self.file = file
        self.kinds = Kinds()
        self._db = sqlite3.connect(folder / "ocel.sqlite", isolation_level=None)
        self._db.executescript(_SCHEMA)
        self._db.execute("BEGIN")
        self._events = 0

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._db.close()

    def add(self, record: Event | Thing) -> None:
        """Take one event or object, or raise ``UnreadableFile`` when it cannot be told apart."""
        what = ("gebeurtenis", "event") if isinstance(record, Event) else ("object", "object")
        if not record.id:
            raise self.refusal(
                record.line, f"een {what[0]} heeft geen id", f"one {what[1]} has no id"
            )
        try:
            if isinstance(record, Event):
                self._add_event(record)
            else:
                self._add_thing(record)
        except sqlite3.IntegrityError as error:
            raise self.refusal(
                record.line,
                f"{what[0]} '{record.id}' staat er twee keer in",
                f"{what[1]} '{record.id}' occurs twice",
            ) from error
        except UnicodeEncodeError as error:
            raise self.refusal(
                record.line,
                f"{what[0]} '{record.id!a}' bevat een half teken",
                f"{what[1]} '{record.id!a}' holds half a character",
            ) from error

    def _add_event(self, event: Event) -> None:
        self._events += 1
        told = json.dumps(event.attributes, ensure_ascii=False)
        row = (self._events, event.id, event.type, event.time, event.line, told)
        self._db.execute("INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)", row)
        ties = ((self._events, each) for each in event.objects)
        self._db.executemany("INSERT OR IGNORE INTO tie VALUES (?, ?)", ties)

    def _add_thing(self, thing: Thing) -> None:
        self._db.execute("INSERT INTO object (id, type) VALUES (?, ?)", (thing.id, thing.type))
        self.add_history(thing)

    def add_history(self, thing: Thing) -> None:
        """Take values of an object that is known, or will be."""
        rows = [
            (thing.id, microseconds(self.file, thing.line, name, time), name, value)
            for name, value, time in thing.attributes
        ]
        self._db.executemany("INSERT INTO history VALUES (?, ?, ?, ?)", rows)

    def refusal(self, line: int, nl: str, en: str) -> UnreadableFile:
        """Return the error that names the place and what is wrong there."""
        return UnreadableFile(
            file=self.file, reason_nl=f"op regel {line}: {nl}", reason_en=f"at line {line}, {en}"
        )

    def check_ties(self) -> None:
        """Raise ``UnreadableFile`` when an event touches an object that is not there."""
        for _, event, line, thing in self._db.execute(_TIES):
            raise self.refusal(
                line,
                f"gebeurtenis '{event}' noemt object '{thing}', dat het bestand niet heeft",
                f"event '{event}' names object '{thing}', which the file does not have",
            )

    def types(self) -> dict[str, int]:
        """Return how many objects there are of each type, the most first."""
        query = "SELECT type, count(*) FROM object WHERE type IS NOT NULL GROUP BY type"
        found = sorted(self._db.execute(query), key=lambda each: (-each[1], each[0]))
        return dict(found)

    def outside(self, object_type: str) -> int:
        """Return how many events touch no object of a type."""
        return int(self._db.execute(_OUTSIDE, (object_type,)).fetchone()[0])

    @property
    def events(self) -> int:
        """How many events were taken."""
        return self._events

    def rows(self, object_type: str) -> Iterator[Row]:
        """Give every event once for each object of a type that it touches, in the file's order."""
        self._db.execute("CREATE INDEX history_of ON history (object, at)")
        history = lru_cache(_REMEMBERED)(self._history)
        for activity, time, line, attributes, case in self._db.execute(_ROWS, (object_type,)):
            at = microseconds(self.file, line, "time", time, lenient=True)
            yield Row(
                case=case,
                activity=activity,
                time=time,
                line=line,
                of_event=self._known(json.loads(attributes), self.kinds.events.get(activity, {})),
                of_case=self._known(
                    [(name, value) for since, name, value in history(case) if since <= at],
                    self.kinds.objects.get(object_type, {}),
                ),
            )

    def _history(self, thing: str) -> list[tuple[int, str, str | None]]:
        query = "SELECT at, name, value FROM history WHERE object = ? ORDER BY at, rowid"
        return self._db.execute(query, (thing,)).fetchall()

    @staticmethod
    def _known(values: Sequence[tuple[str, str | None]], kinds: dict[str, str]) -> dict[str, str]:
        """Return the last value of each attribute, written in one way whatever the format."""
        last = {name: canonical(value, kinds.get(name)) for name, value in values}
        return {name: value for name, value in last.items() if value is not None}
