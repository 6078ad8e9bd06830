"""Attributes of a case, and activities, as somebody names them."""

from collections.abc import Sequence
from datetime import datetime
from math import isfinite
from typing import Any, TypeAlias

from beide.engine import Table
from beide.errors import WrongOption
from beide.log._model import Log
from beide.log.outcomes._moment import moment

Value: TypeAlias = str | int | float | bool | datetime

_MOST = 2.0**63
_TRUE = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nee": False}


def column(log: Log, cases: Table, name: str) -> Table:
    """Return an attribute of the cases.

    Raises
    ------
    WrongOption
        When the log keeps no such attribute of a case.
    """
    known = log.about.case_attributes
    if name in known:
        return cases[name]
    listed = ", ".join(known)
    raise WrongOption(
        option="where",
        value=name,
        expected_nl=f"een kenmerk dat het log van een casus bewaart ({listed or 'dat zijn er 0'})",
        expected_en=f"an attribute that the log keeps of a case ({listed or 'there are none'})",
    )


def code_of(names: Sequence[str], name: str, *, option: str = "activities") -> int:
    """Return the code of an activity or role.

    Raises
    ------
    WrongOption
        When the log has none of that name.
    """
    if name in names:
        return names.index(name)
    listed = ", ".join(names)
    raise WrongOption(
        option=option,
        value=name,
        expected_nl=f"een van die in het log ({listed or 'dat zijn er 0'})",
        expected_en=f"one of those in the log ({listed or 'there are none'})",
    )


def typed(column: Table, name: str, value: Value) -> Any:
    """Return the value as the attribute's column holds it.

    Raises
    ------
    WrongOption
        When it cannot be one of that column's.
    """
    kind = column.type()
    try:
        if kind.is_boolean():
            return value if isinstance(value, bool) else _TRUE[str(value).lower()]
        if kind.is_numeric():
            return number(value)
        if kind.is_timestamp():
            return moment(
                value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
            )
    except (KeyError, ValueError) as error:
        raise WrongOption(
            option=f"where {name}",
            value=value,
            expected_nl="een waarde die bij de kolom past: true of false, een getal, of een tijd "
            f"(de kolom bevat {kind})",
            expected_en="a value that fits the column: true or false, a number, or a time "
            f"(the column holds {kind})",
        ) from error
    return str(value)


def number(value: Value) -> int | float:
    """Return a number, also from a text with a decimal comma, or raise ``ValueError``."""
    if isinstance(value, bool | datetime):
        raise ValueError(value)
    if isinstance(value, int | float):
        return value
    text = value.strip()
    found = float(text.replace(",", "."))
    if not isfinite(found):
        raise ValueError(value)
    return int(text) if text.lstrip("-").isdecimal() and abs(found) < _MOST else found
