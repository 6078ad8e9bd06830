"""An organisation's own statements are read, and every mistake is told where it is."""

from pathlib import Path
from typing import Any

import pytest

from beide import reflect
from beide.errors import ContentError, UnreadableFile

LINES = {
    "version": "1",
    "dimension": '"configuration"',
    "reversed": "false",
    "anchor": "false",
    "a": "1.2",
    "b": "[-1.2, -0.4, 0.4, 1.2]",
    "text.nl": '"Een zin."',
    "text.en": '"A sentence."',
}


def entry(key: str, **changed: str | None) -> str:
    lines = {**LINES, **{name.replace("__", "."): value for name, value in changed.items()}}
    written = [f"{name} = {value}" for name, value in lines.items() if value is not None]
    return "\n".join(["[[statements]]", f'key = "{key}"', *written, ""])


def entries(**first: str | None) -> str:
    """Return a whole bank in which the first statement is written differently."""
    made: list[str] = []
    for dimension in ("configuration", "paradigm"):
        for number in range(4):
            given: dict[str, str | None] = {
                "dimension": f'"{dimension}"',
                "reversed": "true" if number % 2 else "false",
                "anchor": "true" if number == 0 else "false",
            }
            changed = given | (first if not made else {})
            made.append(entry(f"{dimension[0]}-{number}", **changed))
    return "\n".join(made)


def load(tmp_path: Path, text: str) -> reflect.Bank:
    (tmp_path / "ours.toml").write_text(text, encoding="utf-8")
    return reflect.load_bank(tmp_path)


def refused(tmp_path: Path, text: str) -> ContentError:
    with pytest.raises(ContentError) as caught:
        load(tmp_path, text)
    return caught.value


def test_a_whole_bank(tmp_path: Path) -> None:
    found = load(tmp_path, entries())
    assert len(found.statements) == 8
    assert found["c-0"].anchor
    assert found["c-0"].text.nl == "Een zin."
    assert found.version == "1x8"


def test_the_shipped_bank_can_be_copied_and_read_back(tmp_path: Path) -> None:
    folder = Path(reflect.__file__).parent / "content" / "statements"
    for file in folder.iterdir():
        (tmp_path / file.name).write_text(file.read_text("utf-8"), "utf-8")
    assert reflect.load_bank(tmp_path).statements == reflect.bank().statements


@pytest.mark.parametrize(
    ("changed", "place", "says"),
    [
        ({"text__en": None}, "c-0.text", "English text is missing"),
        ({"text__nl": '" "'}, "c-0.text", "Dutch text is missing"),
        ({"a": "9.0"}, "c-0.a", "9.0 is out of range"),
        ({"a": '"sharp"'}, "c-0.a", "'sharp' is not of the kind float"),
        ({"b": "[1.0, 0.0, 1.0, 2.0]"}, "c-0.b", "four rising numbers"),
        ({"b": "[-1.0, 0.0, 1.0]"}, "c-0.b", "four rising numbers"),
        ({"b": "[-9.0, 0.0, 1.0, 2.0]"}, "c-0.b", "between -4 and 4"),
        ({"dimension": '"mood"'}, "c-0.dimension", "'mood'"),
        ({"reversed": "1"}, "c-0.reversed", "not of the kind bool"),
        ({"version": None}, "c-0.version", "nothing is filled in yet"),
        ({"reversed": "true"}, "configuration", "1 statements say it changes and 3"),
        ({"anchor": "false"}, "configuration", "0 statements are an anchor"),
        ({"colour": '"red"'}, "c-0.colour", "a key Beide does not know"),
    ],
)
def test_what_is_wrong_and_where(
    tmp_path: Path, changed: dict[str, Any], place: str, says: str
) -> None:
    error = refused(tmp_path, entries(**changed))
    assert error.data["key"] == place
    assert says in error.in_language("en")
    assert error.in_language("nl") != error.in_language("en")


def test_a_key_that_stands_there_twice(tmp_path: Path) -> None:
    error = refused(tmp_path, entries() + entry("p-2"))
    assert error.data["file"] == "ours.toml"
    assert error.data["key"] == "p-2"
    assert "already in ours.toml" in str(error)


def test_a_key_that_stands_in_two_files(tmp_path: Path) -> None:
    (tmp_path / "also.toml").write_text(entry("c-0"))
    error = refused(tmp_path, entries())
    assert error.data["file"] == "ours.toml"
    assert "already in also.toml" in str(error)


def test_too_few_statements(tmp_path: Path) -> None:
    assert "at least 4" in str(refused(tmp_path, entry("c-0")))


@pytest.mark.parametrize("text", ["= broken", '[[statements]]\nkey = "a\n'])
def test_a_file_that_is_not_toml(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableFile, match=r"ours\.toml"):
        load(tmp_path, text)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="nowhere"):
        reflect.load_bank(tmp_path / "nowhere")
