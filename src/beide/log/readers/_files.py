"""Opening a file that may be compressed, cut off, or something else than its name says."""

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path

from beide.errors import UnreadableFile

CHUNK = 1 << 20
_LONGEST_NAME = 255
_GZIP = b"\x1f\x8b"
_SUSPECT = 64 << 20
_MOST_TIMES = 300
"""A file that unpacks to more than ``_SUSPECT`` bytes, and so many times its size, is a bomb."""


def check_file(path: Path) -> None:
    """Raise ``UnreadableFile`` unless ``path`` is a file with something in it."""
    if len(path.name.encode(errors="surrogateescape")) > _LONGEST_NAME:
        raise unreadable(path, "de naam is te lang", "its name is too long")
    if path.is_dir():
        raise unreadable(path, "dit is een map", "this is a folder")
    if not path.exists():
        raise unreadable(path, "het bestand is er niet", "there is no such file")
    if not path.is_file():
        raise unreadable(path, "dit is geen gewoon bestand", "this is not a regular file")
    if path.stat().st_size == 0:
        raise unreadable(path, "het bestand is leeg", "the file is empty")


def is_packed(path: Path) -> bool:
    """Tell whether a file is gzip, whatever its name says."""
    with path.open("rb") as raw:
        return raw.read(2) == _GZIP


def chunks(path: Path) -> Iterator[tuple[bytes, float]]:
    """Give a file's bytes, unpacked, each time with the share of the file read so far.

    Raises ``UnreadableFile`` when a packed file is cut off or damaged.
    """
    size = path.stat().st_size
    try:
        with path.open("rb") as raw:
            stream = gzip.GzipFile(fileobj=raw) if is_packed(path) else raw
            most, unpacked = max(_SUSPECT, _MOST_TIMES * size), 0
            while chunk := stream.read(CHUNK):
                unpacked += len(chunk)
                if unpacked > most:
                    raise _bomb(path)
                yield chunk, min(raw.tell() / size, 1.0)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise unreadable(
            path,
            "het ingepakte bestand is afgebroken of beschadigd; haal het opnieuw op",
            "the packed file is cut off or damaged; fetch it again",
        ) from error
    except PermissionError as error:
        raise unreadable(path, "je mag het niet lezen", "you may not read it") from error


def _bomb(path: Path) -> UnreadableFile:
    return unreadable(
        path,
        f"uitgepakt is het meer dan {_MOST_TIMES} keer zo groot; pak het zelf uit als je het "
        "vertrouwt",
        f"unpacked it is more than {_MOST_TIMES} times as large; unpack it yourself if you trust "
        "it",
    )


def fingerprint(path: Path) -> str:
    """Return what tells whether a file holds the same as one that was read before."""
    with path.open("rb") as raw:
        return hashlib.file_digest(raw, "sha256").hexdigest()


def unreadable(path: Path, nl: str, en: str) -> UnreadableFile:
    """Return the error that says why a file cannot be read."""
    return UnreadableFile(file=path.name, reason_nl=nl, reason_en=en)
