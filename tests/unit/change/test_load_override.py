"""An organisation's own texts come from one TOML file, checked when it is read."""

from pathlib import Path

import pytest

from beide.change import Form, content, load_override
from beide.errors import ContentError, UnreadableFile


def written(folder: Path, text: str, *, encoding: str = "utf-8") -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding=encoding)
    return path


def test_a_file_gives_what_content_takes(tmp_path: Path) -> None:
    path = written(tmp_path, '[forms.innovation.name]\nnl = "iets nieuws"\nen = "something new"\n')

    name = content(load_override(path)).forms[Form.INNOVATION].name

    assert (name.nl, name.en) == ("iets nieuws", "something new")


def test_a_file_saved_by_notepad_is_read_too(tmp_path: Path) -> None:
    path = written(
        tmp_path, 'fits.no.name.nl = "neen"\nfits.no.name.en = "nope"\n', encoding="utf-8-sig"
    )

    assert load_override(str(path)) == {"fits": {"no": {"name": {"nl": "neen", "en": "nope"}}}}


def test_a_mistake_names_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, '[shifts.asking.to]\nnl = "vragen"\n')

    with pytest.raises(ContentError, match=r"own\.toml: at 'shifts\.asking\.to', the English"):
        load_override(path)


def test_a_file_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"away\.toml cannot be read: it does not exist"):
        load_override(tmp_path / "away.toml")


@pytest.mark.parametrize("text", ["forms = [", "just some words", "a = 1\na = 2"])
def test_a_file_that_is_not_toml_says_where_it_stops(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableFile, match=r"own\.toml .* not valid TOML in UTF-8 \("):
        load_override(written(tmp_path, text))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="UTF-8"):
        load_override(written(tmp_path, '# één "ü"\n', encoding="utf-16"))
