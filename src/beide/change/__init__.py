"""The vocabulary of change: forms, modes, rhythms, shifts, and what each asks of people.

>>> from beide.change import Form, content
>>> form = Form.of(configuration_changes=True, paradigm_shifts=False)
>>> content().forms[form].name.nl
'vernieuwing'
"""

from beide.change._load import content, load_override
from beide.change._texts import (
    Answer,
    Asks,
    Changes,
    Choice,
    Content,
    FormText,
    Idea,
    ModeText,
    QuickQuestion,
    QuickQuestions,
    Shift,
    StageText,
)
from beide.change.forms import Form
from beide.change.modes import Mode, Rhythm, Stage
from beide.change.tensions import Fit, Origin

__all__ = [
    "Answer",
    "Asks",
    "Changes",
    "Choice",
    "Content",
    "Fit",
    "Form",
    "FormText",
    "Idea",
    "Mode",
    "ModeText",
    "Origin",
    "QuickQuestion",
    "QuickQuestions",
    "Rhythm",
    "Shift",
    "Stage",
    "StageText",
    "content",
    "load_override",
]
