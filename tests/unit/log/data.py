"""Where the real logs are, and small ones made on the spot."""

import csv
import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

import pytest

from beide import log
from beide.log import About, Columns, Log

FOLDER = Path(os.environ.get("BEIDE_DATA") or Path(__file__).parents[4] / "shared" / "data")
DISCO = Columns(
    case="case:concept:name",
    activity="concept:name",
    time="time:timestamp",
    start="start_timestamp",
)
PLAIN = Columns(case="case", activity="activity", time="time")
COUNTS = {
    "env_permit_receipt.xes.gz": (1_434, 8_577, 27),
    "helpdesk.xes.gz": (4_580, 21_348, 14),
    "sepsis.xes.gz": (1_050, 15_214, 16),
    "bpic2012.xes.gz": (13_087, 262_200, 24),
    "road_traffic_fines.xes.gz": (150_370, 561_470, 11),
    "bpic2015_1.xes.gz": (1_199, 52_217, 398),
    "bpic2020_DomesticDeclarations.xes.gz": (10_357, 55_628, 14),
    "ConsultaDataMining201618.csv.gz": (954, 4_962, 16),
    "Production.csv": (225, 4_503, 24),
    "running-example.xes": (6, 42, 8),
}
"""Of each real log the cases, events and activities; Start and End rows, not done by anyone, aside.
"""


def shared(name: str) -> Path:
    """Return a real log; without them a test is skipped, but never where CI is true."""
    path = FOLDER / name
    if not path.exists():
        reason = f"the real log {name} is not in {FOLDER}; set BEIDE_DATA to where it is"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return path


@cache
def real(name: str) -> Log:
    """Return a real log as it is read when nobody says how; read once for all tests of a process.

    Of a table, the rows Start and End that a program added are left out.
    """
    is_csv = ".csv" in name
    return log.read(
        shared(name),
        columns=DISCO if is_csv else None,
        drop_activities=("Start", "End") if is_csv else (),
    )


def counted(about: About) -> tuple[int, int, int]:
    """Return cases, events and activities as in the file, before events of a step were paired."""
    rows = next(each for each in about.findings if each.code == "rows")
    events = about.rows_read - sum(about.dropped.activities.values())
    return rows.data["cases"], events, rows.data["activities"]


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


def rows(found: Log, part: Any) -> list[dict[str, Any]]:
    """Return one part of a log as it stands on disk, in the order in which it stands."""
    from pyarrow import parquet

    told: list[dict[str, Any]] = parquet.read_table(found.file(part)).to_pylist()
    return told
