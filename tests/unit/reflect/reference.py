"""The reflection's arithmetic with plain loops over every square: slow, and easy to read."""

from math import exp, log

from beide import reflect
from beide.change import Form

WIDTH = 0.3
NODES = [(number - 11.5) * WIDTH for number in range(24)]


def chances(statement: reflect.Statement, place: float, careless: float) -> list[float]:
    """Return the chance of the answers 1 to 5."""
    a, b = statement.parameters.a, statement.parameters.b
    at_least = [1.0, *(1 / (1 + exp(-a * (place - each))) for each in b), 0.0]
    towards = [at_least[level] - at_least[level + 1] for level in range(5)]
    given = towards[::-1] if statement.reversed else towards
    return [(1 - careless) * chance + careless / 5 for chance in given]


def weights(
    answers: list[reflect.Answer], bank: reflect.Bank, rules: reflect.Rules
) -> list[list[float]]:
    """Return the posterior over all squares."""
    found = [[_one(c, p, answers, bank, rules) for p in NODES] for c in NODES]
    total = sum(sum(row) for row in found)
    return [[weight / total for weight in row] for row in found]


def _one(
    c: float, p: float, answers: list[reflect.Answer], bank: reflect.Bank, rules: reflect.Rules
) -> float:
    r = rules.correlation
    weight = exp(-(c * c - 2 * r * c * p + p * p) / (2 * (1 - r * r)))
    for answer in answers:
        if answer.counts and answer.value is not None:
            weight *= _chance(answer, c, p, bank, rules)
    return weight


def _chance(
    answer: reflect.Answer, c: float, p: float, bank: reflect.Bank, rules: reflect.Rules
) -> float:
    statement = bank[answer.statement]
    place = c if statement.dimension is reflect.Dimension.CONFIGURATION else p
    return chances(statement, place, rules.careless)[(answer.value or 0) - 1]


def forms(found: list[list[float]], near: float = 0.0) -> dict[Form, float]:
    """Return the chance of each form, or of being in it or at most ``near`` next to it."""
    result = dict.fromkeys(Form, 0.0)
    for form in Form:
        for c, row in zip(NODES, found, strict=True):
            for p, weight in zip(NODES, row, strict=True):
                fits_c = c > -near if form.configuration_changes else c < near
                fits_p = p > -near if form.paradigm_shifts else p < near
                result[form] += weight if fits_c and fits_p else 0.0
    return result


def expected_entropy(
    key: str, answers: list[reflect.Answer], bank: reflect.Bank, rules: reflect.Rules
) -> float:
    """Return how unsure of the form one may expect to be after asking this statement."""
    now = weights(answers, bank, rules)
    expected = 0.0
    for value in range(1, 6):
        answer = reflect.Answer(key, value)
        chance = sum(
            weight * _chance(answer, c, p, bank, rules)
            for c, row in zip(NODES, now, strict=True)
            for p, weight in zip(NODES, row, strict=True)
        )
        after = forms(weights([*answers, answer], bank, rules))
        expected -= chance * sum(each * log(each) for each in after.values() if each)
    return expected
