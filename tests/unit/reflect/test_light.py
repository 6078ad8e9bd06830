"""The reflection needs numbers, and nothing of the web or of tables."""

import subprocess
import sys

HEAVY = {"django", "duckdb", "ibis", "polars", "pyarrow", "pandas", "scipy"}


def test_importing_and_answering_loads_nothing_heavy() -> None:
    program = (
        "import sys; from beide import reflect; "
        "reflect.verdict([reflect.Answer('c-systems', 4)]); print(*sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = set(run.stdout.split())
    assert "beide.reflect" in loaded
    assert HEAVY.isdisjoint(loaded)
    assert not any(name.startswith(("beide.log", "beide.engine")) for name in loaded)
