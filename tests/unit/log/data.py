"""Where the real logs are, and small ones made on the spot."""

import csv
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest

from beide.log import Columns, Log

FOLDER = Path(os.environ.get("BEIDE_DATA") or Path(__file__).parents[4] / "shared" / "data")
DISCO = Columns(
    case="case:concept:name",
    activity="concept:name",
    time="time:timestamp",
    start="start_timestamp",
)
PLAIN = Columns(case="case", activity="activity", time="time")


def shared(name: str) -> Path:
    """Return a real log; without them a test is skipped, but never where CI is true."""
    path = FOLDER / name
    if not path.exists():
        reason = f"the real log {name} is not in {FOLDER}; set BEIDE_DATA to where it is"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return path


def write_csv(path: Path, rows: Sequence[Sequence[object]], *, delimiter: str = ",") -> Path:
    """Write rows, the first of which has the names."""
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=delimiter).writerows(rows)
    return path


def xes(traces: Mapping[str, Sequence[Mapping[str, str]]]) -> str:
    """Return an XES file: for each case its events, each with its attributes."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<log>"]
    for case, events in traces.items():
        lines += ["<trace>", f'<string key="concept:name" value={quoteattr(case)}/>']
        for event in events:
            lines.append("<event>")
            for key, value in event.items():
                tag = "date" if key == "time:timestamp" else "string"
                lines.append(f"<{tag} key={quoteattr(key)} value={quoteattr(value)}/>")
            lines.append("</event>")
        lines.append("</trace>")
    return "\n".join([*lines, "</log>"])


def event(activity: str, time: str, **more: str) -> dict[str, str]:
    """Return the attributes of one XES event."""
    return {"concept:name": activity, "time:timestamp": time, **more}


def rows(log: Log, part: Any) -> list[dict[str, Any]]:
    """Return one part of a log as it stands on disk, in the order in which it stands."""
    from pyarrow import parquet

    found: list[dict[str, Any]] = parquet.read_table(log.file(part)).to_pylist()
    return found
