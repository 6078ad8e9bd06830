"""Reading a condition as a person wrote it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from beide.errors import WrongCondition, WrongOption
from beide.log._durations import parse_duration
from beide.log.outcomes._attribute import number
from beide.log.outcomes._calendar import Calendar
from beide.log.outcomes._condition import Compare, Good, Joined, Node, Word, joined
from beide.log.outcomes._outcome import TIMES, Outcome
from beide.log.outcomes._signs import OPPOSITE, SIGNS
from beide.log.outcomes._words import Kind, Token, sign_of, tokens, what_of
from beide.text import Text

_MANY = 100
"""Nobody writes more brackets than this."""
_YES = {"true": True, "yes": True, "ja": True, "false": False, "no": False, "nee": False}
_NAME = Text(
    nl="een uitkomst (zoals doorlooptijd, cijfer of een kenmerk)",
    en="an outcome (such as lead_time, rating or an attribute)",
)
_SIGN = Text(nl="<=, <, >=, >, = of !=", en="<=, <, >=, >, = or !=")
_EQUAL = Text(nl="= of !=", en="= or !=")
_LENGTH = Text(nl="een duur zoals 5d, 36h of '5 dagen'", en="a time such as 5d, 36h or '5 days'")
_NUMBER = Text(nl="een getal zoals 8,5", en="a number such as 8.5")
_TRUTH = Text(nl="ja of nee", en="yes or no")
_VALUE = Text(nl="een waarde", en="a value")
_CLOSE = Text(nl="een haakje )", en="a bracket )")
_JOINT = Text(nl="'en' of 'of'", en="'and' or 'or'")


def good(text: str, *, using: Sequence[Outcome] = ()) -> Good:
    """Return the condition that a person wrote.

    Parameters
    ----------
    text
        Outcomes held against values, with ``and``, ``or``, ``not`` and brackets between them, in
        English or Dutch: ``lead_time <= 5d and rating >= 9``. An outcome is ``lead_time``,
        ``working_time``, ``touch_time``, ``waiting_time``, ``first_time_right``, ``rating``, or the
        name of an attribute, between quotes where it looks like something else. Working time
        counts in working days: ``2d`` are two days of its calendar's hours.
    using
        Outcomes that take the place of the standard ones of that name: working time with a calendar
        of your own, or a rating that is in another attribute.

    Returns
    -------
    Good
        The condition, with its text in Dutch and English.

    Raises
    ------
    WrongCondition
        When it cannot be understood; tells the value and its place.

    >>> good("lead_time <= 5d and not rating < 9").text.nl
    'doorlooptijd hoogstens 5 dagen en cijfer minstens 9'
    """
    reading = _Reading(text, {each.name: each for each in using})
    node = reading.either()
    reading.expect("end", _JOINT)
    return Good(node)


class _Reading:
    """One condition, read from left to right."""

    def __init__(self, text: str, using: Mapping[str, Outcome]) -> None:
        self.text, self.using = text, using
        self.left = list(tokens(text))
        self.turns = 0

    @property
    def next(self) -> Token:
        return self.left[0]

    def take(self) -> Token:
        return self.left.pop(0)

    def expect(self, kind: Kind, expected: Text) -> Token:
        if self.next.kind != kind:
            raise self.wrong(self.next, expected)
        return self.take()

    def either(self) -> Node:
        return self._several("or", self.both)

    def both(self) -> Node:
        return self._several("and", self.one)

    def _several(self, word: Word, part: Callable[[], Node]) -> Node:
        parts = [part()]
        while self.next.kind == word:
            self.take()
            parts.append(part())
        return joined(word, parts)

    def one(self) -> Node:
        if self.next.kind in {"not", "open"}:
            self.turns += 1
            if self.turns > _MANY:
                raise self.wrong(self.next, _NAME)
        if self.next.kind == "not":
            self.take()
            return _opposite(self.one())
        if self.next.kind == "open":
            self.take()
            node = self.either()
            self.expect("close", _CLOSE)
            return node
        return self.comparison()

    def comparison(self) -> Compare:
        outcome = self.outcome()
        if self.next.kind != "sign":
            if outcome.what not in {"first_time_right", "attribute"} or not outcome.name:
                raise self.wrong(self.next, _SIGN)
            return Compare(outcome, "=", True if outcome.what == "first_time_right" else "true")
        written = self.take()
        sign = SIGNS[sign_of(written)]
        value = self.value(outcome)
        if isinstance(value, bool) and sign not in {"=", "!="}:
            raise self.wrong(written, _EQUAL)
        if isinstance(value, bool) and sign == "!=":
            return Compare(outcome, "=", not value)
        return Compare(outcome, sign, value)

    def outcome(self) -> Outcome:
        """Read an outcome; a time without one, as in ``within 5d``, is a lead time."""
        first = self.next
        if first.kind == "sign" and sign_of(first) in {"within", "binnen"}:
            return self.using.get("lead_time", Outcome())
        name, _ = self.words(_NAME)
        if first.kind == "word" and first.value[0].isdigit():
            raise self.wrong(first, _NAME)
        what = what_of(name) if first.kind == "word" else None
        standard = Outcome(what=what) if what else Outcome(what="attribute", attribute=name)
        return self.using.get(name) or self.using.get(standard.name, standard)

    def words(self, expected: Text) -> tuple[str, Token]:
        """Read a text between quotes, or words up to what is something else."""
        first = self.next
        if first.kind == "text" and first.value:
            return self.take().value, first
        found = []
        while self.next.kind == "word":
            found.append(self.take().value)
        if not found:
            raise self.wrong(first, expected)
        return " ".join(found), first

    def value(self, outcome: Outcome) -> timedelta | float | bool | str:
        if outcome.what in TIMES:
            return self.length(outcome)
        written, first = self.words(_expected(outcome))
        try:
            if outcome.what == "rating":
                return float(number(written))
            return _YES[written.lower()] if outcome.what == "first_time_right" else written
        except (KeyError, ValueError) as error:
            raise self.wrong(first, _expected(outcome)) from error

    def length(self, outcome: Outcome) -> timedelta:
        written, first = self.words(_LENGTH)
        while self.next.kind == "and" and _goes_on(self.left[1]):
            self.take()
            written += " " + self.words(_LENGTH)[0]
        hours = (outcome.calendar or Calendar()).hours
        try:
            if outcome.what == "working_time":
                return parse_duration(written, day=hours.day, week=hours.whole_week)
            return parse_duration(written)
        except WrongOption as error:
            raise self.wrong(first, _LENGTH) from error

    def wrong(self, token: Token, expected: Text) -> WrongCondition:
        """Return the error that something else should stand where a word does."""
        end = token.kind == "end"
        return WrongCondition(
            condition=self.text,
            value=token.value,
            place=token.at + 1,
            where_nl="aan het einde"
            if end
            else f"in plaats van '{token.value}' (teken {token.at + 1})",
            where_en="at the end"
            if end
            else f"in place of '{token.value}' (character {token.at + 1})",
            expected_nl=expected.nl,
            expected_en=expected.en,
        )


def _expected(outcome: Outcome) -> Text:
    return {"rating": _NUMBER, "first_time_right": _TRUTH}.get(outcome.what, _VALUE)


def _goes_on(token: Token) -> bool:
    """Tell whether a length of time goes on, as in ``1 day and 12 hours``."""
    return token.kind == "word" and token.value[0].isdigit()


def _opposite(node: Node) -> Node:
    """Return what holds exactly where this does not."""
    if isinstance(node, Joined):
        word: Word = "or" if node.word == "and" else "and"
        return joined(word, [_opposite(part) for part in node.parts])
    if isinstance(node.value, bool):
        return Compare(node.outcome, "=", not node.value)
    return Compare(node.outcome, OPPOSITE[node.sign], node.value)
