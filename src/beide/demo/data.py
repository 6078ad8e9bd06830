"""The demo organisation's event data, as arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from beide.demo._truths import Truths


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """One value for every event, sorted by order and by time."""

    case: NDArray[np.int32]
    """Place of the order in ``Orders``."""
    step: NDArray[np.int8]
    """Place of the activity in ``truths.steps``."""
    role: NDArray[np.int8]
    """Place of the role in ``truths.roles``; a role has one team."""
    start: NDArray[np.datetime64]
    """Local clock time at which the work began, in whole seconds."""
    complete: NDArray[np.datetime64]
    """Local clock time at which the work was done, in whole seconds."""

    def __len__(self) -> int:
        return len(self.case)


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """One value for every order, in order of arrival."""

    number: tuple[str, ...]
    kind: NDArray[np.int8]
    """Place of the case type in ``truths.types``. Known at arrival."""
    decoys: Mapping[str, NDArray[np.int8]]
    """Place of the value in the decoy's values. Known at arrival."""
    form_complete: NDArray[np.int8]
    """1 or 0, and -1 for types without a measuring form. Known at arrival."""
    first_time_right: NDArray[np.int8]
    """1 or 0, and -1 when cancelled or not ready. Known when the order is ready."""
    rating: NDArray[np.int8]
    """1 to 10, and -1 without an answer. Known after the order is ready."""
    ready: NDArray[np.bool_]
    """Whether the order was closed before the end of the period."""
    cancelled: NDArray[np.bool_]
    """Whether the order was cancelled before the end of the period."""

    def __len__(self) -> int:
        return len(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoData:
    """Generated event data. Nothing in it is about a real person or a real order.

    ``conditions`` is what was true of each order, by the key of the condition; it is not exported,
    so that it can be used to judge what was found.
    """

    truths: Truths
    seed: int
    since: date
    until: date
    events: Events
    orders: Orders
    conditions: Mapping[str, NDArray[np.bool_]]

    @property
    def lead_days(self) -> NDArray[np.float64]:
        """Clock time from the first completed step to the last, in days, for every order."""
        first, last = self.ends
        return np.asarray((self.events.complete[last] - self.events.complete[first]) / DAY)

    @property
    def ends(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The places of each order's first and last event."""
        places = np.arange(len(self.orders))
        return (
            np.searchsorted(self.events.case, places, side="left"),
            np.searchsorted(self.events.case, places, side="right") - 1,
        )


DAY = np.timedelta64(1, "D")
