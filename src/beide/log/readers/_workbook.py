"""A workbook's inside, looked over before its values are read.

What a reader of values would pass over in silence is found here: formulas without an outcome, cells
that were merged, a stray cell that makes the sheet millions of columns wide, a packed bomb.
"""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any
from xml.parsers import expat

from beide.errors import UnreadableFile, WrongOption
from beide.log.readers._files import CHUNK, unreadable

_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0"
_MOST_BYTES = 4 << 30
"""The most that a workbook may hold once it is unpacked."""
_SUSPECT = 64 << 20
_MOST_TIMES = 400
"""A part above ``_SUSPECT`` bytes that was packed tighter than this is no sheet of people's."""
_MOST_CELLS = 40_000_000
_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: its name, where it is in the file, and whether people see it."""

    name: str
    part: str
    visible: bool


@dataclass(slots=True)
class Marks:
    """What is remarkable in a sheet. Rows and columns count from 0.

    ``wrong`` holds of each column its first cell without an outcome: row and what stands there.
    ``merged`` holds first row, first column, last row and last column.
    """

    wrong: dict[int, tuple[int, str]] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    rows: int = 0
    columns: int = 0


def sheets(path: Path) -> list[Sheet]:
    """Return the sheets of a workbook, in their order.

    Raises ``UnreadableFile`` when the file is no workbook, is damaged, or unpacks too large.
    """
    with path.open("rb") as raw:
        first = raw.read(4)
    if first == _OLE:
        raise unreadable(
            path,
            "het is met een wachtwoord gesloten of een oude Excel; sla het op als gewone .xlsx",
            "it is locked with a password or an old Excel; save it as a plain .xlsx",
        )
    if not first.startswith(_ZIP):
        raise unreadable(
            path, "het is geen Excel; sla het op als .xlsx", "it is not Excel; save it as .xlsx"
        )
    with _opened(path) as packed:
        _check_size(path, packed)
        places = _places(path, packed)
        return [
            Sheet(
                name=each.get("name", ""),
                part=places.get(_linked(each), ""),
                visible=each.get("state", "visible") == "visible",
            )
            for tag, each in _elements(path, packed, _WORKBOOK)
            if tag == "sheet" and "worksheet" in places.get(_linked(each), "")
        ]


def choose(path: Path, found: list[Sheet], asked: str | None) -> Sheet:
    """Return the sheet that was asked for, else the first that people see."""
    names = ", ".join(f"'{each.name}'" for each in found)
    if asked is None:
        if not found:
            raise unreadable(path, "er zit geen werkblad in", "there is no sheet in it")
        return next((each for each in found if each.visible), found[0])
    for each in found:
        if each.name == asked:
            return each
    raise WrongOption(
        option="sheet",
        value=asked,
        expected_nl=f"een werkblad van {path.name}: {names}",
        expected_en=f"a sheet of {path.name}: {names}",
    )


def marks_of(path: Path, sheet: Sheet) -> Marks:
    """Look over a sheet once, in a constant amount of memory.

    Raises ``UnreadableFile`` when its XML is damaged or its used area is too large to read.
    """
    scan = _Scan(path)
    with _opened(path) as packed, _part(path, packed, sheet.part) as stream:
        _parse(path, stream, scan.parser)
    marks = scan.marks
    if marks.rows * marks.columns > _MOST_CELLS:
        raise unreadable(
            path,
            f"blad '{sheet.name}' is {marks.rows} rijen bij {marks.columns} kolommen groot; "
            "haal losse cellen buiten de tabel weg, of sla het op als CSV",
            f"sheet '{sheet.name}' is {marks.rows} rows by {marks.columns} columns large; "
            "remove stray cells outside the table, or save it as CSV",
        )
    return marks


class _Scan:
    """Follows rows and cells; a cell may leave out where it stands, then it is the next one."""

    def __init__(self, path: Path) -> None:
        self.marks = Marks()
        self.row, self.column = -1, -1
        self.kind, self.formula, self.value = "", False, ""
        self.inside = self.filled = False
        self.parser = _parser(path)
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.text

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = _local(name)
        if tag == "c":
            self._cell(attributes)
        elif tag == "v":
            self.inside = self.filled = True
        elif tag == "is":
            self.filled = True
        elif tag == "f":
            self.formula = True
        elif tag == "row":
            self.row = int(attributes.get("r", self.row + 2)) - 1
            self.column = -1
        elif tag == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            (top, left), (bottom, right) = _at(first), _at(last or first)
            self.marks.merged.append((top, left, bottom, right))

    def _cell(self, attributes: dict[str, str]) -> None:
        if "r" in attributes:
            self.row, self.column = _at(attributes["r"])
        else:
            self.column += 1
        self.kind, self.formula, self.value = attributes.get("t", "n"), False, ""
        self.filled = False

    def text(self, data: str) -> None:
        if self.inside:
            self.value += data

    def end(self, name: str) -> None:
        tag = _local(name)
        if tag == "v":
            self.inside = False
        elif tag == "c" and (self.filled or self.formula):
            self.marks.rows = max(self.marks.rows, self.row + 1)
            self.marks.columns = max(self.marks.columns, self.column + 1)
            if self.kind == "e":
                self.marks.wrong.setdefault(self.column, (self.row, self.value))
            elif self.formula and self.kind != "str" and not self.value:
                self.marks.wrong.setdefault(self.column, (self.row, "="))


def letters(column: int) -> str:
    """Return a column's letters as a sheet shows them.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def _at(reference: str) -> tuple[int, int]:
    """Return row and column, from 0, of a reference such as ``B7``."""
    column, row = 0, 0
    for sign in reference.replace("$", ""):
        if sign.isdigit():
            row = row * 10 + int(sign)
        else:
            column = column * 26 + ord(sign.upper()) - 64
    return row - 1, column - 1


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(path) as packed:
            yield packed
    except PermissionError as error:
        raise unreadable(path, "je mag het niet lezen", "you may not read it") from error
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError) as error:
        raise damaged(path) from error


@contextmanager
def _part(path: Path, packed: zipfile.ZipFile, name: str) -> Iterator[IO[bytes]]:
    try:
        with packed.open(name) as stream:
            yield stream
    except KeyError as error:
        raise damaged(path) from error


def _check_size(path: Path, packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    tight = any(
        each.file_size > _SUSPECT and each.file_size > _MOST_TIMES * max(each.compress_size, 1)
        for each in parts
    )
    if tight or sum(each.file_size for each in parts) > _MOST_BYTES:
        raise unreadable(
            path,
            "uitgepakt wordt het veel te groot; sla het op als CSV",
            "unpacked it becomes far too large; save it as CSV",
        )


def _places(path: Path, packed: zipfile.ZipFile) -> dict[str, str]:
    """Return of each relation of the workbook the part of the file that it means."""
    found = {}
    for tag, each in _elements(path, packed, "xl/_rels/workbook.xml.rels"):
        if tag == "Relationship" and each.get("Type", "").endswith("/worksheet"):
            target = each.get("Target", "")
            folder = PurePosixPath("/" if target.startswith("/") else "/xl")
            found[each.get("Id", "")] = str(folder / target).lstrip("/")
    return found


def _linked(attributes: dict[str, str]) -> str:
    return next((value for key, value in attributes.items() if _local(key) == "id"), "")


def _elements(path: Path, packed: zipfile.ZipFile, part: str) -> list[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    parser = _parser(path)
    parser.StartElementHandler = lambda name, each: found.append((_local(name), each))
    with _part(path, packed, part) as stream:
        _parse(path, stream, parser)
    return found


def _parser(path: Path) -> Any:
    parser = expat.ParserCreate()

    def entity(*_: object) -> None:
        raise damaged(path)

    parser.EntityDeclHandler = entity
    parser.buffer_text = True
    return parser


def _parse(path: Path, stream: IO[bytes], parser: Any) -> None:
    try:
        while chunk := stream.read(CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003  (the parser's own signature)
        parser.Parse(b"", True)  # noqa: FBT003
    except (expat.ExpatError, ValueError) as error:
        raise damaged(path) from error


def damaged(path: Path) -> UnreadableFile:
    """Return the error about a workbook that is not whole."""
    return unreadable(
        path,
        "de Excel is beschadigd of afgebroken; open hem in Excel en sla hem opnieuw op",
        "the Excel is damaged or cut off; open it in Excel and save it again",
    )


def _local(name: str) -> str:
    return name.rpartition(":")[2]
