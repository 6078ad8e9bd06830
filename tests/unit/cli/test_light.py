"""Help comes at once: no subcommand is imported for it, and nothing heavy."""

import subprocess
import sys

HEAVY = {"ibis", "duckdb", "pyarrow", "polars", "numpy", "django", "beide.log", "beide.change"}


def loaded(code: str) -> set[str]:
    told = f"import sys\n{code}\nprint(*sys.modules, sep='\\n')"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines())


def test_help_loads_nothing_heavy() -> None:
    code = "from beide.cli import cli\ncli(['--help'], standalone_mode=False)"
    assert loaded(code) & HEAVY == set()


def test_the_log_room_loads_nothing_heavy() -> None:
    assert loaded("import beide.log") & (HEAVY - {"beide.log"}) == set()
