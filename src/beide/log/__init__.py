"""Event logs: read once, normalised, and then asked.

>>> from beide import log
>>> orders = log.read("orders.xes.gz", into="orders.log")          # doctest: +SKIP
>>> log.promise_over_time(orders, log.Promise.parse("within 5d for 90%"))  # doctest: +SKIP
"""

from beide.log._durations import parse_duration, short_duration, spoken_duration
from beide.log._interval import Interval, wilson
from beide.log._lead_times import Bin, LeadTimes, lead_times
from beide.log._model import About, Columns, Dropped, Log, Progress, ProgressCallback, Summary
from beide.log._privacy import names_a_person
from beide.log._promise import Promise, PromiseOverTime, PromiseWeek, promise_over_time
from beide.log._read import FORMATS, read
from beide.log._store import is_log
from beide.log._store import open_log as open  # noqa: A004  (always written log.open)
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
    "Interval",
    "LeadTimes",
    "Log",
    "OpenWeek",
    "Other",
    "Pair",
    "Progress",
    "ProgressCallback",
    "Promise",
    "PromiseOverTime",
    "PromiseWeek",
    "Repeat",
    "Rework",
    "Summary",
    "Variant",
    "Variants",
    "Wait",
    "Waiting",
    "WorkInProgress",
    "arrivals",
    "connections",
    "directly_follows",
    "durations",
    "ends",
    "is_log",
    "lead_times",
    "names_a_person",
    "open",
    "parse_duration",
    "promise_over_time",
    "read",
    "rework",
    "short_duration",
    "spoken_duration",
    "starts",
    "variants",
    "waiting",
    "wilson",
    "work_in_progress",
]
