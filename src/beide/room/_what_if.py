"""What would happen to a promise if something were different."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from beide.room._answer import in_time
from beide.room._changes import Change, changed, touched
from beide.room._control import Cancel, Control, ProgressCallback
from beide.room._from_log import Teams
from beide.room._groups import MINIMUM, check_about, check_enough, check_minimum
from beide.room._result import Refused, WhatIf
from beide.room._room import SEED, refused, studied
from beide.room._solve import Question
from beide.room._study import Study
from beide.room._ways import Way
from beide.room._words import change_text, decimal, percent, say, sentences
from beide.room._years import years
from beide.text import Text

if TYPE_CHECKING:
    from beide.log import Log, Promise

_LOW, _HIGH = 0.05, 0.95
_LITTLE, _POINT = 0.002, 0.01


def what_if(
    log: "Log",
    changes: Change | Sequence[Change],
    *,
    promise: "Promise",
    zone: str | None = None,
    teams: Teams = "roles",
    people: Mapping[str, float] | None = None,
    seed: int = SEED,
    minimum: int = MINIMUM,
    progress: ProgressCallback | None = None,
    cancel: Cancel | None = None,
) -> WhatIf | Refused:
    """Tell what would happen to a promise, with the same model and the same weeks.

    Parameters
    ----------
    log
        A normalised log of at least 13 weeks and 300 whole cases.
    changes
        What would be different: ``Arrivals``, ``Work``, ``People``, ``Removed`` or ``Moved``; with
        several, all at the same time.
    promise, zone, teams, people, seed, minimum, progress, cancel
        As for `room`.

    Returns
    -------
    WhatIf or Refused
        The share within the promise before and after; or why there is no number.

    Raises
    ------
    TooLittleData
        When the log is too short, has no roles, has one giant case, or is of too few people; or a
        change is about too few people.
    WrongOption
        When a role or step does not occur, or an option is none of what it can be.
    Cancelled
        When it was asked to stop.
    """
    check_minimum(minimum)
    control = Control(progress=progress, cancel=cancel)
    found = studied(
        log, promise=promise, zone=zone, teams=teams, people=people, seed=seed, control=control
    )
    several = changes if isinstance(changes, Sequence) else [changes]
    _check_people(found, several, minimum)
    if not found.backtest.passes:
        return refused(found, promise, minimum=minimum)
    control.at("trying", 0.5)
    return compared(found, several, seed=seed, cancel=cancel)


def _check_people(found: Study, changes: Sequence[Change], minimum: int) -> None:
    """Raise ``TooLittleData`` when the answer, or one of the changes, is about too few people.

    Each change is looked at on its own: one that changes nothing must not hide another.
    """
    fit = found.fit
    check_enough(fit.people, found.simulated > 0, minimum=minimum)
    for change in changes:
        roles = touched(fit.network, fit.does, change)
        check_about(change_text(change), fit.people, roles, minimum=minimum)


def compared(
    found: Study,
    changes: Sequence[Change],
    *,
    seed: int,
    cancel: Cancel | None = None,
) -> WhatIf:
    """Hold the same years with and without changes beside each other."""
    network = found.fit.network
    for change in changes:
        network = changed(network, change)
    before = found.question(Way.SPREAD, seed=seed, cancel=cancel)
    count = len(before.years.streams)
    drawn = years(network, found.within, seed=seed, count=count, cancel=cancel)
    after = Question(years=drawn, share=before.share, way=before.way)
    nothing = np.zeros(before.roles)
    difference = after.in_time(nothing) - before.in_time(nothing)
    low, high = (float(np.quantile(difference, each)) for each in (_LOW, _HIGH))
    first, then = in_time(before, nothing), in_time(after, nothing)
    words = _listed([change_text(change) for change in changes])
    return WhatIf(
        change=words,
        before=first,
        after=then,
        low=low,
        high=high,
        backtest=found.backtest,
        text=_text(words, first.middle, then.middle, (low, high)),
    )


def _text(change: Text, before: float, after: float, ends: tuple[float, float]) -> Text:
    low, high = ends
    little = max(abs(low), abs(high)) < _POINT
    key = "better" if low > _LITTLE else "worse" if high < -_LITTLE else "unsure"
    key = "same" if little and key == "unsure" else key
    least, most = sorted((abs(low), abs(high)))
    return say(
        "what_if",
        key,
        change=change,
        before=percent(before),
        after=percent(after),
        low=decimal(100 * least, 1),
        high=decimal(100 * most, 1),
        worst=decimal(-100 * min(low, 0.0), 1),
        best=decimal(100 * max(high, 0.0), 1),
    )


def _listed(texts: Sequence[Text]) -> Text:
    word = sentences()["teams"]["and"]
    return Text(
        nl=f" {word.nl} ".join(each.nl for each in texts),
        en=f" {word.en} ".join(each.en for each in texts),
    )
