"""The secret that case ids are hashed with, in a file that the host keeps."""

import os
import secrets
from pathlib import Path

from beide.errors import UnreadableFile, UnwritableFolder

_SHORTEST = 16


def key_in(path: Path, *, make: bool) -> bytes:
    """Return the key in a file; when there is none yet it is made, where that may be.

    Raises
    ------
    UnreadableFile
        When there is no such file and none may be made, or it holds too little for a secret.
    UnwritableFolder
        When the file cannot be made.
    """
    if make and not path.exists():
        return _made(path)
    try:
        key = path.read_bytes().strip()
    except OSError as error:
        raise UnreadableFile(
            file=str(path),
            reason_nl="de sleutel is er niet, of je mag hem niet lezen",
            reason_en="the key is not there, or you may not read it",
        ) from error
    if len(key) < _SHORTEST:
        raise UnreadableFile(
            file=str(path),
            reason_nl=f"een sleutel is minstens {_SHORTEST} tekens lang",
            reason_en=f"a key is at least {_SHORTEST} characters long",
        )
    return key


def _made(path: Path) -> bytes:
    """Make a key that only its owner may read."""
    key = secrets.token_hex(32).encode()
    try:
        place = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise UnwritableFolder(folder=str(path.parent), detail=error.strerror) from error
    with os.fdopen(place, "wb") as out:
        out.write(key + b"\n")
    return key
