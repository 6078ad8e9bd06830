"""What both sides get: the same events, and a log four times as large."""

import sys
from collections.abc import Iterator
from pathlib import Path

from beide import log

_SMALL = """<log><trace><string key="concept:name" value="a"/>
<event><string key="concept:name" value="begin"/>
<string key="lifecycle:transition" value="start"/>
<date key="time:timestamp" value="2024-01-01T10:00:00+01:00"/></event>
<event><string key="concept:name" value="begin"/>
<string key="lifecycle:transition" value="complete"/>
<date key="time:timestamp" value="2024-01-01T11:00:00+01:00"/></event></trace></log>"""


def small(target: Path) -> Path:
    """Write a log of one case, to read first: what Python loads only once is not timed."""
    target.write_text(_SMALL, encoding="utf-8")
    return target


def fourfold(source: Path, target: Path) -> Path:
    """Write an XES file with every trace four times, under four names."""
    text = source.read_text("utf-8")
    begin, end = text.index("<trace"), text.rindex("</trace>") + len("</trace>")
    traces = [*split(text[begin:end])]
    with target.open("w", encoding="utf-8") as out:
        out.write(text[:begin])
        for copy in range(4):
            for before, after in traces:
                out.write(f"{before}{copy}-{after}")
            out.write("\n")
        out.write(text[end:])
    return target


def split(traces: str) -> Iterator[tuple[str, str]]:
    """Give each trace in two parts; between them belongs what stands before its name."""
    mark = 'key="concept:name" value="'
    for trace in traces.split("</trace>")[:-1]:
        at = trace.index(mark) + len(mark)
        if "<event" in trace[:at]:
            sys.exit("A trace without a name cannot be given another one.")
        yield trace[:at], f"{trace[at:]}</trace>"


def normalised(frame: Path, folder: Path) -> Path:
    """Return our log of the frame that pm4py read."""
    columns = log.Columns(case="case", activity="activity", time="time", role="role")
    return log.read(frame, into=folder / "made.log", columns=columns).path
