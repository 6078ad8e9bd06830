"""Event logs: read once, normalised, and then asked.

>>> from beide import log
>>> orders = log.read("orders.xes.gz", into="orders.log")          # doctest: +SKIP
>>> log.promise_over_time(orders, log.Promise.parse("within 5d for 90%"))  # doctest: +SKIP
"""

from beide.log import privacy
from beide.log._add import add
from beide.log._durations import parse_duration, short_duration, spoken_duration
from beide.log._findings import Finding
from beide.log._interval import Interval, wilson
from beide.log._kinds import FORMATS
from beide.log._lead_times import Bin, LeadTimes, lead_times
from beide.log._loaded import loaded
from beide.log._model import About, Columns, Dropped, Log, Progress, ProgressCallback, Summary
from beide.log._privacy import names_a_person
from beide.log._promise import Promise, promise
from beide.log._promise_over_time import PromiseOverTime, PromisePeriod, promise_over_time
from beide.log._read import read
from beide.log._store import is_log
from beide.log._store import open_log as open  # noqa: A004  (always written log.open)
from beide.log.outcomes import (
    Calendar,
    FirstTimeRight,
    Good,
    GoodCases,
    Hours,
    Outcome,
    OutcomeTable,
    good,
    good_cases,
    outcomes,
    whole_cases,
    within,
)
from beide.log.questions import (
    Arrivals,
    ArrivalWeek,
    Connection,
    Connections,
    DirectlyFollows,
    Duration,
    Durations,
    End,
    Ends,
    Filter,
    OpenWeek,
    Other,
    Pair,
    Repeat,
    Rework,
    Variant,
    Variants,
    Wait,
    Waiting,
    WorkInProgress,
    arrivals,
    connections,
    directly_follows,
    durations,
    ends,
    rework,
    starts,
    variants,
    waiting,
    work_in_progress,
)

__all__ = [
    "FORMATS",
    "About",
    "ArrivalWeek",
    "Arrivals",
    "Bin",
    "Calendar",
    "Columns",
    "Connection",
    "Connections",
    "DirectlyFollows",
    "Dropped",
    "Duration",
    "Durations",
    "End",
    "Ends",
    "Filter",
    "Finding",
    "FirstTimeRight",
    "Good",
    "GoodCases",
    "Hours",
    "Interval",
    "LeadTimes",
    "Log",
    "OpenWeek",
    "Other",
    "Outcome",
    "OutcomeTable",
    "Pair",
    "Progress",
    "ProgressCallback",
    "Promise",
    "PromiseOverTime",
    "PromisePeriod",
    "Repeat",
    "Rework",
    "Summary",
    "Variant",
    "Variants",
    "Wait",
    "Waiting",
    "WorkInProgress",
    "add",
    "arrivals",
    "connections",
    "directly_follows",
    "durations",
    "ends",
    "good",
    "good_cases",
    "is_log",
    "lead_times",
    "loaded",
    "names_a_person",
    "open",
    "outcomes",
    "parse_duration",
    "privacy",
    "promise",
    "promise_over_time",
    "read",
    "rework",
    "short_duration",
    "spoken_duration",
    "starts",
    "variants",
    "waiting",
    "whole_cases",
    "wilson",
    "within",
    "work_in_progress",
]
