"""What the library makes of the answers that were kept."""

import numpy as np

from beide import reflect
from beide.web.reflections.models import Round

AT_MOST = reflect.Rules().at_most
SURE = reflect.Rules().sure


def answers_of(round: Round) -> tuple[reflect.Answer, ...]:  # noqa: A002 - the glossary's word
    """Return the answers in order, without those to statements that no longer exist."""
    known = {statement.key for statement in reflect.bank().statements}
    return tuple(
        reflect.Answer(answer.statement, answer.value, answer.counts)
        for answer in round.answers.all()
        if answer.statement in known
    )


def question_of(round: Round) -> reflect.Question | None:  # noqa: A002
    """Return the statement to ask now, the same one at every visit, or None when it is enough."""
    rng = np.random.default_rng([round.seed, len(round.answers.all())])
    return reflect.next_question(answers_of(round), rng=rng)


def verdict_of(round: Round) -> reflect.Verdict:  # noqa: A002
    """Return what the answers say."""
    return reflect.verdict(answers_of(round))
