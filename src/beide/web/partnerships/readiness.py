"""What a conversation about readiness shows: what is there, what is missing, a first step."""

from dataclasses import dataclass

from beide.web.partnerships.content import Question, questions
from beide.web.partnerships.models import Conversation, Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A question with what the team said."""

    question: Question
    reply: Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A conversation by answer. There is no score: each answer asks for something else."""

    conversation: Conversation
    not_yet: list[Line]
    partly: list[Line]
    yes: list[Line]

    @property
    def missing(self) -> list[Line]:
        """What is not there yet, what is wholly missing first."""
        return [*self.not_yet, *self.partly]


def picture(conversation: Conversation) -> Picture:
    """Return what a team said, in the order of the questions."""
    said = {reply.question: reply for reply in conversation.replies.all()}
    lines = [
        Line(question=question, reply=said[question.key])
        for question in questions()
        if question.key in said
    ]

    def those(ready: str) -> list[Line]:
        return [line for line in lines if line.reply.ready == ready]

    return Picture(
        conversation=conversation,
        not_yet=those(Reply.Ready.NOT_YET),
        partly=those(Reply.Ready.PARTLY),
        yes=those(Reply.Ready.YES),
    )
