"""Text files as people have them: other quotes, other line ends, a row that does not fit."""

import csv
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from beide.errors import RaggedRow
from beide.log.readers._files import unreadable


def header(text: Path, delimiter: str) -> list[str]:
    """Return the names in the first row, without the spaces around them."""
    try:
        first = next(_records(text, delimiter), (1, []))[1]
    except csv.Error:
        return []
    return [name.strip() for name in first]


def first_records(text: Path, delimiter: str, *, count: int) -> list[list[str]]:
    """Return the first records, up to one that is wrongly quoted."""
    found: list[list[str]] = []
    try:
        for _, record in islice(_records(text, delimiter), count):
            found.append(record)
    except csv.Error:
        pass
    return found


def line_of(text: Path, delimiter: str, row: int) -> int:
    """Return on which line of the file a row under the header begins, counted from 1."""
    try:
        return next(islice(_records(text, delimiter), row + 1, None))[0]
    except (csv.Error, StopIteration):
        return row + 2


def tidied(path: Path, text: Path, target: Path, *, delimiter: str) -> Path:
    """Write the same rows with regular quotes and line ends.

    Raises ``RaggedRow`` for the first row that does not fit the header, and ``UnreadableFile``
    when a quote is never closed.
    """
    width = len(header(text, delimiter))
    line = 1
    try:
        with target.open("w", encoding="utf-8", newline="") as out:
            write = csv.writer(out, delimiter=delimiter, lineterminator="\n").writerow
            for line, record in _records(text, delimiter):
                if len(record) != width:
                    raise RaggedRow(
                        file=path.name,
                        row=line,
                        found=len(record),
                        expected=width,
                        delimiter="tab" if delimiter == "\t" else delimiter,
                    )
                write(record)
    except csv.Error as error:
        raise unreadable(
            path,
            f"na regel {line} klopt er een aanhalingsteken niet",
            f"after line {line} a quote is wrong",
        ) from error
    return target


def _records(text: Path, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Give each record that is not an empty line, with the line on which it begins."""
    with text.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        line = 1
        for record in reader:
            if record:
                yield line, record
            line = reader.line_num + 1
