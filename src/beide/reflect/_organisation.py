"""Six questions about the organisation, that colour what a form of change asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from beide.errors import WrongOption
from beide.reflect._place import Place, need, table, text
from beide.reflect._words import content
from beide.text import Text

FILE = "organisation.toml"
OPTIONS = (3, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """An answer to choose, and how it colours what a form asks."""

    key: str
    label: Text
    colours: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationQuestion:
    """A question about the organisation, with three or four answers."""

    key: str
    question: Text
    options: tuple[Option, ...]

    def option(self, key: str) -> Option:
        """Return the answer with this key; raise WrongOption if there is none."""
        for option in self.options:
            if option.key == key:
                return option
        raise _unknown(self.key, key, [option.key for option in self.options])


@cache
def organisation_questions() -> tuple[OrganisationQuestion, ...]:
    """Return the six questions, in the order in which they are asked."""
    place = Place(FILE)
    return tuple(_question(key, value, place / key) for key, value in content(FILE).items())


def colours(answers: Mapping[str, str]) -> tuple[Text, ...]:
    """Return how the answers about the organisation colour what a form of change asks.

    Parameters
    ----------
    answers
        The key of a question, and the key of the answer to it. Questions may be left out.

    Returns
    -------
    tuple of Text
        A sentence for each answer, in the order of the questions.

    Raises
    ------
    WrongOption
        When a question or an answer does not exist.
    """
    questions = {question.key: question for question in organisation_questions()}
    for key in answers:
        if key not in questions:
            raise _unknown("answers", key, list(questions))
    chosen = [
        question.option(answers[key]) for key, question in questions.items() if key in answers
    ]
    return tuple(option.colours for option in chosen)


def _question(key: str, value: object, place: Place) -> OrganisationQuestion:
    found = table(value, place, known=("question", "options"))
    options = need(found, "options", dict, place)
    if len(options) not in OPTIONS:
        raise (place / "options").wrong(
            nl=f"horen 3 of 4 antwoorden te staan, nu zijn het er {len(options)}",
            en=f"there should be 3 or 4 answers, now there are {len(options)}",
        )
    return OrganisationQuestion(
        key=key,
        question=text(found.get("question"), place / "question"),
        options=tuple(_option(k, each, place / "options" / k) for k, each in options.items()),
    )


def _option(key: str, value: object, place: Place) -> Option:
    found = table(value, place, known=("label", "colours"))
    return Option(
        key=key,
        label=text(found.get("label"), place / "label"),
        colours=text(found.get("colours"), place / "colours"),
    )


def _unknown(option: str, value: str, known: list[str]) -> WrongOption:
    names = ", ".join(known)
    return WrongOption(
        option=option,
        expected_nl=f"een van {names}",
        expected_en=f"one of {names}",
        value=value,
    )
