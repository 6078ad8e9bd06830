"""Importing the room is light: numba, the engine and numpy wait until a question is asked."""

import subprocess
import sys

HEAVY = {"numba", "ibis", "duckdb", "numpy", "pyarrow", "altair", "django"}


def test_the_door_opens_without_anything_heavy() -> None:
    code = (
        "import sys, beide.discover\nfound = {name.partition('.')[0] for name in sys.modules}\n"
        "print(' '.join(found))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(run.stdout.split()) & HEAVY == set()
