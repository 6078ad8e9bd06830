"""Text files as people have them: other encodings, other line ends, a row that does not fit."""

import codecs
import csv
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from beide.errors import RaggedRow
from beide.log.readers._files import chunks, is_packed, unreadable

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def as_utf8(path: Path, work: Path, told: Callable[[float], None]) -> Path:
    """Return the file itself when it is plain UTF-8, else an unpacked copy that is.

    Raises ``UnreadableFile`` when the file is not text, or is packed and damaged.
    """
    encoding = _encoding(path, told)
    if encoding == "utf-8" and not is_packed(path):
        return path
    copy = work / "source.csv"
    decode = codecs.getincrementaldecoder(encoding)(errors="replace").decode
    with copy.open("w", encoding="utf-8", newline="") as out:
        for chunk, _ in chunks(path):
            out.write(decode(chunk))
    return copy


def _encoding(path: Path, told: Callable[[float], None]) -> str:
    """Return ``utf-8`` when every byte fits it, else what else it must be."""
    decode = codecs.getincrementaldecoder("utf-8")().decode
    for number, (chunk, share) in enumerate(chunks(path)):
        if number == 0 and chunk.startswith(_UTF16):
            return "utf-16"
        if b"\x00" in chunk:
            raise unreadable(path, "het is geen tekst", "it is not text")
        told(share)
        try:
            decode(chunk)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def header(text: Path, delimiter: str) -> list[str]:
    """Return the names in the first row, without the spaces around them."""
    try:
        first = next(_records(text, delimiter), (1, []))[1]
    except csv.Error:
        return []
    return [name.strip() for name in first]


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
