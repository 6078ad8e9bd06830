"""The vocabulary is light: it brings no numbers, no tables and no web."""

import subprocess
import sys

HEAVY = {"numpy", "polars", "duckdb", "ibis", "rustxes", "django", "pyarrow", "click"}


def test_importing_and_reading_the_texts_loads_nothing_heavy() -> None:
    program = "import sys, beide.change; beide.change.content(); print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout.split()

    assert "beide.change" in loaded
    assert HEAVY.isdisjoint(loaded)
