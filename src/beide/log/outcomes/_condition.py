"""A condition on outcomes: when the result of a case is good."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal, TypeAlias

from beide.log._durations import short_duration, spoken_duration, spoken_hours
from beide.log.outcomes._outcome import Outcome
from beide.log.outcomes._signs import TIME_SIGNS, VALUE_SIGNS, Sign
from beide.log.outcomes._words import quoted, quoted_name
from beide.text import Text

Word: TypeAlias = Literal["and", "or"]
_WORDS: dict[Word, Text] = {"and": Text(nl="en", en="and"), "or": Text(nl="of", en="or")}
_TRUTH = {"true": Text(nl="ja", en="yes"), "false": Text(nl="nee", en="no")}


@dataclass(frozen=True, slots=True)
class Compare:
    """An outcome held against a value: a length of time, a number, yes or no, or a category."""

    outcome: Outcome
    sign: Sign
    value: timedelta | float | bool | str

    @property
    def source(self) -> str:
        """How it is written."""
        outcome = self.outcome
        name = quoted_name(outcome.name) if outcome.what == "attribute" else outcome.name
        if isinstance(self.value, bool):
            return name if self.value else f"not {name}"
        if isinstance(self.value, timedelta):
            written = _exact(self.value)
        else:
            written = quoted(self.value) if isinstance(self.value, str) else f"{self.value:.12g}"
        return f"{name} {self.sign} {written}"

    @property
    def text(self) -> Text:
        """What it says, for people."""
        name = self.outcome.text
        if isinstance(self.value, bool):
            return name if self.value else Text(nl=f"niet {name.nl}", en=f"not {name.en}")
        signs = TIME_SIGNS if isinstance(self.value, timedelta) else VALUE_SIGNS
        sign, value = signs[self.sign], self._spoken
        return Text(nl=f"{name.nl} {sign.nl} {value.nl}", en=f"{name.en} {sign.en} {value.en}")

    @property
    def _spoken(self) -> Text:
        if isinstance(self.value, timedelta):
            in_days = self.outcome.what != "working_time"
            return spoken_duration(self.value) if in_days else spoken_hours(self.value)
        if isinstance(self.value, float):
            number = f"{self.value:.12g}"
            return Text(nl=number.replace(".", ","), en=number)
        return _TRUTH.get(str(self.value)) or Text(nl=str(self.value), en=str(self.value))


@dataclass(frozen=True, slots=True)
class Joined:
    """Conditions of which all must hold (``and``) or at least one (``or``)."""

    word: Word
    parts: tuple["Node", ...]

    @property
    def source(self) -> str:
        """How it is written."""
        return f" {self.word} ".join(
            f"({part.source})" if isinstance(part, Joined) else part.source for part in self.parts
        )

    @property
    def text(self) -> Text:
        """What it says, for people."""
        said = [(part.text, isinstance(part, Joined)) for part in self.parts]
        word = _WORDS[self.word]
        return Text(
            nl=f" {word.nl} ".join(f"({text.nl})" if inner else text.nl for text, inner in said),
            en=f" {word.en} ".join(f"({text.en})" if inner else text.en for text, inner in said),
        )


Node: TypeAlias = Compare | Joined


@dataclass(frozen=True, slots=True)
class Good:
    """When the result of a case is good; ``good`` makes one of what a person wrote."""

    node: Node

    @property
    def source(self) -> str:
        """How it is written; ``good`` makes the same of it, given the same outcomes."""
        return self.node.source

    @property
    def text(self) -> Text:
        """What it says, for people."""
        return self.node.text

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Every outcome in it, once."""
        return tuple(dict.fromkeys(each.outcome for each in compared(self.node)))

    @property
    def within(self) -> timedelta | None:
        """The longest lead time, where it is about nothing else."""
        node = self.node
        if isinstance(node, Compare) and node.outcome.what == "lead_time" and node.sign == "<=":
            return node.value if isinstance(node.value, timedelta) else None
        return None


def within(length: timedelta) -> Good:
    """Return the condition that a case takes no longer than this, by the clock.

    >>> within(timedelta(days=5)).text.en
    'lead time at most 5 days'
    """
    return Good(Compare(Outcome(), "<=", length))


def compared(node: Node) -> Iterator[Compare]:
    """Give every comparison in a condition."""
    if isinstance(node, Compare):
        yield node
    else:
        for part in node.parts:
            yield from compared(part)


def joined(word: Word, parts: Sequence[Node]) -> Node:
    """Return conditions as one; what is joined by the same word is joined flat."""
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, Joined) and part.word == word else [part]
    return flat[0] if len(flat) == 1 else Joined(word, tuple(flat))


def _exact(length: timedelta) -> str:
    rest = length.microseconds
    whole = short_duration(length - timedelta(microseconds=rest))
    return f"{length.total_seconds():.6f}s" if rest else whole
