"""OCEL 2.0 as XML, with expat, in one pass."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.parsers import expat

from beide.errors import UnreadableFile
from beide.log.readers import _xml
from beide.log.readers._files import unreadable
from beide.log.readers.ocel_store import Event, Store, Thing

_IN_ATTRIBUTE = len(("log", "events", "event", "attributes", "attribute"))
_DECLARED = {"event-type": "events", "object-type": "objects"}


def take_xml(path: Path, store: Store, told: Callable[[float], None]) -> None:
    """Put the events and objects of an XML file in a store.

    Raises ``UnreadableFile`` when the file is not XML, or not OCEL 2.0.
    """
    handler = _Handler(path, store)
    _xml.parse(path, handler.parser, told)
    if not {"events", "objects"} <= handler.lists:
        raise unreadable(
            path,
            "het is XML, maar geen OCEL 2.0: dat heeft <events> en <objects>",
            "it is XML, but not OCEL 2.0, which has <events> and <objects>",
        )


class _Handler:
    """Follows the elements; each is known by the names of those it lies in."""

    def __init__(self, path: Path, store: Store) -> None:
        self.path = path
        self.store = store
        self.lists: set[str] = set()
        self.inside: list[str] = []
        self.item: dict[str, str] = {}
        self.line = 0
        self.values: list[tuple[str, str | None, str | None]] = []
        self.objects: list[str] = []
        self.attribute: dict[str, str] = {}
        self.text: list[str] = []
        self.parser: Any = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        self.inside.append(name)
        match self.inside:
            case ["log"]:
                pass
            case [_] | ["log", "trace"]:
                raise self._other(name)
            case ["log", "events" | "objects"]:
                self.lists.add(name)
            case (
                ["log", "events", _]
                | ["log", "objects", _]
                | ["log", _, "event-type" | "object-type"]
            ):
                self.item, self.line = attributes, self.parser.CurrentLineNumber
                self.values, self.objects = [], []
            case ["log", "events", _, "objects", _] if "object-id" in attributes:
                self.objects.append(attributes["object-id"])
            case ["log", _, _, "attributes", "attribute"]:
                self.attribute, self.text = attributes, []

    def characters(self, text: str) -> None:
        if len(self.inside) == _IN_ATTRIBUTE:
            self.text.append(text)

    def end(self, _name: str) -> None:
        match self.inside:
            case ["log", _, kind, "attributes", "attribute"]:
                self._end_attribute(kind)
            case ["log", "events", _]:
                self._end_event()
            case ["log", "objects", _]:
                self._end_thing()
        self.inside.pop()

    def _end_attribute(self, kind: str) -> None:
        name = self.attribute.get("name", "")
        if kind in _DECLARED:
            declared = getattr(self.store.kinds, _DECLARED[kind])
            of_type = declared.setdefault(self.item.get("name", ""), {})
            of_type[name] = self.attribute.get("type", "")
        else:
            self.values.append((name, "".join(self.text) or None, self.attribute.get("time")))

    def _end_event(self) -> None:
        self.store.add(
            Event(
                id=self.item.get("id"),
                type=self.item.get("type"),
                time=self.item.get("time"),
                line=self.line,
                attributes=[(name, value) for name, value, _ in self.values],
                objects=self.objects,
            )
        )

    def _end_thing(self) -> None:
        self.store.add(
            Thing(
                id=self.item.get("id"),
                type=self.item.get("type"),
                line=self.line,
                attributes=self.values,
            )
        )

    def _other(self, name: str) -> UnreadableFile:
        if name == "trace":
            return unreadable(
                self.path,
                "dit is XES; geef het een naam die eindigt op .xes",
                "this is XES; give it a name that ends in .xes",
            )
        return unreadable(
            self.path,
            f"het is XML, maar geen logboek: het begint met <{name}>",
            f"it is XML, but no event log: it begins with <{name}>",
        )
