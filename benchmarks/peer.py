"""A peer to measure beside: its own Python environment, made once in var/peers, never ours."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PEERS = ROOT / "var" / "peers"


def python_of(name: str, packages: Sequence[str]) -> Path:
    """Return the Python of an environment with these packages, made when it is not there yet."""
    home = PEERS / name
    python = home / "bin" / "python"
    if not (home / "ready").exists():
        uv = [str(Path(sys.executable).with_name("uv"))]
        subprocess.run([*uv, "venv", "-q", "--clear", str(home)], check=True)
        subprocess.run(
            [*uv, "pip", "install", "-q", "--python", str(python), *packages], check=True
        )
        (home / "ready").touch()
    return python


def run(python: Path | str, script: Path, *words: str) -> Any:
    """Run a script in another Python, and return the last line it prints, which is JSON."""
    done = subprocess.run(
        [str(python), "-W", "ignore", str(script), *words],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    if done.returncode:
        sys.exit(f"{script.name} {' '.join(words)} stopped:\n{done.stderr[-2000:]}")
    return json.loads(done.stdout.strip().splitlines()[-1])
