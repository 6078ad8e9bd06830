"""Nothing in the repository speaks of the machine it was made on."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Someone's home, a scratch folder, or where a registry was reached: none of it is anyone else's.
TRACES = re.compile(
    r"/(?:work|root|farm|home/[a-z]+|tmp/\w+_jobs)/|\b(?:pypi|registry)\.[a-z]+\.?\w*/simple"
)
ALLOWED = {"tests/repo/test_traces.py"}


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert listed.returncode == 0, "This test reads what git tracks: run it in a checkout."
    return [name for name in listed.stdout.splitlines() if name not in ALLOWED]


def test_no_path_of_a_machine() -> None:
    found = []
    for name in tracked():
        path = ROOT / name
        if path.suffix in {".woff2", ".png", ".mo"} or "/vendor/" in name or not path.exists():
            continue
        found += [f"{name}: {m.group()}" for m in TRACES.finditer(path.read_text("utf-8"))]
    assert found == []


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    lists = re.findall(
        r"^(?:dependencies|build|dev) = \[\n(.*?)^\]", text, re.DOTALL | re.MULTILINE
    )
    lines = [
        line
        for found in lists
        for line in found.splitlines()
        if '"' in line and "include" not in line
    ]
    assert len(lines) > 20
    assert [line for line in lines if "  #" not in line] == []
