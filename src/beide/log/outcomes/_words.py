"""A condition in words: where each begins, and what it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from beide.log.outcomes._outcome import What
from beide.log.outcomes._signs import SIGNS

Kind: TypeAlias = Literal[
    "word", "text", "sign", "and", "or", "not", "open", "close", "other", "end"
]

_JOINTS: dict[str, Kind] = {
    "and": "and",
    "en": "and",
    "or": "or",
    "of": "or",
    "not": "not",
    "niet": "not",
    "(": "open",
    ")": "close",
    "!": "other",
    "'": "other",
    '"': "other",
}
_NAMES: dict[What, str] = {
    "lead_time": "lead_time doorlooptijd",
    "working_time": "working_time werktijd",
    "touch_time": "touch_time bewerktijd",
    "waiting_time": "waiting_time wachttijd",
    "first_time_right": "first_time_right right_first_time in_één_keer_goed in_een_keer_goed",
    "rating": "rating cijfer klantcijfer",
}
WHAT: dict[str, What] = {name: what for what, names in _NAMES.items() for name in names.split()}

_SPOKEN = "|".join(
    re.escape(sign).replace(r"\ ", r"\s+")
    for sign in sorted((sign for sign in SIGNS if sign[0].isalpha()), key=len, reverse=True)
)
_TOKEN = re.compile(
    rf"""\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'
    |(?P<sign><=|>=|!=|<>|==|[<>=≤≥≠]|(?:{_SPOKEN})(?![\w-]))
    |(?P<word>[()]|[^\s()<>=!≤≥≠"']+|.))""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME = re.compile(r"[^\W\d][\w.:-]*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a condition; ``at`` is where it begins, from 0."""

    kind: Kind
    value: str
    at: int


def tokens(text: str) -> Iterator[Token]:
    """Give the words of a condition, and its end."""
    for found in _TOKEN.finditer(text.rstrip()):
        name = str(found.lastgroup)
        value, at = found[name], found.start(name)
        if name == "word":
            yield Token(_JOINTS.get(value.lower(), "word"), value, at)
        else:
            yield Token("sign" if name == "sign" else "text", value, at)
    yield Token("end", "", len(text.rstrip()))


def sign_of(token: Token) -> str:
    """Return how a sign is written when there is one space between its words."""
    return " ".join(token.value.lower().split())


def what_of(name: str) -> What | None:
    """Return the outcome that a name stands for, or ``None`` for the name of an attribute."""
    return WHAT.get("_".join(name.lower().replace("-", " ").split()))


def quoted_name(attribute: str) -> str:
    """Return an attribute's name, between quotes where it looks like something else.

    >>> quoted_name("amount"), quoted_name("case type"), quoted_name("rating")
    ('amount', '"case type"', '"rating"')
    """
    plain = _NAME.fullmatch(attribute) and not what_of(attribute)
    return quoted(attribute) if plain else _between_quotes(attribute)


def quoted(value: str) -> str:
    """Return a value, between quotes where it looks like something else."""
    special = value.lower() in _JOINTS or value.lower() in SIGNS
    plain = _NAME.fullmatch(value) or _NUMBER.fullmatch(value)
    return value if plain and not special else _between_quotes(value)


def _between_quotes(text: str) -> str:
    return f"'{text}'" if '"' in text else f'"{text}"'
