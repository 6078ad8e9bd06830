"""Ways to write a time, and how text written so becomes a time."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from beide.engine import Table
from beide.errors import WrongOption

_CLOCK = r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?"
_ZONE = r"([Zz]|[+-](?:0\d|1[0-5])(?::?[0-5]\d)?)"
_CLOCK_AND_ZONE = _CLOCK + rf"\s?{_ZONE}?"
_CLOCK_PARTS = ("H", "M", "S", "f", "z")
_AROUND = r"^[\s\v]|[\s\v]$"
_FAR = ("0001-01-01 00:00:00", "9999-12-31 23:59:59.999999")
_Part: TypeAlias = Callable[[str, str], Table]
_CENTURY_TURNS = 69
"""Two-digit years from here on are in the last century, as in POSIX."""


@dataclass(frozen=True, slots=True)
class Style:
    """A way to write a time: a pattern, and which part each of its groups is.

    ``zoned`` occurs in those times of this style that name a zone, and in no others.
    """

    name: str
    pattern: str
    parts: tuple[str, ...]
    zoned: str | None = None

    def group(self, part: str) -> int:
        """Return the number of the group that holds a part, from 1; 0 when there is none."""
        return self.parts.index(part) + 1 if part in self.parts else 0


_ZONED = r":[^+Zz-]*[+Zz-]"
"""After a clock, such a sign can only be of a zone. Far quicker to find than a group's text."""

YEAR_LAST = rf"^(\d{{1,2}})[-/.](\d{{1,2}})[-/.](\d{{4}})(?:[T ,]+{_CLOCK_AND_ZONE})?$"
ISO = Style(
    "iso",
    rf"^(\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}})(?:[Tt ]{_CLOCK_AND_ZONE})?$",
    ("Y", "m", "d", *_CLOCK_PARTS),
    _ZONED,
)
DAY_FIRST = Style("day first", YEAR_LAST, ("d", "m", "Y", *_CLOCK_PARTS), _ZONED)
MONTH_FIRST = Style("month first", YEAR_LAST, ("m", "d", "Y", *_CLOCK_PARTS), _ZONED)

_DIRECTIVES = {
    "Y": r"(\d{4})",
    "y": r"(\d{2})",
    "m": r"(\d{1,2})",
    "d": r"(\d{1,2})",
    "H": r"(\d{1,2})",
    "I": r"(\d{1,2})",
    "M": r"(\d{1,2})",
    "S": r"(\d{1,2})",
    "f": r"(\d{1,9})",
    "p": r"([AaPp])\.?[Mm]\.?",
    "z": _ZONE,
}


def style_of(time_format: str) -> Style:
    """Return the style of a ``strptime`` format.

    Raises ``WrongOption`` when it has no year, month or day, or a directive Beide does not know.
    """
    pieces = re.split(r"%(.)", time_format)
    parts = tuple(pieces[1::2])
    known = all(part in _DIRECTIVES for part in parts) and len(set(parts)) == len(parts)
    if not known or not {"m", "d"} <= set(parts) or not {"Y", "y"} & set(parts):
        choice = ", ".join(f"%{part}" for part in _DIRECTIVES)
        raise WrongOption(
            option="time_format",
            value=time_format,
            expected_nl=f"een patroon met jaar, maand en dag, gemaakt met {choice}",
            expected_en=f"a pattern with year, month and day, made of {choice}",
        )
    texts = [re.escape(piece).replace(r"\ ", r"\s+") for piece in pieces[::2]]
    groups = [*(_DIRECTIVES[part] for part in parts), ""]
    pattern = "".join(text + group for text, group in zip(texts, groups, strict=True))
    return Style(time_format, f"^{pattern}$", parts)


def stripped(text: Table) -> Table:
    """Return text without the white space around it; quick where there is none, as there mostly is.

    Taking it away costs more than looking whether it is there.
    """
    return text.re_search(_AROUND).ifelse(text.strip(), text)


def parsed(text: Table, style: Style) -> Table:
    """Return a text column as UTC times; what does not fit is null.

    A time without a zone is taken as UTC.
    """
    import ibis

    text = stripped(text)
    written = _regular(text) if style == ISO else _assembled(text, style)
    fitting = text.re_search(style.pattern).ifelse(written, None)
    # By way of a time with a zone: a plain one would leave the offset out of account.
    moment = fitting.try_cast("timestamp('UTC', 6)").cast("timestamp(6)")
    low, high = (ibis.timestamp(far) for far in _FAR)
    return moment.between(low, high).ifelse(moment, None)


def zoneless(text: Table, style: Style) -> Table:
    """Tell of each value whether it names no zone."""
    text = stripped(text)
    if not (group := style.group("z")):
        return text.nullif("").notnull()
    if style.zoned:
        return text.re_search(style.pattern) & ~text.re_search(style.zoned)
    return text.re_search(style.pattern) & (text.re_extract(style.pattern, group) == "")


def _regular(text: Table) -> Table:
    return text.upper().replace(",", ".").replace("/", "-").re_replace(r"\s+([Z+-])", r"\1")


def _assembled(text: Table, style: Style) -> Table:
    """Return times in the style as ISO text."""
    import ibis

    def part(name: str, default: str) -> Table:
        if not (group := style.group(name)):
            return ibis.literal(default)
        found = text.re_extract(style.pattern, group)
        return (found == "").ifelse(default, found)

    def two(name: str, default: str) -> Table:
        return part(name, default).lpad(2, "0")

    date = _year(part) + "-" + two("m", "1") + "-" + two("d", "1")
    hour = _hour_of_twelve(part) if style.group("I") else two("H", "0")
    clock = hour + ":" + two("M", "0") + ":" + two("S", "0") + "." + part("f", "0")
    return date + " " + clock + part("z", "").upper()


def _year(part: _Part) -> Table:
    import ibis

    short = part("y", "")
    last_century = short.try_cast("int64") >= _CENTURY_TURNS
    return part("Y", "") + ibis.ifelse(
        short == "", "", ibis.ifelse(last_century, "19", "20") + short
    )


def _hour_of_twelve(part: _Part) -> Table:
    import ibis

    afternoon = ibis.ifelse(part("p", "A").upper() == "P", 12, 0)
    hour = part("I", "0").try_cast("int64")
    return ibis.ifelse(hour.between(1, 12), hour % 12 + afternoon, 99).cast("string").lpad(2, "0")
