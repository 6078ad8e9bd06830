"""Read what a phone sends, by form or by socket: an answer that fits, or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass

UNSURE = "unsure"
VALUES: Mapping[str, int | None] = {str(value): value for value in range(1, 6)} | {UNSURE: None}
LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Which answer it is about: the tension's place, the round, and the place in it."""

    place: int
    round: int
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer to a statement at its spot."""

    spot: Spot
    statement: str
    value: int | None


def read_spot(sent: Mapping[str, object]) -> Spot | None:
    """Return the spot, or None when a part of it is missing or no small number."""
    found = [_small(sent.get(name)) for name in ("place", "round", "position")]
    if None in found:
        return None
    place, number, position = (each or 0 for each in found)
    return Spot(place=place, round=number, position=position)


def read_answer(sent: Mapping[str, object]) -> Given | None:
    """Return the answer, or None when it is not on the scale or says not what it answers."""
    spot, statement, value = read_spot(sent), sent.get("statement"), str(sent.get("value"))
    if spot is None or value not in VALUES or not isinstance(statement, str):
        return None
    if not 0 < len(statement) <= LONGEST:
        return None
    return Given(spot=spot, statement=statement, value=VALUES[value])


def _small(sent: object) -> int | None:
    text = str(sent)
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 2 else None
