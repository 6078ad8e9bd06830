"""The organisation and the truths open without numpy."""

import subprocess
import sys


def test_the_story_needs_no_numpy() -> None:
    code = (
        "import sys; from beide.demo import organisation, truths; organisation(); truths();"
        "print(sorted({'numpy', 'django', 'duckdb', 'ibis'} & set(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert out.stdout.strip() == "[]"
