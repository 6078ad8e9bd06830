"""What can stand on a table: kinds, limits, and the words about them."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from beide.text import Text

MOST_BRICKS: Final = 1_000
MOST_LINKS: Final = 2_000
LONGEST_LABEL: Final = 80
LONGEST_TEXT: Final = 1_000
LONGEST_NAME: Final = 120
LONGEST_QUESTION: Final = 300
LONGEST_DATA: Final = 1_000
GRID: Final = 8
FARTHEST: Final = 100_000
LAST_STEP: Final = 5
KINDS: Final = (
    "step",
    "role",
    "customer",
    "system",
    "waiting",
    "hand_over",
    "golden_moment",
    "question",
    "free",
)
LINKS: Final = ("next", "connection", "does", "before", "part_of", "missing")


@dataclass(frozen=True, slots=True)
class Word:
    """What something is called, and what it is for."""

    key: str
    name: Text
    says: Text


@dataclass(frozen=True, slots=True)
class Script:
    """A step of the guide's script: what to do, what to ask, and for how long."""

    number: int
    name: Text
    says: Text
    asks: tuple[Text, ...]
    minutes: int


@cache
def written() -> dict[str, Any]:
    """Return the words as they are written."""
    source = files("beide.web.tables") / "content" / "words.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def bricks() -> tuple[Word, ...]:
    """Return the kinds of brick, in the order in which people meet them."""
    return tuple(_word(key, written()["bricks"][key]) for key in KINDS)


def links() -> tuple[Word, ...]:
    """Return the kinds of link."""
    return tuple(_word(key, written()["links"][key]) for key in LINKS)


def script() -> tuple[Script, ...]:
    """Return the guide's script."""
    return tuple(
        Script(
            number=number,
            name=_text(told["name"]),
            says=_text(told["says"]),
            asks=tuple(_text(each) for each in told["asks"]),
            minutes=told["minutes"],
        )
        for number, told in enumerate(written()["script"], start=1)
    )


def _word(key: str, told: dict[str, Any]) -> Word:
    return Word(key=key, name=_text(told["name"]), says=_text(told["says"]))


def _text(told: dict[str, str]) -> Text:
    return Text(nl=told["nl"], en=told["en"])
