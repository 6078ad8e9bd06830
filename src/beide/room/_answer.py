"""From a study that holds to an answer: how many hours, and what it leans on."""

from typing import Protocol

import numpy as np

from beide.room._arrays import Floats
from beide.room._changes import Arrivals, Change, People, Work, changed
from beide.room._remarks import gate_sentences, remarks
from beide.room._result import InTime, Room, TeamRoom, Tried
from beide.room._sanity import RoleCheck, role_checks
from beide.room._solve import ALL, Question, alone, largest, together
from beide.room._study import Study
from beide.room._tell import tell
from beide.room._ways import MOST, Way
from beide.room._words import change_text
from beide.room._years import years
from beide.text import Text

_WORSE, _LESS = 1.1, 0.9
_DAYS = range(5)
_LOOK = 16
_A_TRY = 0.1


class Steps(Protocol):
    """Tells how far it is."""

    def at(self, step: str, share: float) -> None:
        """Tell a step."""


def answer(found: Study, *, promise: Text, way: Way, seed: int, control: Steps) -> Room:
    """Return how much time can be set free.

    Parameters
    ----------
    found
        A study of which the backtest passes.
    promise
        The promise in words.
    way
        How time is freed.
    seed
        Where chance begins.
    control
        Told how far it is; may raise ``Cancelled``.
    """
    question = _question(found, way, seed)
    nothing = np.zeros(question.roles)
    single, shares, likely = nothing, nothing, nothing
    if question.keeps(nothing):
        single = _alone(question, found.simulated, control)
        shares = together(question, found.simulated, told=lambda: control.at("together", 0.5))
        likely = _likely(question, shares)
    control.at("trying", 0.8)
    checks = role_checks(found.fit.network, found.simulated > 0)
    twice = np.minimum(2 * shares, MOST)
    answered = Room(
        within=found.within,
        share=found.share,
        promise=promise,
        way=way,
        day=question.day,
        teams=_teams(question, found.simulated, (shares, likely, single), checks),
        now=in_time(question, nothing),
        with_room=in_time(question, shares),
        with_twice=in_time(question, twice),
        tried=_tried(found, question, shares, seed),
        checks=checks,
        backtest=found.backtest,
        remarks=(*gate_sentences(found.backtest), *remarks(found.fit, checks)),
        sentences=(),
    )
    control.at("trying", 1.0)
    return tell(answered)


def in_time(question: Question, shares: Floats) -> InTime:
    """Return the share within the promise in the middle year and in the worst tenth."""
    found = np.sort(question.in_time(shares))
    worst = found[: max(1, len(found) // 10)]
    return InTime(middle=float(np.median(found)), low=float(worst.mean()))


def _question(found: Study, way: Way, seed: int) -> Question:
    """Return what to ask; a fixed half-day is put on the day that harms least."""
    question = found.question(way, seed=seed)
    if way is not Way.HALF_DAY:
        return question
    tries = {day: found.question(way, seed=seed, day=day, count=_LOOK) for day in _DAYS}
    shares = _A_TRY * found.simulated
    kept = {day: float(tried.in_time(shares).mean()) for day, tried in tries.items()}
    best = max(kept, key=lambda day: kept[day])
    return found.question(way, seed=seed, day=best)


def _alone(question: Question, simulated: Floats, control: Steps) -> Floats:
    shares = np.zeros(question.roles)
    for role in np.flatnonzero(simulated).tolist():
        control.at("alone", 0.2 + 0.3 * float(role) / question.roles)
        shares[role] = alone(question, int(role))
    return shares


def _likely(question: Question, shares: Floats) -> Floats:
    """Return how much more of the same could be freed with the promise kept in a mean year."""
    most = float(shares.max())
    if most <= 0:
        return shares
    likely = largest(question, shares / most, worst=ALL)
    found: Floats = np.maximum(shares, likely * shares / most)
    return found


def _teams(
    question: Question,
    simulated: Floats,
    shares: tuple[Floats, Floats, Floats],
    checks: tuple[RoleCheck, ...],
) -> tuple[TeamRoom, ...]:
    network = question.years.network
    busiest = {check.role: check.busiest for check in checks}
    hours, likely, single = (each * network.hours for each in shares)
    return tuple(
        TeamRoom(
            team=network.roles[role],
            total=float(network.hours[role]),
            hours=float(hours[role]),
            likely=float(likely[role]),
            alone=float(single[role]),
            busiest=busiest.get(network.roles[role], ()),
        )
        for role in np.flatnonzero(simulated).tolist()
    )


def _tried(found: Study, question: Question, shares: Floats, seed: int) -> tuple[Tried, ...]:
    """Return what breaks the answer first, or what would make space first."""
    there_is_room = bool(shares.any())
    tried = []
    for change in _changes(found, worse=there_is_room):
        network = changed(found.fit.network, change)
        drawn = years(network, found.within, seed=seed, count=len(question.years.streams))
        other = Question(years=drawn, share=question.share, way=question.way, day=question.day)
        tried.append(Tried(change=change_text(change), in_time=in_time(other, shares)))
    tried.sort(key=lambda each: each.in_time.low, reverse=not there_is_room)
    return tuple(tried)


def _changes(found: Study, *, worse: bool) -> list[Change]:
    factor, more = (_WORSE, -1.0) if worse else (_LESS, 1.0)
    names = [found.fit.network.roles[role] for role in np.flatnonzero(found.simulated).tolist()]
    by_role: list[Change] = [People(name, more) for name in names]
    if not worse:
        by_role += [Work(factor, name) for name in names]
    return [Arrivals(factor), Work(factor), *by_role]
