"""Invented people who answer from where they stand."""

import numpy as np

from beide import reflect
from beide.reflect._response import answer_chances

Answers = tuple[reflect.Answer, ...]


def towards(key: str, level: int | None, *, counts: bool = True) -> reflect.Answer:
    """Answer so that 5 says most change and 1 least, whichever way the statement is put."""
    reverse = reflect.bank()[key].reversed and level is not None
    return reflect.Answer(key, 6 - (level or 0) if reverse else level, counts)


def straight_through(configuration: int | None, paradigm: int | None, *, seed: int = 0) -> Answers:
    """Answer every statement with the same level towards change in each dimension."""
    levels = {
        reflect.Dimension.CONFIGURATION: configuration,
        reflect.Dimension.PARADIGM: paradigm,
    }
    rng = np.random.default_rng(seed)
    answers: Answers = ()
    while question := reflect.next_question(answers, rng=rng):
        answers += (towards(question.statement.key, levels[question.statement.dimension]),)
    return answers


def person(
    place: tuple[float, float],
    rng: np.random.Generator,
    *,
    rules: reflect.Rules | None = None,
    bank: reflect.Bank | None = None,
) -> Answers:
    """Let someone who stands here go through the reflection."""
    rules, bank = rules or reflect.Rules(), bank or reflect.bank()
    answers: Answers = ()
    while question := reflect.next_question(answers, bank, rules=rules, rng=rng):
        answers += (question.answer(drawn(question.statement, place, rng)),)
    return answers


def drawn(
    statement: reflect.Statement, place: tuple[float, float], rng: np.random.Generator
) -> int:
    """Draw an answer of someone who stands here."""
    own = place[list(reflect.Dimension).index(statement.dimension)]
    chances = answer_chances(statement, np.array(own), 0.0)
    return int(rng.choice(5, p=chances / chances.sum())) + 1


def team(
    places: list[tuple[float, float]], seed: int, *, rules: reflect.Rules | None = None
) -> list[Answers]:
    """Let a team go through the reflection."""
    rng = np.random.default_rng(seed)
    asking = rules or reflect.Rules(anchors=True)
    return [person(place, rng, rules=asking) for place in places]
