"""The demo's sessions: one that is over, with what it brought, and one that is ready to begin."""

import numpy as np

from beide import reflect
from beide.change import Form
from beide.reflect import Answer, Dimension
from beide.text import Text
from beide.web.demo.cast import Cast, backdate, day
from beide.web.team_sessions import actions, revealing
from beide.web.team_sessions.asking import RULES
from beide.web.team_sessions.models import Session, Step
from beide.web.tensions.models import Shared, Sure

GUIDE = "ruben"
HELD, PREPARED = "betaald-per-stuk", "de-drempel"
DAYS_AGO = 18
PEOPLE = 16
SEED = 0
# Where they stand on average, how far they differ, and what the talk does to that.
BEFORE = {Dimension.CONFIGURATION: 0.1, Dimension.PARADIGM: 0.7}
TALK = {Dimension.CONFIGURATION: -0.7, Dimension.PARADIGM: 0.3}
APART = 1.1
CLOSER = 0.5

DECIDED = Text(
    nl="We gaan met twee gemeenten praten over wat iemand thuis echt helpt, voordat er een "
    "hulpmiddel wordt gekozen. De contracten van nu komen we na.",
    en="We will talk with two municipalities about what really helps someone at home, before an "
    "aid is chosen. We honour the contracts we have now.",
)
FIRST_STEP = Text(
    nl="Samen met de gemeente Assen vijf aanvragen van vorige maand nog eens bekijken.",
    en="Look again at five requests of last month, together with the municipality of Assen.",
)
WHO = Text(nl="Bedrijfsbureau, samen met intake", en="The office, together with intake")
WHY = Text(
    nl="Het systeem kan het aan. We moeten anders kijken naar wat helpen is.",
    en="The system can handle it. We have to look differently at what helping is.",
)

Asked = tuple[Answer, ...]


def make(cast: Cast) -> None:
    """Hold one session, and prepare one."""
    hold(cast)
    begin(cast, PREPARED)


def begin(cast: Cast, tension: str) -> Session:
    """Begin a session on a tension."""
    return actions.begin(
        organisation=cast.organisation,
        guide=cast.people[GUIDE],
        tensions=[cast.tensions[tension]],
    )


def hold(cast: Cast) -> None:
    """Go through a session with two rounds, and write down what came out."""
    session = begin(cast, HELD)
    topic = session.topics.get()
    rng = np.random.default_rng(SEED)
    first, second = rounds(rng)
    shown = (
        revealing.first_round(first, session.thresholds, rng),
        revealing.second_round(first, second, session.thresholds, rng),
    )
    for number, each in enumerate(shown, start=1):
        topic.rounds.create(number=number, shown=each.to_json())
    outcome = actions.record(
        topic=topic,
        form=Form.TRANSITION,
        sure=Sure.LIKELY,
        shared=Shared.WIDELY,
        decided=cast.say(DECIDED),
        first_step=cast.say(FIRST_STEP),
        who=cast.say(WHO),
        why=cast.say(WHY),
    )
    backdate(outcome, on=day(DAYS_AGO))
    if outcome.choice is not None:
        backdate(outcome.choice, on=day(DAYS_AGO))
    actions.close(session=session)
    session.refresh_from_db()
    backdate(session, on=day(DAYS_AGO), closed=day(DAYS_AGO), step=Step.END)


def rounds(rng: np.random.Generator) -> tuple[dict[str, Asked], dict[str, Asked]]:
    """Let people answer twice, with a talk in between."""
    first, second = {}, {}
    for person in range(PEOPLE):
        stands = {each: BEFORE[each] + APART * rng.normal() for each in Dimension}
        after = {
            each: BEFORE[each] + TALK[each] + CLOSER * (stands[each] - BEFORE[each])
            for each in Dimension
        }
        first[f"{person}"] = answers(stands, rng)
        second[f"{person}"] = answers(after, rng)
    return first, second


def answers(stands: dict[Dimension, float], rng: np.random.Generator) -> Asked:
    """Answer until it is enough, as someone would who stands here."""
    given: Asked = ()
    while question := reflect.next_question(given, rules=RULES, rng=rng):
        towards = -1 if question.statement.reversed else 1
        leans = towards * stands[question.statement.dimension] * 1.6 + 0.7 * rng.normal()
        given += (question.answer(int(np.clip(round(3 + leans), 1, 5))),)
    return given
