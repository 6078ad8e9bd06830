"""Questions to a database that can only read."""

import re
from collections.abc import Iterator

from beide.errors import WrongOption, WrongQuery
from beide.log.readers.database_place import Place

_QUOTED = re.compile(
    r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|`(?:[^`]|``)*`|(?<![\w$])\$(\w*)\$.*?\$\1\$""", re.DOTALL
)
_WORDS = re.compile(r"[^\W\d]\w*")
_CHANGING = frozenset({"into", "insert", "update", "delete", "merge", "lock"})
"""What may stand inside a question and still change something."""

_MOST_PARTS = 3


def select_of(query: str, *, place: Place) -> str:
    """Return a question without the ``;`` at its end, once it is sure that it only reads.

    One ``SELECT`` (or ``WITH ... SELECT``), without comments, without words that change something
    and without a backslash before a quote, on which databases differ. The database is asked in a
    transaction that reads only as well: this is the first of two locks.

    Raises
    ------
    WrongQuery
        When it is anything else.
    """
    asked = query.strip().rstrip(";").strip()
    code = _QUOTED.sub("''", asked)
    for found, nl, en in _problems(asked, code, place):
        if found:
            raise WrongQuery(
                file=place.shown, reason_nl=nl.format(found), reason_en=en.format(found)
            )
    return asked


def _problems(asked: str, code: str, place: Place) -> Iterator[tuple[str | None, str, str]]:
    """Give what may be wrong, in the order in which it matters, with what was found of it."""
    comment = r"--|/\*|#" if place.kind == "mysql" else r"--|/\*"
    words = [word.lower() for word in _WORDS.findall(code)]
    first = words[0] if words else "''"
    changing = next((word for word in words if word in _CHANGING), None)
    yield _in(r"""\\['"`]|\x00""", asked), "{!r} kan er niet in", "{!r} cannot stand in it"
    yield _in(comment, code), "laat opmerkingen ({}) weg", "leave comments ({}) out"
    yield (
        _in(r"""['"`]""", code.replace("''", "")),
        "een aanhalingsteken ({}) wordt niet gesloten",
        "a quote ({}) is never closed",
    )
    yield _in(";", code), "stel één vraag, zonder {} erin", "ask one question, without {} in it"
    yield (
        None if first in ("select", "with") else first,
        "hij begint met {} en niet met SELECT",
        "it begins with {} instead of SELECT",
    )
    yield (
        changing,
        "{} kan iets veranderen; zet het tussen aanhalingstekens als het een naam is",
        "{} may change something; put it between quotes if it is a name",
    )


def _in(pattern: str, text: str) -> str | None:
    found = re.search(pattern, text)
    return found.group() if found else None


def quoted(name: str, mark: str = '"') -> str:
    """Return one name as an identifier, whatever stands in it.

    >>> quoted('a"b'), quoted("order", "`")
    ('"a""b"', '`order`')
    """
    return mark + name.replace(mark, mark * 2) + mark


def quoted_table(table: str, mark: str) -> str:
    """Return a table's name, with its schema before a point where there is one, as identifiers."""
    parts = table.split(".")
    if not 1 <= len(parts) <= _MOST_PARTS or not all(parts) or "\x00" in table:
        raise WrongOption(
            option="table",
            value=table,
            expected_nl="de naam van een tabel, zoals stappen of winkel.stappen",
            expected_en="the name of a table, such as steps or shop.steps",
        )
    return ".".join(quoted(part, mark) for part in parts)
