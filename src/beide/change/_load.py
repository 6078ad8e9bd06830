"""Read the texts that Beide ships, and lay an organisation's own texts over them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from beide.change._build import LANGUAGES, build
from beide.change._place import Place, check_known
from beide.change._texts import Content
from beide.errors import UnreadableFile

Tree = dict[str, object]


def content(override: Mapping[str, object] | None = None) -> Content:
    """Return every text about change, with an organisation's own texts where it has them.

    Parameters
    ----------
    override
        The organisation's texts under the same keys as the shipped ones, for example
        ``{"forms": {"transition": {"name": {"nl": "...", "en": "..."}}}}``. A text is replaced
        in both languages at once, a list as a whole; what is not named stays.

    Returns
    -------
    Content
        Frozen; the shipped texts are read once and shared.

    Raises
    ------
    ContentError
        When the override has a key that does not exist, an empty text or only one language.
        ``data`` holds the file, the key and what is wrong in both languages.
    """
    return _laid_over(override, file="override") if override else _shipped()


def load_override(path: Path | str) -> Mapping[str, object]:
    """Read an organisation's own texts from one TOML file, and check them.

    Parameters
    ----------
    path
        A TOML file with tables such as ``[forms.transition.asks]``.

    Returns
    -------
    Mapping
        What to give to `content`.

    Raises
    ------
    UnreadableFile
        When the file does not exist or is not TOML.
    ContentError
        When a key does not exist, a text is empty or a language is missing.
    """
    override = _read(Path(path))
    _laid_over(override, file=Path(path).name)
    return override


@cache
def _shipped() -> Content:
    built: Content = build(Content, _shipped_tree(), Place("beide.change"))
    return built


@cache
def _shipped_tree() -> Tree:
    return _tree(files("beide.change") / "content")


def _tree(folder: Traversable) -> Tree:
    """Read a folder as one table: a folder or file name is a key, what is in it is its value."""
    return {
        entry.name.removesuffix(".toml"): _tree(entry)
        if entry.is_dir()
        else tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
    }


def _laid_over(override: Mapping[str, object], *, file: str) -> Content:
    place = Place(file)
    built: Content = build(Content, _merge(_shipped_tree(), override, place), place)
    return built


def _merge(base: Mapping[str, object], override: Mapping[str, object], place: Place) -> Tree:
    check_known(override, base, place)
    return {key: _merged_value(base[key], override, key, place) for key in base}


def _merged_value(ours: object, override: Mapping[str, object], key: str, place: Place) -> object:
    theirs = override.get(key, ours)
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping) and not _is_text(ours):
        return _merge(ours, theirs, place / key)
    return theirs


def _is_text(table: Mapping[str, object]) -> bool:
    return table.keys() == LANGUAGES.keys()


def _read(path: Path) -> Tree:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UnreadableFile(
            file=path.name,
            reason_nl="het bestand is er niet of mag niet worden gelezen",
            reason_en="it does not exist or may not be read",
        ) from error
    except ValueError as error:
        raise UnreadableFile(
            file=path.name,
            reason_nl=f"het is geen geldige TOML in UTF-8 ({error})",
            reason_en=f"it is not valid TOML in UTF-8 ({error})",
        ) from error
