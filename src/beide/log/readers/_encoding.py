"""How a text file is encoded: decided once for the whole file, or said by a person."""

import codecs
from collections.abc import Callable
from itertools import chain
from pathlib import Path

from beide.errors import UnreadableFile, WrongOption
from beide.log.readers._files import chunks, is_packed, unreadable

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""The marks at the beginning of a file; UTF-32 goes first, as its mark begins like UTF-16's."""

_UTF8 = ("utf-8", "utf-8-sig")
_NOT_IN_WINDOWS = b"\x81\x8d\x8f\x90\x9d"
_SAMPLE = 4096
_MANY = 0.3
"""Where this share of the even or the odd bytes is zero, and none of the others, it is UTF-16."""


def as_utf8(
    path: Path, work: Path, told: Callable[[float], None], *, encoding: str | None = None
) -> tuple[Path, str]:
    """Return the file itself when it is plain UTF-8, else an unpacked copy that is; and how it was.

    Raises
    ------
    UnreadableFile
        When the file is not text, does not fit its encoding, or is packed and damaged.
    WrongOption
        When no encoding has the name that was given.
    """
    found = _decided(path, told) if encoding is None else _known(encoding)
    if encoding is None and found in _UTF8 and not is_packed(path):
        return path, found
    return _copied(path, work / "source.csv", found), found


def _known(encoding: str) -> str:
    try:
        b"a".decode(encoding, errors="ignore")
        codecs.getincrementaldecoder(encoding)
    except LookupError as error:
        raise WrongOption(
            option="encoding",
            value=encoding,
            expected_nl="een bekende codering, zoals utf-8 of cp1252",
            expected_en="a known encoding, such as utf-8 or cp1252",
        ) from error
    return encoding


def _copied(path: Path, copy: Path, encoding: str) -> Path:
    """Write the file's text as UTF-8."""
    decode = codecs.getincrementaldecoder(encoding)().decode
    line = 1
    try:
        with copy.open("w", encoding="utf-8", newline="") as out:
            for chunk, _ in chunks(path):
                text = decode(chunk)
                out.write(text)
                line += text.count("\n")
            out.write(decode(b"", True))  # noqa: FBT003  (the decoder's own signature)
    except UnicodeError as error:
        raise unreadable(
            path,
            f"na regel {line} past de tekst niet bij de codering {encoding}; "
            "geef een andere met encoding, of haal het bestand opnieuw op",
            f"after line {line} its text does not fit the encoding {encoding}; "
            "give another with encoding, or fetch the file again",
        ) from error
    return copy


def _decided(path: Path, told: Callable[[float], None]) -> str:
    """Return the encoding that every byte of the file fits."""
    decode = codecs.getincrementaldecoder("utf-8")().decode
    line, accents, encoding = 1, False, "utf-8"
    # The empty chunk at the end finds a letter of which the file has only the beginning.
    for number, (chunk, share) in enumerate(chain(chunks(path), [(b"", 1.0)])):
        if number == 0 and chunk and (wide := _at_first_sight(path, chunk)):
            if wide not in _UTF8:
                return wide
            encoding = wide
        if b"\x00" in chunk:
            raise _no_text(path)
        told(share)
        try:
            accents |= not decode(chunk, final=not chunk).isascii()
        except UnicodeDecodeError as error:
            before = error.object[: error.start]
            if accents or not before.isascii() or encoding == "utf-8-sig":
                raise _mixed(path, line + before.count(b"\n")) from error
            return _of_one_byte(path)
        line += chunk.count(b"\n")
    return encoding


def _at_first_sight(path: Path, chunk: bytes) -> str | None:
    """Return what the first bytes say about the encoding, if they do."""
    for mark, encoding in _MARKS.items():
        if chunk.startswith(mark):
            return encoding
    sample = chunk[:_SAMPLE]
    even, odd = sample[::2].count(0) / len(sample), sample[1::2].count(0) / len(sample)
    if not even and not odd:
        return None
    if not even and 2 * odd > _MANY:
        return "utf-16-le"
    if not odd and 2 * even > _MANY:
        return "utf-16-be"
    raise _no_text(path)


def _of_one_byte(path: Path) -> str:
    """Return ``cp1252``, or ``latin-1`` when a byte occurs that has no meaning there."""
    for chunk, _ in chunks(path):
        if any(byte in chunk for byte in _NOT_IN_WINDOWS):
            return "latin-1"
    return "cp1252"


def _no_text(path: Path) -> UnreadableFile:
    return unreadable(
        path,
        "het is geen tekst; sla het op als CSV, of geef het de naam die bij zijn soort hoort",
        "it is not text; save it as CSV, or give it the name that belongs to its kind",
    )


def _mixed(path: Path, line: int) -> UnreadableFile:
    return unreadable(
        path,
        f"het begint als UTF-8, maar regel {line} is dat niet; "
        "verbeter die regel, of geef de codering met encoding",
        f"it begins as UTF-8, but line {line} is not; "
        "correct that line, or give the encoding with encoding",
    )
