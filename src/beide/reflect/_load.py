"""Read statements, and say exactly what is wrong with them."""

import os
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import pairwise
from pathlib import Path
from typing import Any

from beide.errors import UnreadableFile
from beide.reflect._model import POINTS, Bank, Dimension, Parameters, Statement
from beide.reflect._place import Place, need, table, text

FIELDS = ("key", "version", "dimension", "reversed", "anchor", "a", "b", "text")
SHARPNESS = (0.3, 4.0)
REACH = 4.0
FEWEST = 4


@cache
def bank() -> Bank:
    """Return the statements in use: those of ``BEIDE_BANK``, or the ones that Beide ships.

    Read once and shared. ``BEIDE_BANK`` is a file or folder as ``load_bank`` reads it, and what
    that raises is raised here.
    """
    own = os.environ.get("BEIDE_BANK")
    return load_bank(own) if own else _bank(files("beide.reflect") / "content" / "statements")


def load_bank(path: Path | str) -> Bank:
    """Read an organisation's own statements.

    Parameters
    ----------
    path
        A TOML file, or a folder with such files, written like those in
        ``beide/reflect/content/statements`` or by ``write_bank``.

    Returns
    -------
    Bank
        All statements, in the order of the files' names and of the lines in them.

    Raises
    ------
    UnreadableFile
        When the folder or a file in it cannot be read, or is not TOML.
    ContentError
        When a translation is missing, a key stands there twice, statements that say it changes
        and that say it can stay are not in balance, or a parameter is out of its range. ``data``
        holds the file, the key and what is wrong in both languages.
    """
    return _bank(Path(path))


def _bank(folder: Traversable) -> Bank:
    seen: dict[str, str] = {}
    found = []
    for statement, place in _statements(folder):
        if statement.key in seen:
            raise place.wrong(
                nl=f"staat een sleutel die al in {seen[statement.key]} staat. Kies een andere",
                en=f"this key is already in {seen[statement.key]}. Choose another one",
            )
        seen[statement.key] = place.file
        found.append(statement)
    for dimension in Dimension:
        _check_balance([s for s in found if s.dimension is dimension], dimension, folder.name)
    return Bank(statements=tuple(found))


def _statements(folder: Traversable) -> Iterator[tuple[Statement, Place]]:
    for name, tree in _trees(folder):
        place = Place(name)
        given = need(table(tree, place, known=("statements",)), "statements", list, place)
        for number, each in enumerate(given, start=1):
            yield _statement(each, place / "statements" / number)


def _trees(folder: Traversable) -> Iterable[tuple[str, dict[str, Any]]]:
    if folder.is_file():
        return [(folder.name, _tree(folder))]
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        raise UnreadableFile(
            file=folder.name,
            reason_nl="de map is er niet of mag niet worden gelezen",
            reason_en="the folder does not exist or may not be read",
        ) from error
    return [(entry.name, _tree(entry)) for entry in entries if entry.name.endswith(".toml")]


def _tree(file: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            file=file.name,
            reason_nl=f"het is geen geldige TOML in UTF-8 ({error})",
            reason_en=f"it is not valid TOML in UTF-8 ({error})",
        ) from error


def _statement(value: object, numbered: Place) -> tuple[Statement, Place]:
    found = table(value, numbered)
    key = need(found, "key", str, numbered)
    place = Place(numbered.file, key)
    table(found, place, known=FIELDS)
    statement = Statement(
        key=key,
        version=need(found, "version", int, place),
        dimension=_dimension(need(found, "dimension", str, place), place),
        reversed=need(found, "reversed", bool, place),
        anchor=need(found, "anchor", bool, place),
        parameters=_parameters(found, place),
        text=text(need(found, "text", dict, place), place / "text"),
    )
    return statement, place


def _dimension(name: str, place: Place) -> Dimension:
    if name not in list(Dimension):
        names = ", ".join(Dimension)
        raise (place / "dimension").wrong(
            nl=f"staat {name!r}. Kies uit: {names}", en=f"{name!r} stands there. Choose: {names}"
        )
    return Dimension(name)


def _parameters(found: dict[str, Any], place: Place) -> Parameters:
    a, b = need(found, "a", float, place), need(found, "b", list, place)
    low, high = SHARPNESS
    if not low <= a <= high:
        raise (place / "a").wrong(
            nl=f"staat {a}. Geef een getal van {low} tot en met {high}",
            en=f"{a} is out of range. Give a number from {low} to {high}",
        )
    if not _are_thresholds(b):
        raise (place / "b").wrong(
            nl=f"staat {b}. Geef vier oplopende getallen tussen -{REACH:g} en {REACH:g}",
            en=f"{b} stands there. Give four rising numbers between -{REACH:g} and {REACH:g}",
        )
    return Parameters(a=float(a), b=(float(b[0]), float(b[1]), float(b[2]), float(b[3])))


def _are_thresholds(b: list[Any]) -> bool:
    return (
        len(b) == POINTS - 1
        and all(isinstance(each, int | float) and abs(each) <= REACH for each in b)
        and all(low < high for low, high in pairwise(b))
    )


def _check_balance(statements: list[Statement], dimension: Dimension, file: str) -> None:
    stays = sum(statement.reversed for statement in statements)
    changes = len(statements) - stays
    if len(statements) < FEWEST or abs(changes - stays) > 1:
        raise Place(file, dimension).wrong(
            nl=f"zeggen {changes} stellingen dat het verandert en {stays} dat het kan blijven. "
            f"Geef er minstens {FEWEST}, van beide evenveel",
            en=f"{changes} statements say it changes and {stays} that it can stay. "
            f"Give at least {FEWEST}, as many of either",
        )
    anchors = sum(statement.anchor for statement in statements)
    if anchors != 1:
        raise Place(file, dimension).wrong(
            nl=f"zijn {anchors} stellingen een anker. Kies er precies één",
            en=f"{anchors} statements are an anchor. Choose exactly one",
        )
