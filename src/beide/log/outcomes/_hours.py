"""Opening hours: at which times of the week people work."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from beide.errors import WrongOption
from beide.text import Text

DAYS = 7
DAY = 24 * 60
_NAMES = (
    Text(nl="ma", en="mon"),
    Text(nl="di", en="tue"),
    Text(nl="wo", en="wed"),
    Text(nl="do", en="thu"),
    Text(nl="vr", en="fri"),
    Text(nl="za", en="sat"),
    Text(nl="zo", en="sun"),
)
_NUMBER = {name: at for at, names in enumerate(_NAMES) for name in (names.nl, names.en)}
_DAILY = {"daily", "dagelijks"}
_CLOCK = r"(\d{1,2})(?:[:.](\d{2}))?"
_PART = re.compile(rf"^([a-z]+)(?:\s*-\s*([a-z]+))?\s+{_CLOCK}\s*-\s*{_CLOCK}$", re.IGNORECASE)

Window = tuple[int, int]
"""From and until, in minutes since the day began; until may lie on the next day."""
Week = tuple[tuple[Window, ...], ...]
"""The windows that begin on each day, from Monday."""


@dataclass(frozen=True, slots=True)
class Hours:
    """At which times of the week people work, by the clock on the wall.

    Attributes
    ----------
    week
        For each day from Monday the windows that begin on it, in minutes since the day began. A
        window that ends on the next day counts on: 22:00 to 6:00 is ``(1320, 1800)``.

    Raises
    ------
    WrongOption
        When there are no seven days, nobody ever works, or a window is empty or longer than a day.

    >>> Hours().text.en
    'mon-fri 9:00-17:00'
    """

    week: Week = (((540, 1020),),) * 5 + ((),) * 2

    def __post_init__(self) -> None:
        fits = all(
            0 <= from_ < DAY and from_ < until <= from_ + DAY
            for windows in self.week
            for from_, until in windows
        )
        if len(self.week) != DAYS or not any(self.week) or not fits:
            raise _wrong(str(self.week))

    @classmethod
    def parse(cls, text: str) -> "Hours":
        """Return the hours that a person wrote.

        Parameters
        ----------
        text
            Days and times with commas between them, in English or Dutch. What ends before it
            begins goes on until the next day.

        Raises
        ------
        WrongOption
            When it is not such a text.

        >>> Hours.parse("ma-vr 8:30-17, za 10-14") == Hours.parse("mon-fri 8:30-17:00, sat 10-14")
        True
        """
        week: list[list[Window]] = [[] for _ in range(DAYS)]
        for part in text.split(","):
            days, window = _read(part.strip(), text)
            for day in days:
                week[day].append(window)
        return cls(tuple(tuple(sorted(windows)) for windows in week))

    @property
    def day(self) -> timedelta:
        """How long people work on a day on which they do, on average."""
        return self.whole_week / sum(bool(windows) for windows in self.week)

    @property
    def whole_week(self) -> timedelta:
        """How long people work in a week without holidays."""
        return timedelta(minutes=sum(until - from_ for day in self.week for from_, until in day))

    @property
    def text(self) -> Text:
        """The hours as ``parse`` reads them."""
        return Text(nl=", ".join(self._parts("nl")), en=", ".join(self._parts("en")))

    def _parts(self, language: str) -> Iterator[str]:
        names = [name.in_language(language) for name in _NAMES]
        for windows, days in groupby(range(DAYS), key=lambda day: self.week[day]):
            run = list(days)
            first, last = names[run[0]], names[run[-1]]
            for from_, until in windows:
                yield f"{first if len(run) == 1 else f'{first}-{last}'} {_clock(from_, until)}"


def _clock(from_: int, until: int) -> str:
    ends = until if until == DAY else until % DAY
    return f"{from_ // 60}:{from_ % 60:02}-{ends // 60}:{ends % 60:02}"


def _read(part: str, text: str) -> tuple[list[int], Window]:
    found = _PART.match(part)
    if not found:
        raise _wrong(text)
    first, last = found[1].lower(), (found[2] or found[1]).lower()
    from_ = int(found[3]) * 60 + int(found[4] or 0)
    until = int(found[5]) * 60 + int(found[6] or 0)
    if from_ >= DAY or until > DAY or from_ == until:
        raise _wrong(text)
    window = (from_, until if until > from_ else until + DAY)
    if first in _DAILY:
        return list(range(DAYS)), window
    if first not in _NUMBER or last not in _NUMBER:
        raise _wrong(text)
    length = (_NUMBER[last] - _NUMBER[first]) % DAYS
    return [(_NUMBER[first] + more) % DAYS for more in range(length + 1)], window


def _wrong(value: str) -> WrongOption:
    return WrongOption(
        option="hours",
        value=value,
        expected_nl="dagen en tijden zoals 'ma-vr 9:00-17:00, za 10:00-14:00'",
        expected_en="days and times such as 'mon-fri 9:00-17:00, sat 10:00-14:00'",
    )
