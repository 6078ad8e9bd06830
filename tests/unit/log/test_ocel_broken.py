"""An object-centric log that cannot be used is told, with the line and what to do."""

import gzip
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from beide import log
from beide.errors import (
    BeideError,
    MissingColumn,
    TooLittleData,
    UnreadableFile,
    WrongValue,
)
from beide.log.readers.ocel import read_ocel
from tests.unit.log.made_ocel import Made, write

GOOD = Made(
    objects=[("o1", "order", {})],
    events=[("e1", "place", "2024-01-01T10:00:00Z", {}, ["o1"])],
)


def text(content: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(content, encoding="utf-8")


def told(**change: Any) -> Callable[[Path], object]:
    """Return what writes JSON in which the only event or object is changed."""
    event = {"id": "e1", "type": "x", "time": "2024-01-01", "relationships": [{"objectId": "o1"}]}
    thing: dict[str, Any] = {"id": "o1", "type": "order"}
    event |= change.get("event", {})
    thing |= change.get("thing", {})
    whole = {"events": [event, *change.get("more", [])], "objects": [thing]}
    return text(json.dumps({**whole, **change.get("whole", {})}))


def changed(old: str, new: str) -> Callable[[Path], object]:
    """Return what writes good XML with one thing changed."""

    def make(path: Path) -> None:
        write(GOOD, path)
        content = path.read_text()
        assert old in content
        path.write_text(content.replace(old, new, 1))

    return make


def packed(path: Path) -> None:
    path.write_bytes(gzip.compress(b'{"events": []' + b" " * 5000)[:-10])


def statement(sql: str) -> Callable[[Path], object]:
    """Return what writes a good SQLite file and changes it."""

    def make(path: Path) -> None:
        write(GOOD, path)
        with closing(sqlite3.connect(path)) as db:
            db.execute(sql)
            db.commit()

    return make


HISTORY = [{"name": "price", "time": "soon", "value": 1}]
LATIN = '{"events": ["é"]}'.encode("latin-1")
BROKEN: list[tuple[str, str, Callable[[Path], object], type[BeideError], str]] = [
    ("no json", "x.json", text("hello"), UnreadableFile, "line 1"),
    ("cut off", "x.json", text('{"events": [{"id": "e1",\n "ty'), UnreadableFile, "cut off"),
    ("cut off gzip", "x.json.gz", packed, UnreadableFile, "cut off"),
    ("more behind", "x.json", text('{"events": [], "objects": []} {}'), UnreadableFile, "line 1"),
    ("no comma", "x.json", text('{"eventTypes": [{}\n{}]}'), UnreadableFile, "line 2"),
    ("no key", "x.json", text('{"events": [], 5: 6}'), UnreadableFile, "line 1"),
    ("other json", "x.json", text('{"a": 1}'), UnreadableFile, "'events' and 'objects'"),
    ("a list", "x.json", text("[1, 2]"), UnreadableFile, "'events' and 'objects'"),
    ("no list", "x.json", told(whole={"events": 5}), UnreadableFile, "'events'"),
    ("no records", "x.json", told(whole={"events": [5]}), UnreadableFile, "'events'"),
    ("first standard", "x.json", text('{"ocel:events": {}}'), UnreadableFile, "OCEL 1.0"),
    ("not utf-8", "x.json", lambda path: path.write_bytes(LATIN), UnreadableFile, "UTF-8"),
    ("deep", "x.json", text('{"a": ' + "[" * 99_999), UnreadableFile, "line 1"),
    ("no id", "x.json", told(event={"id": None}), UnreadableFile, "no id"),
    ("id twice", "x.json", told(more=[{"id": "e1"}]), UnreadableFile, "'e1' occurs twice"),
    ("half a letter", "x.json", told(event={"id": "\ud800"}), UnreadableFile, "half a character"),
    ("a list as value", "x.json", told(event={"type": ["x"]}), WrongValue, "'type'"),
    ("no such object", "x.json", told(thing={"id": "o2"}), UnreadableFile, "object 'o1'"),
    ("object's time", "x.json", told(thing={"attributes": HISTORY}), WrongValue, "'soon'"),
    ("no time", "x.json", told(event={"time": None}), MissingColumn, "time"),
    ("no objects", "x.json", told(whole={"objects": []}), TooLittleData, "no object"),
    ("no xml", "x.xml", text("hello"), UnreadableFile, "line 1"),
    ("html", "x.xml", text("<html/>"), UnreadableFile, "<html>"),
    ("xes", "x.xml", text("<log><trace/></log>"), UnreadableFile, ".xes"),
    ("empty log", "x.xml", text("<log/>"), UnreadableFile, "<events> and <objects>"),
    ("crossed", "x.xml", changed("</event>", "</evnt>"), UnreadableFile, "line"),
    ("cut off xml", "x.xml", changed("</log>", ""), UnreadableFile, "cut off"),
    ("entity", "x.xml", changed("<log>", '<!DOCTYPE l [<!ENTITY a "b">]><log>'), UnreadableFile,
     "entities"),
    ("xml object twice", "x.xml", changed(
        '<object id="o1"', '<object id="o1" type="order"/><object id="o1"'), UnreadableFile,
     "'o1' occurs twice"),
    ("xml no such object", "x.xml", changed('object-id="o1"', 'object-id="o9"'), UnreadableFile,
     "'o9'"),
    ("other tables", "x.sqlite", statement("DROP TABLE event_object"), BeideError, "x.sqlite"),
    ("no map", "x.sqlite", statement("DROP TABLE \"event_T\"\"0\""), UnreadableFile, "damaged"),
    ("sqlite bytes", "x.sqlite", statement("UPDATE event SET ocel_id = X'00'"), UnreadableFile,
     "1 events that are not"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "make", "error", "says"),
    [each[1:] for each in BROKEN],
    ids=[each[0] for each in BROKEN],
)
def test_is_told(
    name: str, make: Callable[[Path], object], error: type[BeideError], says: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    make(path)
    with TemporaryDirectory() as work, pytest.raises(error) as raised:
        read_ocel(path, Path(work), columns=None, object_type=None, told=lambda _: None)
    assert says in raised.value.in_language("en")
    assert raised.value.in_language("nl") != raised.value.in_language("en")


@pytest.mark.parametrize(
    ("make", "error", "says"),
    [
        (text("hello"), UnreadableFile, "line 1"),
        (told(event={"time": "soon"}), WrongValue, "'soon'"),
        (told(whole={"events": []}), TooLittleData, "no event"),
    ],
    ids=["no json", "event's time", "no events"],
)
def test_nothing_is_left_of_it(
    make: Callable[[Path], object], error: type[BeideError], says: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.json"
    make(path)
    with pytest.raises(error) as raised:
        log.read(path, into=tmp_path / "made.log")
    assert says in str(raised.value)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["x.json"]


def test_events_outside_the_type_are_told(tmp_path: Path) -> None:
    made = Made(
        objects=[("o1", "order", {}), ("i1", "item", {})],
        events=[*GOOD.events, ("e2", "pack", "2024-01-02T10:00:00Z", {}, ["i1"])],
    )
    for form in (".json", ".xml", ".sqlite"):
        path = write(made, tmp_path / f"made{form}")
        work = tmp_path / form
        work.mkdir()
        source = read_ocel(path, work, columns=None, object_type="order", told=lambda _: None)
        assert [note.en for note in source.notes] == [
            "Events that touch no object of the type 'order', so they are not in the log: 1 of 2."
        ]


def test_the_line_of_an_event_is_told(tmp_path: Path) -> None:
    path = write(GOOD, tmp_path / "x.xml")
    path.write_text(path.read_text().replace("2024-01-01T10:00:00Z", "soon"))
    with pytest.raises(WrongValue) as raised:
        log.read(path)
    line = next(
        place for place, each in enumerate(path.read_text().splitlines(), 1) if "soon" in each
    )
    assert raised.value.data["row"] == line
