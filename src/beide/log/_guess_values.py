"""What the first values of a column say about what it may hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from beide.log._guess_names import Role
from beide.log._styles import ISO, YEAR_LAST

_TIME = re.compile(f"{ISO.pattern}|{YEAR_LAST}")
_NUMBER = re.compile(r"^[€$£]?\s?-?\d+([.,]\d+)*\s?[€$£]?$")
_WHOLE = re.compile(r"^-?\d+$")
_ALMOST_ALL = 0.95
_FEW = 12
_HIGHEST_RATING = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """What is seen in one column: shares are of the rows that have a value."""

    rows: int
    known: int
    distinct: int
    times: float
    numbers: float
    whole: float
    in_rating: bool

    def may_be(self, role: Role) -> bool:
        """Tell whether a column with these values can have a role at all."""
        if not self.known:
            return False
        full = self.known >= _ALMOST_ALL * self.rows
        is_time, is_number = self.times >= _ALMOST_ALL, self.numbers >= _ALMOST_ALL
        match role:
            case "time":
                return is_time and full
            case "start":
                return is_time
            case "case":
                broken = is_number and self.whole < self.numbers
                return full and not is_time and not broken
            case "activity":
                return full and not is_time and not is_number and self.repeats
            case "role":
                return not is_time and not is_number and self.repeats
            case "rating":
                return is_number and self.in_rating
            case "cost":
                return is_number
            case "outcome":
                return not is_time and self.distinct <= _FEW

    @property
    def repeats(self) -> bool:
        """Whether values come back, as those of steps and teams do."""
        return self.distinct < self.known or self.known <= 2


def values_of(values: Sequence[str | None]) -> Values:
    """Return what is seen in the values of a column."""
    known = [text for value in values if value and (text := value.strip()) not in ("", "?")]
    count = max(len(known), 1)
    return Values(
        rows=len(values),
        known=len(known),
        distinct=len(set(known)),
        times=sum(bool(_TIME.match(text)) for text in known) / count,
        numbers=sum(bool(_NUMBER.match(text)) for text in known) / count,
        whole=sum(bool(_WHOLE.match(text)) for text in known) / count,
        in_rating=bool(known) and all(_rates(text) for text in known),
    )


def _rates(text: str) -> bool:
    try:
        return 0 <= float(text.replace(",", ".")) <= _HIGHEST_RATING
    except ValueError:
        return False
