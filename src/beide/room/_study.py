"""A log studied: what it fits, whether that holds on what it has not seen, what to ask of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from beide.room._arrays import Floats
from beide.room._control import Cancel
from beide.room._events import Events
from beide.room._fit import Fit, fit
from beide.room._gate import Backtest, backtest
from beide.room._groups import MINIMUM, Groups, groups
from beide.room._scale import scaled
from beide.room._solve import Question
from beide.room._ways import Way
from beide.room._years import years


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What is known of a log for one promise.

    Attributes
    ----------
    fit
        The network and what was assumed.
    backtest
        How it does on the last part of the log.
    within, share
        The promise: hours, and the share of the cases.
    """

    fit: Fit
    backtest: Backtest
    within: float
    share: float

    def groups(self, *, minimum: int = MINIMUM) -> Groups:
        """Return of whom figures may be told: of at least ``minimum`` people."""
        network, simulated = self.fit.network, self.simulated > 0
        return groups(network.roles, self.fit.people, simulated, minimum=minimum)

    @property
    def simulated(self) -> Floats:
        """1 for each role that is simulated and 0 for the others, ``(roles,)``."""
        found = np.ones(len(self.fit.network.roles))
        found[list(self.fit.outside)] = 0.0
        return found

    def question(
        self,
        way: Way,
        *,
        seed: int,
        day: int = 4,
        count: int | None = None,
        cancel: Cancel | None = None,
    ) -> Question:
        """Return what to ask: the promise, with the backtest's margin on top."""
        drawn = years(self.fit.network, self.within, seed=seed, count=count, cancel=cancel)
        share = min(1.0, self.share + self.backtest.margin)
        return Question(years=drawn, share=share, way=way, day=day)


def study(
    events: Events,
    *,
    within: float,
    share: float,
    seed: int,
    people: Mapping[str, float] | None = None,
    holding: Callable[[], None] = lambda: None,
    cancel: Cancel | None = None,
) -> Study:
    """Fit a log and hold the fit against its last part.

    Parameters
    ----------
    events
        The log.
    within, share
        The promise: hours, and the share of the cases.
    seed
        Where chance begins.
    people
        How many people work in a role at its fullest hour, by its name, where that is known.
    holding
        Called when the fit is made and is going to be held against the last part.
    cancel
        Asked now and then; true stops the work with `Cancelled`.
    """
    fitted = scaled(fit(events, people=people, cancel=cancel), cancel=cancel).fit
    holding()
    return Study(
        fit=fitted,
        backtest=backtest(events, within, seed=seed, people=people, cancel=cancel),
        within=within,
        share=share,
    )
