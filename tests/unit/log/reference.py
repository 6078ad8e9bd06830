"""The normalised log, made slowly and plainly: what the fast one must agree with."""

import csv
import gzip
import hashlib
import hmac
import io
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from beide.log import Columns


class Event(NamedTuple):
    case: str
    activity: str
    time: datetime
    start: datetime | None
    role: str | None


class Normalised(NamedTuple):
    events: list[dict[str, Any]]
    cases: list[dict[str, Any]]
    activities: list[dict[str, Any]]
    roles: list[dict[str, Any]]


def moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return (found.astimezone(UTC) if found.tzinfo else found).replace(tzinfo=None)


def content(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def read_xes(path: Path) -> list[Event]:
    root = ET.fromstring(content(path))
    found = []
    for trace in (child for child in root if local(child.tag) == "trace"):
        case = value(trace, "concept:name")
        for child in (child for child in trace if local(child.tag) == "event"):
            role = value(child, "org:role") or value(child, "org:group")
            found.append(
                Event(
                    str(case),
                    str(value(child, "concept:name")),
                    moment(str(value(child, "time:timestamp"))),
                    None,
                    role,
                )
            )
    return found


def local(tag: str) -> str:
    return tag.rpartition("}")[2]


def value(element: ET.Element, key: str) -> str | None:
    return next((child.get("value") for child in element if child.get("key") == key), None)


def read_csv(path: Path, columns: Columns, *, delimiter: str = ",") -> list[Event]:
    lines = io.StringIO(content(path).decode(), newline="")
    rows = list(csv.DictReader(lines, delimiter=delimiter))
    return [
        Event(
            row[columns.case],
            row[columns.activity],
            moment(row[columns.time]),
            moment(row[columns.start]) if columns.start else None,
            (row[columns.role] or None) if columns.role else None,
        )
        for row in rows
    ]


def normalise(events: list[Event], key: bytes) -> Normalised:
    activities = codes(event.activity for event in events)
    roles = codes(event.role for event in events if event.role is not None)
    by_case: dict[str, list[Event]] = {}
    for event in events:
        by_case.setdefault(event.case, []).append(event)
    for case, in_case in by_case.items():
        by_case[case] = sorted(in_case, key=lambda event: event.time)
    order = sorted(by_case, key=lambda case: by_case[case][0].time)
    placed = [
        {
            "case": code,
            "position": position,
            "activity": activities[event.activity],
            "role": None if event.role is None else roles[event.role],
            "start": event.start,
            "time": event.time,
            "next_activity": after and activities[after.activity],
            "next_role": None if after is None or after.role is None else roles[after.role],
            "next_time": after and after.time,
        }
        for code, case in enumerate(order)
        for position, (event, after) in enumerate(
            zip(by_case[case], [*by_case[case][1:], None], strict=True)
        )
    ]
    cases = [
        {
            "case": code,
            "id_hash": hmac.new(key, case.encode(), hashlib.sha256).hexdigest()[:16],
            "first": by_case[case][0].time,
            "last": by_case[case][-1].time,
            "events": len(by_case[case]),
        }
        for code, case in enumerate(order)
    ]
    return Normalised(
        placed,
        cases,
        named(activities, Counter(event.activity for event in events)),
        named(roles, Counter(event.role for event in events)),
    )


def codes(names: Any) -> dict[str, int]:
    return {name: code for code, name in enumerate(dict.fromkeys(names))}


def named(known: dict[str, int], counts: Counter[Any]) -> list[dict[str, Any]]:
    return [{"code": code, "name": name, "count": counts[name]} for name, code in known.items()]
