"""Questions over a normalised log: each is a group-by, asked of some or all of its cases."""

from beide.log.questions._arrivals import Arrivals, ArrivalWeek, arrivals
from beide.log.questions._connections import Connection, Connections, connections
from beide.log.questions._directly_follows import DirectlyFollows, Pair, directly_follows
from beide.log.questions._durations import Duration, Durations, durations
from beide.log.questions._ends import End, Ends, ends, starts
from beide.log.questions._filter import Filter
from beide.log.questions._other import Other
from beide.log.questions._rework import Repeat, Rework, rework
from beide.log.questions._select import select
from beide.log.questions._variants import Variant, Variants, variants
from beide.log.questions._waiting import Wait, Waiting, waiting
from beide.log.questions._work_in_progress import OpenWeek, WorkInProgress, work_in_progress

__all__ = [
    "ArrivalWeek",
    "Arrivals",
    "Connection",
    "Connections",
    "DirectlyFollows",
    "Duration",
    "Durations",
    "End",
    "Ends",
    "Filter",
    "OpenWeek",
    "Other",
    "Pair",
    "Repeat",
    "Rework",
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
    "rework",
    "select",
    "starts",
    "variants",
    "waiting",
    "work_in_progress",
]
