"""What is on one phone's screen while it answers."""

from dataclasses import dataclass

from beide import reflect
from beide.reflect import Statement
from beide.text import Text
from beide.web.team_sessions import access
from beide.web.team_sessions.asking import AT_MOST, answers_of, question_after
from beide.web.team_sessions.given import UNSURE
from beide.web.team_sessions.models import Session
from beide.web.team_sessions.steps import ANSWERING


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The statement that a phone answers now; nothing to answer when ``statement`` is None.

    ``position`` is its place in this round, from 0, and ``last_position`` that of the answer that
    can be taken back, -1 when there is none. ``version`` is that of the session when it was asked:
    as long as it is the same, this round of this topic is still covered.
    """

    topic: int
    version: int
    place: int
    round: int
    position: int
    question: reflect.Question | None

    @property
    def statement(self) -> Statement | None:
        """The statement."""
        return self.question.statement if self.question else None

    @property
    def last_position(self) -> int:
        """The place of the answer before."""
        return self.position - 1

    @property
    def number(self) -> int:
        """What people call its place."""
        return self.position + 1

    @property
    def at_most(self) -> int:
        """How many there can be."""
        return AT_MOST

    @property
    def labels(self) -> list[tuple[int, Text]]:
        """What stands on the five buttons."""
        return list(enumerate(reflect.answer_labels(), start=1))

    @property
    def unsure(self) -> str:
        """What is sent for "I don't know yet"."""
        return UNSURE

    @property
    def unsure_label(self) -> Text:
        """What stands on that button."""
        return reflect.unsure_label()


def asked(session: Session, secret: str) -> Asked | None:
    """Return what a phone answers now, or None when it is no time for answers."""
    number = ANSWERING.get(session.step)
    topic = access.topic_at(session, session.place)
    if number is None or topic is None or session.closed:
        return None
    sheet = access.sheet_of(topic, secret)
    answers = answers_of(sheet, number)
    question = question_after(answers, secret=secret, topic=topic.pk, round=number)
    given = [each for each in sheet.answers.all() if each.round == number] if sheet else []
    return Asked(
        topic=topic.pk,
        version=session.version,
        place=session.place,
        round=number,
        position=len(given),
        question=question,
    )
