"""The shape of the content. What is not in these classes cannot be in a content file.

Names are written in lower case without a full stop, so that they fit inside a sentence; all other
texts are whole sentences.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from beide.change.forms import Form
from beide.change.modes import Mode, Stage
from beide.change.tensions import Fit, Origin
from beide.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What becomes of the configuration and of the paradigm, a sentence each."""

    configuration: Text
    paradigm: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks:
    """What a form of change asks of the people who carry it and of those who lead."""

    rhythm: Text
    at_the_table: tuple[Text, ...]
    leaders_do: tuple[Text, ...]
    leaders_stop: tuple[Text, ...]
    stays_safe: tuple[Text, ...]
    first_step: Text
    traps: tuple[Text, ...]
    questions: tuple[Text, ...] = field(metadata={"count": 3})


@dataclass(frozen=True, slots=True, kw_only=True)
class FormText:
    """A form of change, told."""

    name: Text
    in_short: Text
    changes: Changes
    asks: Asks


@dataclass(frozen=True, slots=True, kw_only=True)
class StageText:
    """A stage: what to do, as an imperative sentence, and the question that guides it."""

    key: Stage
    name: Text
    do: Text
    question: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeText:
    """A mode, with its stages in the order of its rhythm."""

    name: Text
    purpose: Text
    rhythm_name: Text
    stages: tuple[StageText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """One of eight from-to movements, with a sentence that makes it recognisable."""

    key: str
    from_: Text
    to: Text
    recognise: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """An accelerator or a principle: one sentence, and one question to ask about it."""

    key: str
    name: Text
    sentence: Text
    question: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer to choose, with an example from care, a municipality and an insurer."""

    label: Text
    examples: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickQuestion:
    """A question with two answers, and a sentence that helps to choose."""

    question: Text
    helper: Text
    yes: Answer
    no: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickQuestions:
    """The two questions that together give the form."""

    configuration: QuickQuestion
    paradigm: QuickQuestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose from a list, and a sentence that shows what is meant."""

    name: Text
    helper: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Every text about change, in both languages."""

    forms: Mapping[Form, FormText]
    modes: Mapping[Mode, ModeText]
    shifts: tuple[Shift, ...]
    accelerators: tuple[Idea, ...]
    principles: tuple[Idea, ...]
    quick_questions: QuickQuestions
    origins: Mapping[Origin, Choice]
    fits: Mapping[Fit, Choice]

    def stage(self, stage: Stage) -> StageText:
        """Return the text of a stage, whichever mode it belongs to."""
        return next(
            text for mode in self.modes.values() for text in mode.stages if text.key == stage
        )
