"""Rows of a CSV file, with their numbers, and refusing what does not fit."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from beide.errors import (
    DuplicateColumn,
    MissingColumn,
    RaggedRow,
    UnreadableFile,
    WrongValue,
)

_DELIMITERS = (";", "\t", ",")
_LARGEST = 20_000_000
"""Bytes. Series by week are small; a file of this size is something else."""
_DAY_FIRST = re.compile(r"(\d{1,2})[-.](\d{1,2})[-.](\d{4})")
_ISO_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})")
_GROUPED = re.compile(r"[+-]?\d{1,3}(\.\d{3})+,\d+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the file, counted from 1 with the header, and its values."""

    file: str
    number: int
    values: dict[str, str]

    def number_in(self, column: str, *, above: float | None = None) -> float:
        """Return a number, with a decimal point or comma."""
        written = self.values[column].strip()
        try:
            found = float(_plain(written))
        except ValueError:
            found = float("nan")
        if found != found or abs(found) == float("inf"):
            raise self.wrong(column, "getal", "a number")
        if above is not None and found <= above:
            raise self.wrong(column, f"getal boven {above:g}", f"a number above {above:g}")
        return found

    def day_in(self, column: str) -> date:
        """Return a day: 2025-03-03, 3-3-2025 or 2025-W10."""
        found = parse_day(self.values[column].strip())
        if found is None:
            raise self.wrong(column, "dag, zoals 2025-03-03", "a day, such as 2025-03-03")
        return found

    def wrong(self, column: str, expected_nl: str, expected_en: str) -> WrongValue:
        """Return the error for a value in this row."""
        return WrongValue(
            file=self.file,
            row=self.number,
            column=column,
            value=self.values[column],
            expected_nl=expected_nl,
            expected_en=expected_en,
        )


def parse_day(written: str) -> date | None:
    """Return the day that was written, or ``None``.

    The day comes first only with dashes or dots between; 3/4/2025 could be either way round.
    """
    try:
        if found := _ISO_WEEK.fullmatch(written):
            return date.fromisocalendar(int(found[1]), int(found[2]), 1)
        if found := _DAY_FIRST.fullmatch(written):
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date.fromisoformat(written[:10]) if _is_moment(written) else None
    except ValueError:
        return None


def read_rows(
    path: Path, columns: Sequence[Sequence[str]], optional: Sequence[Sequence[str]]
) -> list[Row]:
    """Return the rows of a file.

    Parameters
    ----------
    path
        A CSV file with a header; ``,`` ``;`` or a tab between values.
    columns
        The columns that must be there, each with its names; the first is the one in the rows.
    optional
        The columns that may be there.
    """
    text = _text(path)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    lines = csv.reader(io.StringIO(text), delimiter=delimiter)
    header = [name.strip().lower() for name in next(lines)]
    known = _named(header, columns, optional, path.name)
    rows = [
        _row(path.name, lines.line_num, values, header, known, delimiter)
        for values in lines
        if any(value.strip() for value in values)
    ]
    if not rows:
        raise UnreadableFile(
            file=path.name,
            reason_nl="er staan geen rijen onder de kopregel",
            reason_en="there are no rows below the header",
        )
    return rows


def _row(
    file: str,
    number: int,
    values: list[str],
    header: list[str],
    known: dict[str, str],
    delimiter: str,
) -> Row:
    if len(values) != len(header):
        raise RaggedRow(
            file=file, row=number, found=len(values), expected=len(header), delimiter=delimiter
        )
    found = dict(zip(header, values, strict=True))
    return Row(file, number, {name: found[written] for name, written in known.items()})


def _named(
    header: list[str],
    columns: Sequence[Sequence[str]],
    optional: Sequence[Sequence[str]],
    file: str,
) -> dict[str, str]:
    """Return for each known column the name it has in the file."""
    known = {}
    for names in (*columns, *optional):
        found = [name for name in header if name in names]
        if len(found) > 1:
            raise DuplicateColumn(file=file, column=found[0], count=len(found))
        if not found and names in columns:
            raise MissingColumn(file=file, column=names[0], columns=", ".join(header))
        if found:
            known[names[0]] = found[0]
    return known


def _text(path: Path) -> str:
    problem = None
    try:
        if path.stat().st_size > _LARGEST:
            problem = ("het is te groot voor een reeks per week", "it is too large for weeks")
        else:
            text = path.read_bytes().decode("utf-8-sig")
            if text.strip():
                return text
            problem = ("het is leeg", "it is empty")
    except FileNotFoundError:
        problem = ("het bestaat niet", "it does not exist")
    except (OSError, UnicodeDecodeError):
        problem = ("het is geen tekst in UTF-8", "it is not text in UTF-8")
    raise UnreadableFile(file=path.name, reason_nl=problem[0], reason_en=problem[1])


def _plain(written: str) -> str:
    if _GROUPED.fullmatch(written):
        written = written.replace(".", "")
    return written.replace(",", ".") if written.count(",") == 1 else written


def _is_moment(written: str) -> bool:
    return len(written) == len("2025-03-03") or written[10:11] in {"T", " "}
