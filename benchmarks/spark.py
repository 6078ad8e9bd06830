"""The same questions on DuckDB and on Spark, side by side: equal answers, and what Spark costs."""

import argparse
import json
import tempfile
import time
from pathlib import Path
from typing import Any

from beide import engine, log

QUESTIONS = (log.directly_follows, log.variants, log.durations, log.connections, log.waiting)


def measure(source: Path, folder: Path) -> dict[str, Any]:
    """Ask every question twice of both engines; the second time tells, the first one warms up."""
    found = log.read(source, into=folder / "b.log")
    here = {ask.__name__: timed(ask, found) for ask in QUESTIONS}
    started = time.perf_counter()
    spark = engine.spark("local[2]")
    start_seconds = time.perf_counter() - started
    with engine.using(spark):
        there = {ask.__name__: timed(ask, found) for ask in QUESTIONS}
    spark.close()
    return {
        "log": source.name,
        "events": found.about.events,
        "spark_start_seconds": round(start_seconds, 2),
        "questions": {
            name: {
                "duckdb_seconds": round(seconds, 3),
                "spark_seconds": round(there[name][0], 3),
                "ratio": round(there[name][0] / seconds, 1),
                "equal": answer == there[name][1],
            }
            for name, (seconds, answer) in here.items()
        },
    }


def timed(ask: Any, found: log.Log) -> tuple[float, Any]:
    answered(ask, found)
    started = time.perf_counter()
    answer = answered(ask, found)
    return time.perf_counter() - started, answer


def answered(ask: Any, found: log.Log) -> Any:
    from beide.errors import TooLittleData

    try:
        return ask(found)
    except TooLittleData as error:
        return error.data


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("logs", nargs="+", type=Path, help="event logs in XES")
    parser.add_argument("--json", action="store_true", help="print JSON")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = [measure(path, Path(folder) / str(n)) for n, path in enumerate(asked.logs)]
    if asked.json:
        print(json.dumps(told, indent=1))
        return
    for each in told:
        print(
            f"{each['log']}: {each['events']:,} events, Spark up in {each['spark_start_seconds']} s"
        )
        for name, found in each["questions"].items():
            print(f"  {name:18} {found}")


if __name__ == "__main__":
    main()
