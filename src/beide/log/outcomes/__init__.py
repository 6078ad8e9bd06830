"""Outcomes: what is measured of each case, and when its result is good."""

from beide.log.outcomes._attribute import Value, code_of, column, typed
from beide.log.outcomes._calendar import Calendar
from beide.log.outcomes._condition import Good, within
from beide.log.outcomes._hours import Hours
from beide.log.outcomes._judge import GoodCases, good_cases, judged
from beide.log.outcomes._moment import Moment, moment
from beide.log.outcomes._outcome import FirstTimeRight, Measure, Outcome, What
from beide.log.outcomes._parse import good
from beide.log.outcomes._table import OutcomeTable, outcomes
from beide.log.outcomes._tables import Tables, ended_cases, tables, whole_cases

__all__ = [
    "Calendar",
    "FirstTimeRight",
    "Good",
    "GoodCases",
    "Hours",
    "Measure",
    "Moment",
    "Outcome",
    "OutcomeTable",
    "Tables",
    "Value",
    "What",
    "code_of",
    "column",
    "ended_cases",
    "good",
    "good_cases",
    "judged",
    "moment",
    "outcomes",
    "tables",
    "typed",
    "whole_cases",
    "within",
]
