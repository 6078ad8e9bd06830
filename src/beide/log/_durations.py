"""Lengths of time as people write them: ``5d``, ``36h``, ``1d12h``, ``5 dagen``, ``36 uur``."""

import re
from datetime import timedelta
from typing import Literal, TypeAlias

from beide.errors import WrongOption
from beide.text import Text

Unit: TypeAlias = Literal["w", "d", "h", "m", "s"]

_SECONDS: dict[Unit, int] = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
_WORDS: dict[Unit, str] = {
    "w": "w week weeks weken",
    "d": "d day days dag dagen",
    "h": "h u hour hours uur uren",
    "m": "m min minute minutes minuut minuten",
    "s": "s sec second seconds seconde seconden",
}
_UNIT_OF: dict[str, Unit] = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_NAMES: dict[Unit, tuple[Text, Text]] = {
    "w": (Text(nl="week", en="week"), Text(nl="weken", en="weeks")),
    "d": (Text(nl="dag", en="day"), Text(nl="dagen", en="days")),
    "h": (Text(nl="uur", en="hour"), Text(nl="uur", en="hours")),
    "m": (Text(nl="minuut", en="minute"), Text(nl="minuten", en="minutes")),
    "s": (Text(nl="seconde", en="second"), Text(nl="seconden", en="seconds")),
}
_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_PIECE = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*([a-z]+)\s*(?:(?:and|en|,)\s)?", re.IGNORECASE)


def parse_duration(text: str, *, day: timedelta = _DAY, week: timedelta = _WEEK) -> timedelta:
    """Return the length of time that a person wrote.

    Parameters
    ----------
    text
        Numbers with a unit, in English or Dutch: weeks, days, hours, minutes, seconds or their
        first letter. A decimal comma or point is fine.
    day, week
        How long those are; less where only working time counts.

    Raises
    ------
    WrongOption
        When it is not such a text, or has no length.

    >>> parse_duration("1d12h"), parse_duration("5 dagen")
    (datetime.timedelta(days=1, seconds=43200), datetime.timedelta(days=5))
    """
    seconds, at = 0.0, 0
    sizes = {**_SECONDS, "d": day.total_seconds(), "w": week.total_seconds()}
    while at < len(text) and (piece := _PIECE.match(text, at)):
        unit = _UNIT_OF.get(piece[2].lower())
        if unit is None:
            raise _wrong(text)
        seconds += float(piece[1].replace(",", ".")) * sizes[unit]
        at = piece.end()
    if at < len(text) or seconds <= 0:
        raise _wrong(text)
    try:
        return timedelta(seconds=seconds)
    except OverflowError as error:
        raise _wrong(text) from error


def _wrong(text: str) -> WrongOption:
    return WrongOption(
        option="within",
        value=text,
        expected_nl="een duur zoals 5d, 36h, 2w of '5 dagen'",
        expected_en="a length of time such as 5d, 36h, 2w or '5 days'",
    )


def short_duration(length: timedelta) -> str:
    """Return a length of time as ``parse_duration`` reads it, exact to the second.

    >>> short_duration(timedelta(days=1, hours=12))
    '1d12h'
    """
    rest = round(length.total_seconds())
    pieces = []
    for unit in ("d", "h", "m", "s"):
        count, rest = divmod(rest, _SECONDS[unit])
        if count:
            pieces.append(f"{count}{unit}")
    return "".join(pieces) or "0s"


def spoken_duration(length: timedelta) -> Text:
    """Return a length of time in words, in the largest unit of which there are two, or one exactly.

    >>> spoken_duration(timedelta(hours=36)).en, spoken_duration(timedelta(days=5)).nl
    ('36 hours', '5 dagen')
    """
    seconds = abs(length.total_seconds())
    for unit in ("d", "h", "m", "s"):
        size = _SECONDS[unit]
        if seconds >= 2 * size or seconds == size or unit == "s":
            break
    return _counted(round(seconds / size, 1), unit)


def spoken_hours(length: timedelta) -> Text:
    """Return a length of working time in words: hours and minutes, as days are of another length.

    >>> spoken_hours(timedelta(hours=40)).en, spoken_hours(timedelta(minutes=90)).nl
    ('40 hours', '1,5 uur')
    """
    hours = length / timedelta(hours=1)
    if hours < 1 or hours != round(hours, 1):
        return _counted(round(length / timedelta(minutes=1), 1), "m")
    return _counted(hours, "h")


def _counted(count: float, unit: Unit) -> Text:
    one, more = _NAMES[unit]
    name = one if count == 1 else more
    number = f"{count:g}"
    return Text(nl=f"{number.replace('.', ',')} {name.nl}", en=f"{number} {name.en}")
