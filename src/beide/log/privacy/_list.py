"""A host's own list of people and their roles. Nothing that is told of it names a person."""

import csv
import io
from pathlib import Path

from beide.errors import UnreadableFile
from beide.log.readers._files import check_file, unreadable

_COLUMNS = 2


def read_list(path: Path) -> dict[str, str]:
    """Return the role of each person in a file with a header and two columns.

    The values stand between ``;``, ``,`` or tabs; the text is UTF-8 or Windows-1252.

    Raises ``UnreadableFile`` when it is not such a file, or gives somebody two roles.
    """
    check_file(path)
    text = _text(path)
    mark = max(";,\t", key=text.partition("\n")[0].count)
    found: dict[str, str] = {}
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except csv.Error as error:
        raise _refused(path, 1, "klopt een aanhalingsteken niet", "a quote is wrong") from error
    for line, row in enumerate(rows[1:], 2):
        if not any(row):
            continue
        if len(row) < _COLUMNS or not (row[0].strip() and row[1].strip()):
            nl, en = "staat geen persoon met een rol", "no person stands with a role"
            raise _refused(path, line, nl, en)
        person, role = row[0].strip(), row[1].strip()
        if found.setdefault(person, role) != role:
            raise _refused(
                path,
                line,
                "krijgt iemand een andere rol dan eerder in de lijst",
                "somebody gets another role than before in the list",
            )
    return found


def _text(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _refused(path: Path, line: int, nl: str, en: str) -> UnreadableFile:
    return unreadable(path, f"in rij {line} {nl}", f"in row {line} {en}")
