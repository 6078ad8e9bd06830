"""From a study that holds to an answer: how many hours, and what it leans on."""

import numpy as np

from beide.room._arrays import Floats
from beide.room._changes import Arrivals, Change, People, Work, changed
from beide.room._control import Control
from beide.room._groups import MINIMUM, Group, Groups
from beide.room._remarks import gate_sentences, remarks
from beide.room._result import InTime, Room, TeamRoom, Tried
from beide.room._sanity import RoleCheck, role_checks
from beide.room._solve import ALL, Question, largest, together
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
_ALONE, _TOGETHER, _TRYING = 0.2, 0.5, 0.8
"""How far the answer is when each part begins."""


def answer(
    found: Study,
    *,
    promise: Text,
    way: Way,
    seed: int,
    control: Control | None = None,
    minimum: int = MINIMUM,
) -> Room:
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
    minimum
        The fewest people at work of whom figures are told.
    """
    control = control or Control()
    told = found.groups(minimum=minimum)
    masks = [group.among(len(found.simulated)) for group in told.told]
    question = _question(found, way, seed, np.sum(masks, axis=0), control)
    nothing = np.zeros(question.roles)
    single, shares, likely = [0.0] * len(masks), nothing, nothing
    if question.keeps(nothing):
        equal = largest(question, np.sum(masks, axis=0))
        single = _alone(question, masks, equal, control)
        shares = together(
            question, masks, equal=equal, told=lambda done: _tell(control, _TOGETHER, done)
        )
        likely = _likely(question, shares)
    control.at("trying", _TRYING)
    checks = role_checks(found.fit.network, told.told)
    answered = Room(
        within=found.within,
        share=found.share,
        promise=promise,
        way=way,
        day=question.day,
        teams=_teams(question, told.told, (shares, likely), single, checks),
        untold=tuple(question.years.network.roles[role] for role in told.untold),
        now=in_time(question, nothing),
        with_room=in_time(question, shares),
        with_twice=in_time(question, np.minimum(2 * shares, MOST)),
        tried=_tried(found, question, shares, told, seed),
        checks=checks,
        backtest=found.backtest,
        remarks=(
            *gate_sentences(found.backtest),
            *remarks(found.fit, checks, told, minimum=minimum),
        ),
        sentences=(),
    )
    control.at("trying", 1.0)
    return tell(answered)


def in_time(question: Question, shares: Floats) -> InTime:
    """Return the share within the promise in the middle year and in the worst tenth."""
    found = np.sort(question.in_time(shares))
    worst = found[: max(1, len(found) // 10)]
    return InTime(middle=float(np.median(found)), low=float(worst.mean()))


def _tell(control: Control, since: float, done: float) -> None:
    """Tell how far a part is that takes three tenths of the whole."""
    step = "alone" if since == _ALONE else "together"
    control.at(step, since + 0.3 * done)


def _question(found: Study, way: Way, seed: int, who: Floats, control: Control) -> Question:
    """Return what to ask; a fixed half-day is put on the day that harms least."""
    cancel = control.cancel
    question = found.question(way, seed=seed, cancel=cancel)
    if way is not Way.HALF_DAY:
        return question
    tries = {
        day: found.question(way, seed=seed, day=day, count=_LOOK, cancel=cancel) for day in _DAYS
    }
    kept = {day: float(tried.in_time(_A_TRY * who).mean()) for day, tried in tries.items()}
    best = max(kept, key=lambda day: kept[day])
    return found.question(way, seed=seed, day=best, cancel=cancel)


def _alone(question: Question, masks: list[Floats], equal: float, control: Control) -> list[float]:
    """Return what each team could free if the others worked as they do; no less than equally."""
    if len(masks) == 1:
        return [equal]
    found = []
    for at, mask in enumerate(masks):
        _tell(control, _ALONE, at / len(masks))
        found.append(largest(question, mask, start=equal))
    return found


def _likely(question: Question, shares: Floats) -> Floats:
    """Return how much more of the same could be freed with the promise kept in a mean year."""
    most = float(shares.max())
    if most <= 0:
        return shares
    likely = largest(question, shares / most, worst=ALL, start=most)
    found: Floats = np.maximum(shares, likely * shares / most)
    return found


def _teams(
    question: Question,
    told: tuple[Group, ...],
    shares: tuple[Floats, Floats],
    single: list[float],
    checks: tuple[RoleCheck, ...],
) -> tuple[TeamRoom, ...]:
    network = question.years.network
    hours, likely = (each * network.hours for each in shares)
    totals = [float(network.hours[list(group.codes)].sum()) for group in told]
    return tuple(
        TeamRoom(
            team=group.name,
            roles=group.roles,
            total=total,
            hours=float(hours[list(group.codes)].sum()),
            likely=float(likely[list(group.codes)].sum()),
            alone=alone * total,
            busiest=check.busiest,
        )
        for group, total, alone, check in zip(told, totals, single, checks, strict=True)
    )


def _tried(
    found: Study, question: Question, shares: Floats, told: Groups, seed: int
) -> tuple[Tried, ...]:
    """Return what breaks the answer first, or what would make space first."""
    tried = []
    for change in _changes(found, told, worse=bool(shares.any())):
        network = changed(found.fit.network, change)
        drawn = years(
            network,
            found.within,
            seed=seed,
            count=len(question.years.streams),
            cancel=question.years.cancel,
        )
        other = Question(years=drawn, share=question.share, way=question.way, day=question.day)
        tried.append(Tried(change=change_text(change), in_time=in_time(other, shares)))
    tried.sort(key=lambda each: each.in_time.low, reverse=not shares.any())
    return tuple(tried)


def _changes(found: Study, told: Groups, *, worse: bool) -> list[Change]:
    """Return what to try; of teams only those that are told of on their own."""
    factor, more = (_WORSE, -1.0) if worse else (_LESS, 1.0)
    names = [found.fit.network.roles[role] for role in told.alone]
    by_role: list[Change] = [People(name, more) for name in names]
    if not worse:
        by_role += [Work(factor, name) for name in names]
    return [Arrivals(factor), Work(factor), *by_role]
