"""Fuzz the readers with atheris, which looks for bytes that take code where it has not been.

    python -m tools.fuzz csv --seconds 600 --corpus DIR

Install atheris in an environment of its own; Beide itself does not need it. The bytes that are
found go to ``DIR/found/TARGET``. Mend what they show, and add them to ``tests/fuzz/found.py``, so
that the ordinary tests try them again ever after.
"""

import argparse
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["beide.log", "json", "csv", "urllib.parse"]):
    from tests.fuzz.targets import TARGETS

from tests.fuzz.seeds import seeds

_LONGEST = 4096


def main() -> None:
    """Fuzz one target for some seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=[*TARGETS])
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--corpus", type=Path, required=True)
    asked = parser.parse_args()
    corpus, found = asked.corpus / asked.target, asked.corpus / "found" / asked.target
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    for place, each in enumerate(seeds()[asked.target]):
        (corpus / f"seed-{place}").write_bytes(each)
    longest = max(_LONGEST, *(len(each) for each in seeds()[asked.target]))
    options = [f"-max_total_time={asked.seconds}", f"-max_len={longest}", "-timeout=60"]
    options += [f"-artifact_prefix={found}/", "-rss_limit_mb=4096"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], TARGETS[asked.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
