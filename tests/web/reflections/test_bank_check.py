"""A host with statements of its own hears at the start what is wrong with them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.checks import Error, run_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from beide import reflect


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Put a copy of the statements in use."""
    path = tmp_path / "ours.toml"
    reflect.write_bank(reflect.bank(), path)
    monkeypatch.setenv("BEIDE_BANK", str(path))
    reflect.bank.cache_clear()
    yield path
    monkeypatch.delenv("BEIDE_BANK")
    reflect.bank.cache_clear()


def test_whole_statements_pass(ours: Path) -> None:
    assert [found for found in run_checks() if "BEIDE_BANK" in found.msg] == []


@pytest.mark.parametrize(
    ("is_now", "says"),
    [('key = "c-steps"', "already in"), ('text.en = " "', "English text is missing")],
)
def test_what_is_wrong_stops_the_start(ours: Path, is_now: str, says: str) -> None:
    name = is_now.partition(" ")[0]
    lines = ours.read_text("utf-8").splitlines()
    last = max(number for number, line in enumerate(lines) if line.startswith(name))
    lines[last] = is_now
    ours.write_text("\n".join(lines), "utf-8")
    found = [each for each in run_checks() if "BEIDE_BANK" in each.msg]
    assert len(found) == 1
    assert isinstance(found[0], Error)
    assert says in found[0].msg
    with pytest.raises(SystemCheckError, match=says):
        call_command("check")
