"""Values of an object-centric log, written in one way whether they came as JSON, XML or SQLite."""

import math
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from beide.errors import WrongValue

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ALWAYS, NEVER_ENDING = -(2**63), 2**63 - 1


@dataclass(frozen=True, slots=True)
class Kinds:
    """What each type of event or object declares its attributes to be."""

    events: dict[str, dict[str, str]] = field(default_factory=dict)
    objects: dict[str, dict[str, str]] = field(default_factory=dict)


def canonical(value: str | None, kind: str | None) -> str | None:
    """Return a value as its declared kind writes it; as it stands where it does not fit.

    >>> canonical("1e1", "float"), canonical("1", "boolean"), canonical("many", "integer")
    ('10.0', 'true', 'many')
    """
    if value is None:
        return None
    match kind:
        case "float":
            return _number(value) or value
        case "integer":
            number = _number(value)
            return number[:-2] if number and number.endswith(".0") else value
        case "boolean":
            return {"1": "true", "0": "false"}.get(value, value.lower())
    return value


def _number(value: str) -> str | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return repr(number) if math.isfinite(number) and abs(number) < 2**53 else None


def text_of(value: Any) -> str | None:
    """Return a value of JSON or SQLite as text.

    Raises ``TypeError`` when it is not one value: a list, an object or bytes.
    """
    match value:
        case None | str():
            return value
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
    raise TypeError


def microseconds(
    file: str, line: int, column: str, time: str | None, *, lenient: bool = False
) -> int:
    """Return a time in ISO 8601 as microseconds since 1970, in UTC unless it says otherwise.

    What holds since 1970 or since ``0`` has always held. A time that cannot be read comes after
    all others when ``lenient``, and raises ``WrongValue`` when not.
    """
    if time is None or time in ("", "0"):
        return ALWAYS
    try:
        moment = datetime.fromisoformat(time.strip())
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return (moment - _EPOCH) // timedelta(microseconds=1) or ALWAYS
    except (ValueError, OverflowError) as error:
        if lenient:
            return NEVER_ENDING
        raise WrongValue(
            file=file,
            row=line,
            column=column,
            value=time,
            expected_nl="tijd zoals 2024-01-31T13:00:00Z",
            expected_en="a time such as 2024-01-31T13:00:00Z",
        ) from error
