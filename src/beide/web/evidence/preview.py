"""A first look into an uploaded file: its columns and rows, without reading it whole."""

import codecs
import csv
import io
import re
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from beide.errors import BeideError, DuplicateColumn, UnreadableFile
from beide.log import guess, names_a_person
from beide.web.evidence import problems
from beide.web.evidence.kinds import is_text, is_xes

ROWS = 200
SHOWN = 20
LOOKED_AT = 1 << 19  # bytes: enough for the first rows of wide files
COVER = "•••"
DELIMITERS = (";", ",", "\t", "|")
GZIP = b"\x1f\x8b"
KEY = re.compile(r"""<(?:string|date)\s+key=["']([^"']+)["']""")
_GZIP_FORMAT = 31  # zlib's number for a gzip header


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The names in the header and the first rows under it; what holds people is covered."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    delimiter: str = ""
    names_itself: bool = False

    @property
    def shown(self) -> tuple[tuple[str, ...], ...]:
        """The first of the rows."""
        return self.rows[:SHOWN]

    @property
    def usable(self) -> tuple[str, ...]:
        """The columns that can be read: those that hold people cannot."""
        return tuple(column for column in self.columns if not names_a_person(column))

    @property
    def people(self) -> tuple[str, ...]:
        """The columns that hold people."""
        return tuple(column for column in self.columns if names_a_person(column))


def look(path: Path, *, name: str, how: Mapping[str, str]) -> Preview:
    """Return the columns and first rows of a file, whatever its kind.

    ``name`` is what the person called it, ``how`` what they said about the file: its ``encoding``,
    ``delimiter``, ``sheet`` or ``table``. Raises what the reader of its kind raises.
    """
    if is_text(name):
        return look_into_csv(path, name=name, how=how)
    table = how.get("table")
    if is_xes(name):
        keys = look_into_xes(path, name=name)
        return Preview(columns=tuple(sorted(keys)), rows=(), names_itself=True)
    try:
        if guess.names_its_columns(path, table=table):
            return Preview(columns=(), rows=(), names_itself=True)
        columns, rows = guess.first_rows(path, sheet=how.get("sheet"), table=table)
    except BeideError as error:
        raise problems.named(error, file=name) from error
    found = [_covered(tuple(value or "" for value in row), columns) for row in rows[:ROWS]]
    return Preview(columns=tuple(columns), rows=tuple(found))


def sheets_of(path: Path) -> list[str]:
    """Return the names of a workbook's sheets."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(path) as book:
            return list(book.sheet_names)
    except CalamineError:
        return []  # looking into it says what is wrong


def look_into_csv(path: Path, *, name: str, how: Mapping[str, str] | None = None) -> Preview:
    """Return the columns and first rows of a text file.

    Raises ``UnreadableFile`` when there is nothing to choose
    from, and ``DuplicateColumn`` when two columns have one name.
    """
    said = how or {}
    text = _text(first_bytes(path, name=name), name, said.get("encoding"))
    delimiter = said.get("delimiter") or _sniff(text)
    records = _records(text, delimiter)
    if not records:
        raise _unreadable(name, "er staat geen tekst in", "there is no text in it")
    columns = tuple(value.strip() for value in records[0])
    _check_names(columns, name)
    if len(records) == 1:
        raise _unreadable(
            name,
            "onder de kopregel staan geen rijen; kies een export met rijen",
            "there are no rows under its header; choose an export that has rows",
        )
    rows = tuple(
        _covered(_fitted(record, len(columns)), columns) for record in records[1 : ROWS + 1]
    )
    return Preview(columns=columns, rows=rows, delimiter=delimiter)


def look_into_xes(path: Path, *, name: str) -> frozenset[str]:
    """Return which attributes the beginning of an XES file has.

    Raises ``UnreadableFile`` when it does not even begin like XML.
    """
    raw = first_bytes(path, name=name)
    wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = raw.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    if not text.lstrip().startswith("<"):
        raise _unreadable(
            name,
            "het begint niet als XML; kies de XES-export van je systeem",
            "it does not begin like XML; choose the XES export of your system",
        )
    return frozenset(KEY.findall(text))


def first_bytes(path: Path, *, name: str) -> bytes:
    """Return the beginning of a file, unpacked."""
    with path.open("rb") as file:
        raw = file.read(LOOKED_AT)
    if not raw:
        raise _unreadable(name, "het bestand is leeg", "the file is empty")
    if not raw.startswith(GZIP):
        return raw
    try:
        return zlib.decompressobj(_GZIP_FORMAT).decompress(raw, LOOKED_AT)
    except zlib.error as error:
        raise _unreadable(
            name,
            "het ingepakte bestand is beschadigd; haal het opnieuw op",
            "the packed file is damaged; fetch it again",
        ) from error


def _text(raw: bytes, name: str, encoding: str | None) -> str:
    if encoding:
        return raw.decode(encoding, errors="replace")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace")
    if b"\x00" in raw:
        raise _unreadable(name, "het is geen tekst", "it is not text")
    try:
        # The last sign may be cut in half; a decoder that expects more does not mind.
        return codecs.getincrementaldecoder("utf-8-sig")().decode(raw)
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _sniff(text: str) -> str:
    """Return the delimiter that gives the most columns, the same number in the header as below."""

    def evidence(mark: str) -> tuple[bool, int]:
        records = _records(text, mark)[:SHOWN]
        widths = {len(record) for record in records}
        return len(widths) == 1, len(records[0]) if records else 0

    wide = [mark for mark in DELIMITERS if evidence(mark)[1] > 1]
    return max(wide or DELIMITERS, key=evidence)


def _records(text: str, delimiter: str) -> list[list[str]]:
    """Return the whole records at the beginning, without empty lines."""
    lines = io.StringIO(text, newline="")
    found: list[list[str]] = []
    try:
        for record in csv.reader(lines, delimiter=delimiter):
            if record:
                found.append(record)
            if len(found) > ROWS:
                break
    except csv.Error:
        pass  # what came before it can still be shown; reading says where it goes wrong
    return found


def _check_names(columns: Sequence[str], name: str) -> None:
    for column, count in Counter(columns).items():
        if count > 1 and column:
            raise DuplicateColumn(file=name, column=column, count=count)


def _fitted(record: Sequence[str], width: int) -> tuple[str, ...]:
    return (*record[:width], *[""] * (width - len(record)))


def _covered(record: tuple[str, ...], columns: Sequence[str]) -> tuple[str, ...]:
    """Cover what is in the columns that hold people."""
    return tuple(
        COVER if value and names_a_person(column) else value
        for value, column in zip(record, columns, strict=True)
    )


def _unreadable(name: str, nl: str, en: str) -> UnreadableFile:
    return UnreadableFile(file=name, reason_nl=nl, reason_en=en)
