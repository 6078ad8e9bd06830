"""The demo organisation: generated event data, its written-down truths, and a story to walk into.

Nothing here is about real people or real orders, and nothing needs a network.

>>> from beide.demo import truths
>>> [condition.key for condition in truths().conditions]
['form_complete', 'planned_on_phone', 'one_hand', 'short_talk']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from beide.demo._truths import Truths
from beide.demo._written import truths
from beide.demo.story import Organisation, organisation

if TYPE_CHECKING:
    from beide.demo._csv import csv_columns, write_csv
    from beide.demo._generate import generate
    from beide.demo._room import RoomWeek, room_weeks
    from beide.demo.data import DemoData

__all__ = [
    "DemoData",
    "Organisation",
    "RoomWeek",
    "Truths",
    "csv_columns",
    "generate",
    "organisation",
    "room_weeks",
    "truths",
    "write_csv",
]


_HEAVY = {
    "DemoData": "beide.demo.data",
    "RoomWeek": "beide.demo._room",
    "csv_columns": "beide.demo._csv",
    "generate": "beide.demo._generate",
    "room_weeks": "beide.demo._room",
    "write_csv": "beide.demo._csv",
}


def __getattr__(name: str) -> Any:
    """Fetch what needs numpy only when it is asked for, so that the door stays light."""
    if name not in _HEAVY:
        raise AttributeError(name)
    return getattr(import_module(_HEAVY[name]), name)
