"""Read and ask of a generated log that may be far larger than memory, in a Python of its own.

python -m benchmarks.log.size [--events N] [--memory 400MB] [--folder PLACE] [--parquet] [--json]
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from beide import engine, log
from benchmarks.log.clock import peak_mb, timed
from benchmarks.log.every import machine

PER_CASE, AT_ONCE = 10, 1_000
COLUMNS = log.Columns(case="case", activity="activity", time="time", role="team")
QUESTIONS = (
    log.directly_follows,
    log.variants,
    log.lead_times,
    log.connections,
    log.waiting,
    log.rework,
    log.arrivals,
    log.work_in_progress,
    log.starts,
    log.ends,
)


def generated(target: Path, events: int) -> Path:
    """Write cases of ten events each, a thousand at the same time, in the order they happen.

    The same number of events always gives the same file.
    """
    import duckdb

    piece = f"""
        SELECT 'c' || (i // {PER_CASE * AT_ONCE} * {AT_ONCE} + i % {AT_ONCE}) AS "case",
            'step ' || (hash(i) % 12) AS activity,
            strftime(TIMESTAMP '2024-01-01' + to_seconds(i * 31536000 // {events}),
                '%Y-%m-%d %H:%M:%S') AS time,
            'team ' || (hash(i + 1) % 8) AS team
        FROM range({events}) AS numbers(i)
    """
    form = "FORMAT parquet" if target.suffix == ".parquet" else "FORMAT csv, HEADER"
    with duckdb.connect() as con:
        con.execute("SET preserve_insertion_order = true")
        con.execute(f"COPY ({piece}) TO '{target}' ({form})")
    return target


def measured(source: Path, folder: Path) -> dict[str, Any]:
    """Read a source and ask every question; return seconds, and the most memory held."""
    reading, found = timed(lambda: log.read(source, into=folder / "made.log", columns=COLUMNS))
    read_mb = peak_mb()
    asking = {ask.__name__: timed(partial(ask, found))[0] for ask in QUESTIONS}
    engine.default().close()
    return {
        "events": found.about.events,
        "reading": reading,
        "reading_peak_mb": read_mb,
        "asking": asking,
        "peak_mb": peak_mb(),
        "microseconds_an_event": round(1e6 * reading["wall"] / found.about.events, 2),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=5_000_000)
    parser.add_argument("--memory", help="what the engine may use, such as 400MB")
    parser.add_argument("--folder", type=Path, help="where there is room; default for temporaries")
    parser.add_argument("--parquet", action="store_true", help="from Parquet instead of CSV")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--of", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.of:
        print(json.dumps(measured(asked.of, asked.of.parent)))
        return
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        ending = "parquet" if asked.parquet else "csv"
        source = generated(Path(folder) / f"made.{ending}", asked.events)
        told = {"file_mb": source.stat().st_size >> 20, **beside(source, asked.memory)}
    if asked.json:
        print(json.dumps({"machine": machine(), "memory": asked.memory, **told}, indent=1))
        return
    for name, value in told.items():
        print(f"{name:24}{value}")


def beside(source: Path, memory: str | None) -> dict[str, Any]:
    """Measure in a process of its own, so that what was generated is not counted along."""
    setting = {"BEIDE_ENGINE_MEMORY": memory} if memory else {}
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.log.size", "--of", str(source)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **setting, "TMPDIR": str(source.parent)},
    )
    if run.returncode:
        sys.exit(f"Measuring {source.name} stopped:\n{run.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(run.stdout.strip().splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
