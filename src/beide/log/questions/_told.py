"""Answers as plain values, ready for JSON."""

from dataclasses import fields
from datetime import date, timedelta
from typing import Any, cast


class Told:
    """A dataclass that tells its fields by their name."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON: times in seconds, days as ISO 8601, ``from_`` as ``from``."""
        mine = fields(cast("Any", self))
        return {each.name.rstrip("_"): _plain(getattr(self, each.name)) for each in mine}


def _plain(value: object) -> object:
    match value:
        case Told():
            return value.to_dict()
        case timedelta():
            return value.total_seconds()
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(each) for each in value]
        case _:
            return value
