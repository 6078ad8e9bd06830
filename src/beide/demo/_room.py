"""Hours that teams set free for the network, and the hours they used, week by week."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from beide.demo._truths import Room, Truths
from beide.demo._written import truths as written_down

OWN_STREAM = 1  # so that other data with the same seed stay as they are
QUARTERS = 4  # hours are written down in quarters


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomWeek:
    """One team's room in one week, in hours. ``team`` is the key of a role."""

    monday: date
    team: str
    granted: float
    used: float


def room_weeks(
    *, truths: Truths | None = None, seed: int | None = None, until: date | None = None
) -> tuple[RoomWeek, ...]:
    """Generate the room that teams granted and used.

    Parameters
    ----------
    truths, seed, until
        As for `generate`.

    Returns
    -------
    tuple of RoomWeek
        By team, then by week, from the week in which a team began. Hours, in quarters. Used is
        never more than granted.
    """
    truths = truths or written_down()
    rng = np.random.default_rng([truths.seed if seed is None else seed, OWN_STREAM])
    return tuple(
        week for room in truths.room for week in _weeks(room, truths=truths, until=until, rng=rng)
    )


def _weeks(
    room: Room, *, truths: Truths, until: date | None, rng: np.random.Generator
) -> list[RoomWeek]:
    first = truths.period.monday(weeks_before_end=room.weeks_before_end, until=until)
    return [
        RoomWeek(
            monday=first + timedelta(weeks=week),
            team=room.team,
            granted=room.hours,
            used=_used(room, left=room.weeks_before_end - week, rng=rng),
        )
        for week in range(room.weeks_before_end)
    ]


def _used(room: Room, *, left: int, rng: np.random.Generator) -> float:
    eaten = room.dip_weeks_before_end - room.dip_weeks < left <= room.dip_weeks_before_end
    share = room.dip_used if eaten else room.used
    return float(rng.binomial(round(room.hours * QUARTERS), share)) / QUARTERS
