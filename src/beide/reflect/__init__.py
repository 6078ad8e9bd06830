"""The reflection: which form of change is at play, in a few statements, alone or with a team.

>>> import numpy as np
>>> from beide import reflect
>>> answers: tuple[reflect.Answer, ...] = ()
>>> while question := reflect.next_question(answers, rng=np.random.default_rng(len(answers))):
...     answers += (question.answer(1 if question.statement.reversed else 5),)
>>> reflect.verdict(answers).title.nl
'Innovatie'
"""

from beide.reflect._agreement import Agreement, Divisive, NotSure
from beide.reflect._answer_files import read_answers, write_answers
from beide.reflect._choose import Question, next_question
from beide.reflect._counted import CountedPicture, counted
from beide.reflect._hidden import Hidden, Thresholds, Why
from beide.reflect._load import bank, load_bank
from beide.reflect._model import Answer, Bank, Dimension, Parameters, Rules, Statement
from beide.reflect._organisation import (
    Option,
    OrganisationQuestion,
    colours,
    organisation_questions,
)
from beide.reflect._person_shift import PersonShift, person_shift
from beide.reflect._posterior import Position, Posterior, posterior
from beide.reflect._recalibrate import Recalibration, recalibrate
from beide.reflect._shift import Shift, Shifted, shift
from beide.reflect._team import TeamPicture, team_picture
from beide.reflect._validate import Validity, validate
from beide.reflect._verdict import Kind, Verdict, Weighed, verdict
from beide.reflect._words import answer_labels, unsure_label
from beide.reflect._write_bank import write_bank

__all__ = [
    "Agreement",
    "Answer",
    "Bank",
    "CountedPicture",
    "Dimension",
    "Divisive",
    "Hidden",
    "Kind",
    "NotSure",
    "Option",
    "OrganisationQuestion",
    "Parameters",
    "PersonShift",
    "Position",
    "Posterior",
    "Question",
    "Recalibration",
    "Rules",
    "Shift",
    "Shifted",
    "Statement",
    "TeamPicture",
    "Thresholds",
    "Validity",
    "Verdict",
    "Weighed",
    "Why",
    "answer_labels",
    "bank",
    "colours",
    "counted",
    "load_bank",
    "next_question",
    "organisation_questions",
    "person_shift",
    "posterior",
    "read_answers",
    "recalibrate",
    "shift",
    "team_picture",
    "unsure_label",
    "validate",
    "verdict",
    "write_answers",
    "write_bank",
]
