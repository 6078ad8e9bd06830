"""The two quick questions as a page shows them: words from the library, answers from a form."""

from dataclasses import dataclass

from django.forms import BoundField

from beide.change import Answer, QuickQuestion, content
from beide.text import Text
from beide.web.tensions.forms import QuickForm


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose."""

    value: str
    answer: Answer
    chosen: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its two answers."""

    field: BoundField
    question: Text
    helper: Text
    options: tuple[Option, Option]


@dataclass(frozen=True, slots=True)
class Questions:
    """Both questions, and the form that holds the answers."""

    form: QuickForm
    asked: tuple[Asked, Asked]


def questions(form: QuickForm) -> Questions:
    """Lay the library's words beside the answers of a form."""
    words = content().quick_questions
    return Questions(
        form=form,
        asked=(
            ask(form["configuration"], words.configuration),
            ask(form["paradigm"], words.paradigm),
        ),
    )


def ask(field: BoundField, words: QuickQuestion) -> Asked:
    """Return one question with what was chosen so far."""
    chosen = field.value()
    return Asked(
        field=field,
        question=words.question,
        helper=words.helper,
        options=(
            Option(value="yes", answer=words.yes, chosen=chosen == "yes"),
            Option(value="no", answer=words.no, chosen=chosen == "no"),
        ),
    )
