"""Importing Beide does no work."""

import subprocess
import sys

import pytest

HEAVY = {"numpy", "pandas", "polars", "ibis", "duckdb", "django", "altair", "pyarrow", "rustxes"}


def loaded_after(statement: str) -> set[str]:
    """Return the top-level modules that a fresh Python has after a statement."""
    code = f"import sys\n{statement}\nprint(' '.join({{m.partition('.')[0] for m in sys.modules}}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


@pytest.mark.parametrize(
    "statement", ["import beide", "import beide.change", "import beide.errors", "import beide.cli"]
)
def test_import_loads_nothing_heavy(statement: str) -> None:
    assert loaded_after(statement) & HEAVY == set()
