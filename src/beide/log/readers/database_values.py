"""Values of a database as text, as a CSV file would hold them."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

_MISSING = ("", "?")
_WHOLE = 2**53


class NestedValue(Exception):
    """A value that holds more than one, or bytes."""


def text_of(value: Any) -> str | None:
    """Return a value as text; nothing where it is empty or ``?``.

    Raises ``NestedValue`` for lists, records and bytes.
    """
    match value:
        case None:
            return None
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < _WHOLE:
            return str(int(value))
        case Decimal() if value.is_finite():
            return f"{value:f}"
        case datetime():
            return value.isoformat(" ")
        case date() | time():
            return value.isoformat()
        case timedelta():
            minutes, seconds = divmod(int(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case list() | dict() | tuple() | set() | bytes() | bytearray() | memoryview():
            raise NestedValue
    text = str(value)
    return None if text.strip() in _MISSING else text
