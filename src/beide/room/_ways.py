"""How time is freed: from people at work in each hour of the week to how fast each one works."""

from enum import StrEnum
from typing import NamedTuple

import numpy as np

from beide.room._arrays import WEEK, Floats, Ints
from beide.text import Text

DAY = 24
MOST = 0.9
"""A role always keeps a tenth of its time, so that its work ends some day."""


class Way(StrEnum):
    """How a team frees its time."""

    SPREAD = "spread"
    HOUR_A_DAY = "hour_a_day"
    HALF_DAY = "half_day"
    ROTA = "rota"
    TAKING_TURNS = "taking_turns"


WAYS = {
    Way.SPREAD: Text(nl="verspreid over de week", en="spread over the week"),
    Way.HOUR_A_DAY: Text(
        nl="elke dag aan het einde van de dag", en="every day, at the end of the day"
    ),
    Way.HALF_DAY: Text(
        nl="met het hele team op een vast dagdeel", en="the whole team on a fixed half-day"
    ),
    Way.ROTA: Text(
        nl="met een rooster, ieder op een eigen dagdeel", en="by a rota, each on a half-day"
    ),
    Way.TAKING_TURNS: Text(
        nl="om de beurt, elke week één team", en="taking turns, one team each week"
    ),
}


class Servers(NamedTuple):
    """People as the event core sees them.

    Attributes
    ----------
    first
        Where each role's people begin, and where the last one's end, ``(roles + 1,)``.
    rate
        How fast each works in each slot, from 0 to 1, ``(servers, slots)``; a slot is an hour, and
        the slots are a whole number of weeks.
    """

    first: Ints
    rate: Floats


def servers(people: Floats) -> Servers:
    """Return a row for each person: the first works whenever at least one does, and so on.

    Parameters
    ----------
    people
        How many people of each role are at work in each hour of the week, ``(roles, 168)``.
    """
    rows = [
        np.clip(role[None] - np.arange(max(1, int(np.ceil(role.max()))))[:, None], 0.0, 1.0)
        for role in people
    ]
    first = np.concatenate([[0], np.cumsum([len(each) for each in rows])]).astype(np.int64)
    return Servers(first, np.concatenate(rows) if rows else np.zeros((0, WEEK)))


def freed(everyone: Servers, shares: Floats, way: Way, *, day: int = 4) -> Servers:
    """Return the same people with a share of each role's time taken out.

    Parameters
    ----------
    everyone
        People as they work now.
    shares
        The share of each role's time, from 0 to 0.9, ``(roles,)``.
    way
        How it is freed.
    day
        The day of a fixed half-day, 0 for Monday. A longer block begins earlier that day, and then
        takes the end of the day before.
    """
    shares = np.minimum(shares, MOST)
    of_role = np.repeat(np.arange(len(shares)), np.diff(everyone.first))
    if way is Way.TAKING_TURNS:
        weeks = [_turn(everyone, shares, of_role, turn) for turn in range(len(shares))]
        return Servers(everyone.first, np.concatenate(weeks, axis=1))
    of_server = shares[of_role]
    if way is Way.SPREAD:
        rate: Floats = everyone.rate * (1.0 - of_server[:, None])
    elif way is Way.HOUR_A_DAY:
        rate = _every_day(everyone.rate, of_server)
    else:
        rate = everyone.rate.copy()
        for server, share in enumerate(of_server):
            own = day if way is Way.HALF_DAY else _day_of(everyone, server, of_role[server])
            rate[server] = _without(rate[server], _backwards(own), share * rate[server].sum())
    return Servers(everyone.first, rate)


def _turn(everyone: Servers, shares: Floats, of_role: Ints, turn: int) -> Floats:
    """Return the week in which one team frees what it would in as many weeks as there are teams."""
    share = np.where(of_role == turn, np.minimum(shares[turn] * len(shares), MOST), 0.0)
    return _every_day(everyone.rate, share)


def _every_day(rate: Floats, shares: Floats) -> Floats:
    days = rate.reshape(len(rate), -1, DAY)
    ends = days[:, :, ::-1]
    less = np.clip(
        np.cumsum(ends, axis=2) - shares[:, None, None] * ends.sum(2, keepdims=True), 0, ends
    )
    left: Floats = less[:, :, ::-1].reshape(rate.shape)
    return left


def _without(rate: Floats, order: Ints, hours: float) -> Floats:
    """Return a row without so many hours, taken slot by slot in an order."""
    taken_last = rate.copy()
    ordered = rate[order]
    taken_last[order] = np.clip(np.cumsum(ordered) - hours, 0.0, ordered)
    return taken_last


def _backwards(day: int) -> Ints:
    """Return the slots of a week from the end of a day back to its beginning, and so on."""
    found: Ints = ((day + 1) * DAY - 1 - np.arange(WEEK)) % WEEK
    return found


def _day_of(everyone: Servers, server: int, role: int) -> int:
    """Return the day on which a person has a half-day: each next one a working day later."""
    hours = everyone.rate[server].reshape(-1, DAY).sum(axis=1)
    working = np.flatnonzero(hours > 0)
    if not len(working):
        return 0
    return int(working[(server - everyone.first[role]) % len(working)])
