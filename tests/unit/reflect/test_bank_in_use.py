"""A host can put statements of its own in use."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from beide import reflect
from beide.errors import ContentError, UnreadableFile


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    """Let the statements be read again, before and after."""
    reflect.bank.cache_clear()
    yield
    reflect.bank.cache_clear()


def test_without_a_setting_it_is_what_beide_ships() -> None:
    assert reflect.bank().version == "1x32"
    assert reflect.bank() is reflect.bank()


def test_a_file_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = reflect.bank()
    newer = tuple(replace(each, version=2) for each in shipped.statements)
    reflect.write_bank(reflect.Bank(statements=newer), tmp_path / "ours.toml")
    reflect.bank.cache_clear()
    monkeypatch.setenv("BEIDE_BANK", str(tmp_path / "ours.toml"))
    assert reflect.bank().version == "2x32"


def test_what_is_wrong_with_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ours.toml"
    monkeypatch.setenv("BEIDE_BANK", str(path))
    with pytest.raises(UnreadableFile):
        reflect.bank()
    monkeypatch.delenv("BEIDE_BANK")
    reflect.write_bank(reflect.bank(), path)
    reflect.bank.cache_clear()
    text = path.read_text("utf-8")
    path.write_text(text + text[text.index("[[") : text.index("[[", text.index("[[") + 2)])
    monkeypatch.setenv("BEIDE_BANK", str(path))
    with pytest.raises(ContentError, match="already in"):
        reflect.bank()
