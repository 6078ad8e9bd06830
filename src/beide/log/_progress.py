"""How far a reading is, and about how long it still takes."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from beide.log._model import Progress, ProgressCallback

_SOON, _LITTLE = 1.0, 0.02
"""Before this many seconds, or this share of the work, nothing can be said about the rest."""


class Told:
    """Tells progress on, never backwards, with how long it still takes.

    Parameters
    ----------
    told
        Who is told; ``None`` when nobody is.
    clock
        Seconds that only go up.
    """

    def __init__(
        self, told: ProgressCallback | None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._told = told
        self._clock = clock
        self._begun = clock()
        self._share = 0.0

    def __call__(self, progress: Progress) -> None:
        """Tell how far the reading is. What the listener raises stops the reading."""
        if self._told is None:
            return
        self._share = max(self._share, min(progress.share, 1.0))
        self._told(replace(progress, share=self._share, left=self._left()))

    def _left(self) -> timedelta | None:
        passed = self._clock() - self._begun
        if self._share >= 1:
            return timedelta(0)
        if passed < _SOON or self._share < _LITTLE:
            return None
        return timedelta(seconds=round(passed * (1 - self._share) / self._share))
