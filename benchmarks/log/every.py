"""How long reading the real logs takes, and how much memory. Each in a Python of its own."""

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

FOLDER = Path(os.environ.get("BEIDE_DATA") or Path(__file__).parents[3] / "shared" / "data")

MEASURE = """
import json, sys, tempfile, time
from beide import log
from beide.engine import default
from benchmarks.log.clock import peak_mb
default()
columns = log.Columns(case="case:concept:name", activity="concept:name", time="time:timestamp",
                      start="start_timestamp")
is_csv = ".csv" in sys.argv[1]
with tempfile.TemporaryDirectory() as folder:
    begun = time.perf_counter()
    found = log.read(sys.argv[1], into=folder + "/made.log", columns=columns if is_csv else None,
                     drop_activities=("Start", "End") if is_csv else ())
    read = time.perf_counter() - begun
    begun = time.perf_counter()
    log.lead_times(found)
    log.promise_over_time(found, log.Promise.parse("within 5d for 90%"))
    asked = time.perf_counter() - begun
print(json.dumps({"cases": found.about.cases, "events": found.about.events,
                  "read_seconds": round(read, 3), "ask_seconds": round(asked, 3),
                  "peak_mb": peak_mb()}))
"""


def measure(path: Path) -> dict[str, float]:
    """Read one log in a fresh Python and return its seconds and megabytes."""
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(path)], capture_output=True, text=True, check=True
    )
    found: dict[str, float] = json.loads(run.stdout)
    return found


def machine() -> dict[str, str | int | None]:
    """Return what the figures were measured on."""
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "processors": os.cpu_count(),
    }


def main(names: list[str], *, as_json: bool) -> None:
    """Measure the named logs, or all of them."""
    names = names or sorted(path.name for path in FOLDER.glob("*") if path.suffix != ".md")
    if not names:
        sys.exit(f"There are no logs in {FOLDER}; set BEIDE_DATA to where they are.")
    found = {}
    for name in names:
        found[name] = measure(FOLDER / name)
        if not as_json:
            one = found[name]
            print(
                f"{name:<40}{one['events']:>9,} events {one['read_seconds']:>8.2f} s read "
                f"{one['ask_seconds']:>6.2f} s asked {one['peak_mb']:>6} MB"
            )
    if as_json:
        print(json.dumps({"machine": machine(), "logs": found}, indent=2))
