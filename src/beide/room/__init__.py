"""How much time can be set free while the promise to customers holds: a simulation of a log.

>>> from beide import log, room
>>> orders = log.open("orders.log")                                        # doctest: +SKIP
>>> promise = log.promise("within 5d for 90%")                             # doctest: +SKIP
>>> room.room(orders, promise=promise).sentences[0].en                     # doctest: +SKIP
'Together you can set free 14 hours a week, every day, at the end of the day, ...'
"""

from beide.room._changes import Arrivals, Change, Moved, People, Removed, Work
from beide.room._control import Progress, ProgressCallback
from beide.room._events import Events
from beide.room._fit import Fit, fit
from beide.room._from_log import Teams, events_of
from beide.room._gate import Backtest, backtest
from beide.room._network import Network
from beide.room._queues import allen_cunneen, erlang_c
from beide.room._result import InTime, Refused, Room, TeamRoom, Tried, WhatIf
from beide.room._room import room
from beide.room._sanity import RoleCheck
from beide.room._solve import Question, largest, together
from beide.room._study import Study, study
from beide.room._ways import WAYS, Way
from beide.room._what_if import what_if

__all__ = [
    "WAYS",
    "Arrivals",
    "Backtest",
    "Change",
    "Events",
    "Fit",
    "InTime",
    "Moved",
    "Network",
    "People",
    "Progress",
    "ProgressCallback",
    "Question",
    "Refused",
    "Removed",
    "RoleCheck",
    "Room",
    "Study",
    "TeamRoom",
    "Teams",
    "Tried",
    "Way",
    "WhatIf",
    "Work",
    "allen_cunneen",
    "backtest",
    "erlang_c",
    "events_of",
    "fit",
    "largest",
    "room",
    "study",
    "together",
    "what_if",
]
