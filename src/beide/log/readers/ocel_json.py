"""OCEL 2.0 as JSON."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from beide.errors import WrongValue
from beide.log.readers._files import chunks
from beide.log.readers.ocel_store import Event, Store, Thing
from beide.log.readers.ocel_stream import JsonStream
from beide.log.readers.ocel_values import text_of


def take_json(path: Path, store: Store, told: Callable[[float], None]) -> None:
    """Put the events and objects of a JSON file in a store.

    Raises ``UnreadableFile`` when the file is not JSON, or not OCEL 2.0.
    """

    def pieces() -> Iterator[bytes]:
        for chunk, share in chunks(path):
            told(share)
            yield chunk

    stream = JsonStream(path.name, pieces())
    if stream.peek() != "{":
        raise _other(stream) if stream.peek() == "[" else stream.wrong()
    found = set()
    for key in stream.keys():  # noqa: SIM118  (a method of the stream, not of a mapping)
        found.add(key)
        _take_part(key, stream, store)
    stream.end()
    if not {"events", "objects"} <= found:
        raise _other(stream)


def _take_part(key: str, stream: JsonStream, store: Store) -> None:
    name = store.file
    match key:
        case "events":
            for each in _records(stream):
                store.add(_event(name, stream.line, each))
        case "objects":
            for each in _records(stream):
                store.add(_thing(name, stream.line, each))
        case "eventTypes":
            store.kinds.events.update(_kinds(_records(stream)))
        case "objectTypes":
            store.kinds.objects.update(_kinds(_records(stream)))
        case _ if key.startswith("ocel:"):
            raise stream.refusal(
                "dit is OCEL 1.0 en Beide leest OCEL 2.0; zet het eerst om",
                "this is OCEL 1.0 and Beide reads OCEL 2.0; convert it first",
            )
        case _:
            stream.value()


def _records(stream: JsonStream) -> Iterator[dict[str, Any]]:
    if stream.peek() != "[":
        raise _other(stream)
    for each in stream.items():
        if not isinstance(each, dict):
            raise _other(stream)
        yield each


def _kinds(types: Iterator[dict[str, Any]]) -> dict[str, dict[str, str]]:
    return {
        str(each.get("name")): {
            str(one.get("name")): str(one.get("type")) for one in _dicts(each, "attributes")
        }
        for each in types
    }


def _event(file: str, line: int, told: dict[str, Any]) -> Event:
    return Event(
        id=_text(file, line, told, "id"),
        type=_text(file, line, told, "type"),
        time=_text(file, line, told, "time"),
        line=line,
        attributes=[
            (str(each.get("name")), _text(file, line, each, "value"))
            for each in _dicts(told, "attributes")
        ],
        objects=[str(each.get("objectId")) for each in _dicts(told, "relationships")],
    )


def _thing(file: str, line: int, told: dict[str, Any]) -> Thing:
    return Thing(
        id=_text(file, line, told, "id"),
        type=_text(file, line, told, "type"),
        line=line,
        attributes=[
            (
                str(each.get("name")),
                _text(file, line, each, "value"),
                _text(file, line, each, "time"),
            )
            for each in _dicts(told, "attributes")
        ],
    )


def _dicts(told: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = told.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _text(file: str, line: int, told: dict[str, Any], key: str) -> str | None:
    try:
        return text_of(told.get(key))
    except TypeError as error:
        raise WrongValue(
            file=file,
            row=line,
            column=str(told.get("name", key)),
            value=str(told[key])[:40],
            expected_nl="enkele waarde maar een lijst of een groep",
            expected_en="one value but a list or a group",
        ) from error


def _other(stream: JsonStream) -> Exception:
    return stream.refusal(
        "het is JSON, maar geen OCEL 2.0: dat heeft lijsten 'events' en 'objects'",
        "it is JSON, but not OCEL 2.0, which has lists 'events' and 'objects'",
    )
