"""Fetch the browser files that Beide serves itself, as ``vendor/manifest.toml`` lists them.

For who develops Beide and has npm; who runs Beide needs neither. To renew a package, change its
version in the manifest (in ``file`` as well) and run::

    python -m tools.vendor
"""

import hashlib
import re
import subprocess
import tarfile
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path

VENDOR = Path(__file__).parents[1] / "src/beide/web/page/static/beide/vendor"
MANIFEST = VENDOR / "manifest.toml"
HEADING = """\
# The files in this folder, where they come from and what they must be.
# `python -m tools.vendor` fetches them again; tests/repo/test_vendored.py holds this list.
"""

Entry = dict[str, str]


def entries() -> list[Entry]:
    """Return what the manifest lists."""
    listed: list[Entry] = tomllib.loads(MANIFEST.read_text("utf-8"))["file"]
    return listed


def without_source_map(text: str) -> str:
    """Leave out the pointer to a source map, which is not served."""
    return re.sub(r"\n?//# sourceMappingURL=\S+\s*", "\n", text)


def with_global_vega(text: str) -> str:
    """Take what is imported by a bare name, which browsers cannot find, from Vega on the page."""
    return re.sub(r"import (\{[^}]*\}) from 'vega-util';", r"const \1 = globalThis.vega;", text)


CHANGES: dict[str, Callable[[str], str]] = {
    "source map left out": without_source_map,
    "vega-util taken from vega on the page": with_global_vega,
}


def pack(package: str, version: str, into: Path) -> Path:
    """Download one package and return its tar file."""
    command = ["npm", "pack", f"{package}@{version}", "--silent", "--pack-destination", str(into)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return into / done.stdout.strip()


def read(archive: Path, name: str) -> bytes:
    """Read one file out of a package."""
    with tarfile.open(archive) as tar:
        member = tar.extractfile(f"package/{name}")
        if member is None:
            message = f"{archive.name} has no file '{name}'."
            raise FileNotFoundError(message)
        return member.read()


def fetch(entry: Entry, archive: Path) -> Entry:
    """Write one file with its licence and return its entry with the right hash."""
    content = read(archive, entry["from"])
    for change in filter(None, entry.get("changed", "").split("; ")):
        content = CHANGES[change](content.decode("utf-8")).encode("utf-8")
    (VENDOR / entry["file"]).write_bytes(content)
    (VENDOR / entry["licence_file"]).write_bytes(read(archive, "LICENSE"))
    return {**entry, "sha256": hashlib.sha256(content).hexdigest()}


def written(listed: list[Entry]) -> str:
    """Return the manifest as text."""
    tables = (
        "\n".join(["[[file]]", *(f'{key} = "{value}"' for key, value in entry.items())])
        for entry in listed
    )
    return HEADING + "\n" + "\n\n".join(tables) + "\n"


def main() -> None:
    """Fetch everything and write the hashes."""
    archives: dict[str, Path] = {}
    listed = []
    with tempfile.TemporaryDirectory() as folder:
        for entry in entries():
            name = f"{entry['package']}@{entry['version']}"
            if name not in archives:
                archives[name] = pack(entry["package"], entry["version"], Path(folder))
            listed.append(fetch(entry, archives[name]))
            print(f"{entry['file']}  from {name}")
    MANIFEST.write_text(written(listed), "utf-8")


if __name__ == "__main__":
    main()
