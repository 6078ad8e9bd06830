"""What the result page tells about one time through the statements."""

from collections.abc import Mapping
from dataclasses import dataclass

from beide import reflect
from beide.change import Form, FormText, ModeText, content
from beide.text import Text

MOST_WEIGHED = 3
QUESTIONS = 3
LIGHTEST = 0.005
# As the plane is read: how we think upwards, how we work to the right.
PLANE = (Form.TRANSITION, Form.INNOVATION, Form.IMPROVEMENT, Form.RENEWAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """A form with the texts of what it asks, and those of its mode."""

    form: Form
    told: FormText
    mode: ModeText


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedAnswer:
    """A statement, what was answered, and whether it spoke for the result."""

    statement: Text
    said: Text
    speaks_for: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """How likely a form is, as a whole percentage."""

    form: Form
    name: Text
    percent: int
    nearly: int


def asks_of(verdict: reflect.Verdict) -> list[Asks]:
    """Return what the form asks, or the two forms it lies between."""
    words = content()
    return [
        Asks(form=form, told=words.forms[form], mode=words.modes[form.mode])
        for form in verdict.forms
    ]


def questions_of(
    verdict: reflect.Verdict | reflect.TeamPicture | reflect.CountedPicture,
) -> list[Text]:
    """Return three questions to take along, in turn from the forms that may be at play."""
    likeliest = sorted(verdict.chances, key=lambda form: -verdict.chances[form])
    forms = verdict.forms or tuple(likeliest[:QUESTIONS])
    asked = [content().forms[form].asks.questions for form in forms]
    in_turn = [question for same in zip(*asked, strict=False) for question in same]
    return in_turn[:QUESTIONS]


def weighed_most(verdict: reflect.Verdict) -> list[WeighedAnswer]:
    """Return the answers that made most difference to the result."""
    bank, labels = reflect.bank(), reflect.answer_labels()
    return [
        WeighedAnswer(
            statement=bank[each.answer.statement].text,
            said=labels[each.answer.value - 1],
            speaks_for=each.change > 0,
        )
        for each in verdict.weighed[:MOST_WEIGHED]
        if each.answer.value is not None and abs(each.change) >= LIGHTEST
    ]


def chances_of(verdict: reflect.Verdict) -> list[Chance]:
    """Return the four forms, the likeliest first."""
    nearly = verdict.cloud.nearly
    return [
        Chance(
            form=form,
            name=content().forms[form].name,
            percent=round(100 * chance),
            nearly=round(100 * nearly[form]),
        )
        for form, chance in sorted(verdict.chances.items(), key=lambda each: -each[1])
    ]


def colours_of(answers: Mapping[str, str]) -> tuple[Text, ...]:
    """Return what the answers about the organisation add; those no longer asked add nothing."""
    known = {
        question.key: {option.key for option in question.options}
        for question in reflect.organisation_questions()
    }
    return reflect.colours(
        {key: value for key, value in answers.items() if value in known.get(key, set())}
    )
