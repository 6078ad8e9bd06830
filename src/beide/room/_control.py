"""Telling how far an answer is, and being asked to stop."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from beide.errors import Cancelled
from beide.room._words import say
from beide.text import Text

Cancel: TypeAlias = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an answer is: what is being done, and its share of the whole from 0 to 1."""

    step: str
    share: float

    @property
    def text(self) -> Text:
        """What is being done, for people."""
        return say("progress", self.step)


ProgressCallback: TypeAlias = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """Telling how far it is, and being asked to stop."""

    progress: ProgressCallback | None = None
    cancel: Cancel | None = None
    told: list[float] = field(default_factory=lambda: [0.0])

    def at(self, step: str, share: float) -> None:
        """Tell a step; raises ``Cancelled`` when asked to stop."""
        stop_when(self.cancel)
        self.told[0] = max(self.told[0], share)
        if self.progress is not None:
            self.progress(Progress(step, self.told[0]))


def stop_when(cancel: Cancel | None) -> None:
    """Raise ``Cancelled`` when asked to stop."""
    if cancel is not None and cancel():
        raise Cancelled
