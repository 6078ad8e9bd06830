"""Days and moments that somebody gives."""

from datetime import UTC, date, datetime, time
from typing import TypeAlias

Moment: TypeAlias = date | datetime


def moment(when: Moment) -> datetime:
    """Return a day's beginning or a moment, in UTC without saying so, as logs keep it."""
    if not isinstance(when, datetime):
        return datetime.combine(when, time())
    return when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when
