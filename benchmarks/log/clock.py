"""Seconds of processor and of the wall, and the most memory; for a Python of its own.

Nothing here is imported from elsewhere, so that it runs in a peer's environment too.
"""

import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def timed(work: "Callable[[], Any]", *, times: int = 1) -> tuple[dict[str, float], Any]:
    """Do something ``times`` times; return the seconds of the quickest, and what it gave."""
    best: dict[str, float] = {}
    answer = None
    for _ in range(times):
        wall, processor = time.perf_counter(), time.process_time()
        answer = work()
        took = {"cpu": time.process_time() - processor, "wall": time.perf_counter() - wall}
        best = {name: min(best.get(name, took[name]), took[name]) for name in took}
    return {name: round(seconds, 4) for name, seconds in best.items()}, answer


def peak_mb() -> int:
    """Return the most memory this process has held, in MB.

    Linux hands the peak that ``getrusage`` tells on to the programs that a process starts: a large
    process would make each of its children look as large. ``VmHWM`` begins anew in each program.
    """
    status = Path("/proc/self/status")
    if status.exists():
        told = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return round(int(told.split()[1]) / 1024)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024))
