"""The room is imported without what is heavy: that comes when it is used."""

import subprocess
import sys

HEAVY = {"django", "duckdb", "ibis", "polars", "pyarrow", "pandas", "scipy", "numba", "altair"}


def test_importing_loads_nothing_heavy() -> None:
    program = "import sys; from beide import room; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert "beide.room" in loaded
    assert HEAVY.isdisjoint(loaded)
