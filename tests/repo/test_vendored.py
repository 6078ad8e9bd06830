"""Browser files that others made are what the manifest says, and nothing else lies beside them."""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "src/beide/web/page"
VENDOR = PAGE / "static/beide/vendor"
FILES: list[dict[str, str]] = tomllib.loads((VENDOR / "manifest.toml").read_text("utf-8"))["file"]


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry["file"])
def test_a_file_has_the_hash_that_is_listed(entry: dict[str, str]) -> None:
    content = (VENDOR / entry["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == entry["sha256"]


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry["file"])
def test_a_file_carries_its_version_and_its_licence(entry: dict[str, str]) -> None:
    assert entry["version"] in entry["file"]
    assert entry["licence"]
    assert (VENDOR / entry["licence_file"]).stat().st_size > 0


def test_no_file_is_unlisted() -> None:
    listed = {entry["file"] for entry in FILES} | {entry["licence_file"] for entry in FILES}
    assert {path.name for path in VENDOR.iterdir()} == listed | {"manifest.toml"}


def test_every_listed_file_is_used_where_a_vendored_file_is_named() -> None:
    sources = [
        *PAGE.parent.rglob("*.html"),
        *PAGE.parent.rglob("*.css"),
        *PAGE.parent.rglob("*.py"),
    ]
    named = {
        name
        for source in sources
        for name in re.findall(r"vendor/([\w.-]+\.(?:js|woff2))", source.read_text("utf-8"))
    }
    assert named <= {entry["file"] for entry in FILES}


def test_no_script_points_to_a_source_map_that_is_not_served() -> None:
    scripts = [VENDOR / entry["file"] for entry in FILES if entry["file"].endswith(".js")]
    assert [path.name for path in scripts if "sourceMappingURL" in path.read_text("utf-8")] == []
