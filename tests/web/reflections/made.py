"""A reflection to test with, and someone who answers it."""

from django.test import Client

from beide.web.reflections import access, actions
from beide.web.reflections.asking import question_of
from beide.web.reflections.models import Reflection, Round

SUBJECT = "Een klant wil partner worden"


def begun(subject: str = SUBJECT) -> tuple[Reflection, str]:
    """Begin a reflection; return it with its secret."""
    return actions.begin(subject=subject, language="nl")


def round_of(reflection: Reflection) -> Round:
    return access.latest_round(reflection)


def answer_next(reflection: Reflection, *, changes: bool | None = True) -> bool:
    """Answer the statement that comes now; tell whether there was one."""
    current = round_of(reflection)
    question = question_of(current)
    if question is None:
        return False
    agrees = changes is not question.statement.reversed
    actions.answer(
        reflection=reflection,
        round_number=current.number,
        position=current.answers.count(),
        statement=question.statement.key,
        value=None if changes is None else 5 if agrees else 1,
    )
    return True


def finish(reflection: Reflection, *, changes: bool | None = True) -> None:
    """Answer every statement that comes, all towards change, away from it, or not at all."""
    while answer_next(reflection, changes=changes):
        pass


def finished(*, changes: bool | None = True) -> tuple[Reflection, str]:
    """Return a reflection that was answered to the end."""
    reflection, token = begun()
    finish(reflection, changes=changes)
    return reflection, token


def visitor(language: str = "en") -> Client:
    """Return a browser of someone without an account."""
    return Client(headers={"accept-language": language})


def given_now(reflection: Reflection, value: str = "4") -> dict[str, str]:
    """Return what the page of the statement that comes now would send."""
    current = round_of(reflection)
    question = question_of(current)
    assert question is not None
    return {
        "round": str(current.number),
        "position": str(current.answers.count()),
        "statement": question.statement.key,
        "value": value,
    }
