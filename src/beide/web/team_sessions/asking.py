"""What a phone is asked, and what the library makes of the answers on a sheet."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from beide import reflect
from beide.web.team_sessions.models import Sheet
from beide.web.team_sessions.secret import chance

# Everyone in a team gets the anchors, so that there is something all of them answered.
RULES = reflect.Rules(anchors=True)
AT_MOST = RULES.at_most

Answers = tuple[reflect.Answer, ...]


def answers_of(sheet: Sheet | None, round: int) -> Answers:  # noqa: A002 - the glossary's word
    """Return the answers in order, without those to statements that no longer exist."""
    if sheet is None:
        return ()
    return known(
        reflect.Answer(answer.statement, answer.value, answer.counts)
        for answer in sheet.answers.all()
        if answer.round == round
    )


def known(answers: Iterable[reflect.Answer]) -> Answers:
    """Return the answers to statements that still exist; a host may change them at any time."""
    keys = _keys(reflect.bank())
    return tuple(answer for answer in answers if answer.statement in keys)


def known_counts(counts: Mapping[str, list[int]]) -> dict[str, list[int]]:
    """Return the counts of statements that still exist."""
    keys = _keys(reflect.bank())
    return {key: row for key, row in counts.items() if key in keys}


@lru_cache(maxsize=4)
def _keys(bank: reflect.Bank) -> frozenset[str]:
    return frozenset(statement.key for statement in bank.statements)


def question_after(
    answers: Answers,
    *,
    secret: str,
    topic: int,
    round: int,  # noqa: A002
) -> reflect.Question | None:
    """Return the statement to ask now, the same one at every visit, or None when it is enough."""
    rng = chance(secret, topic, round=round, position=len(answers))
    return reflect.next_question(answers, rules=RULES, rng=rng)


def says_something(answers: Answers) -> bool:
    """Tell whether at least one answer says something."""
    return any(answer.counts and answer.value is not None for answer in answers)
