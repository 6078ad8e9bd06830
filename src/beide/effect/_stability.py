"""Is the base calm? A signal for the exchange, not a claim."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np

from beide.effect._chart import FEWEST, ControlChart, chart
from beide.effect._series import Series, day
from beide.errors import TooLittleData
from beide.text import Text, day_text

RECENT = 8
"""How many weeks are looked at."""
LONGEST = 52
"""How many weeks before them they are held against."""
_MANY = 2


class Calm(StrEnum):
    """How steady the last weeks were."""

    CALM = "calm"
    WATCH = "watch"
    UNSETTLED = "unsettled"


CALM_WORDS = {
    Calm.CALM: Text(nl="Rustig", en="Calm"),
    Calm.WATCH: Text(nl="Opletten", en="Watch"),
    Calm.UNSETTLED: Text(nl="Onrustig", en="Unsettled"),
}
_STEADY = Text(
    nl="De laatste {recent} weken bleven binnen wat gewoon is voor dit werk.",
    en="The last {recent} weeks stayed within what is usual for this work.",
)
_ONE_OUTSIDE = Text(
    nl="Een van de laatste {recent} weken viel buiten wat gewoon is: {weeks}.",
    en="One of the last {recent} weeks fell outside what is usual: {weeks}.",
)
_OUTSIDE = Text(
    nl="{outside} van de laatste {recent} weken vielen buiten wat gewoon is: {weeks}.",
    en="{outside} of the last {recent} weeks fell outside what is usual: {weeks}.",
)
_CHANGED = Text(
    nl="Rond {day} lijkt het niveau te zijn veranderd.",
    en="Around {day} the level seems to have changed.",
)


@dataclass(frozen=True, slots=True)
class Stability:
    """Whether the last weeks were calm, and why.

    Attributes
    ----------
    calm
        Calm, watch or unsettled.
    why
        The reasons, each in a sentence.
    outside
        The Mondays of recent weeks outside their limits.
    """

    calm: Calm
    why: tuple[Text, ...]
    outside: tuple[date, ...]

    @property
    def text(self) -> Text:
        """The word and the reasons."""
        word = CALM_WORDS[self.calm]
        return Text(
            nl=" ".join([f"{word.nl}.", *(reason.nl for reason in self.why)]),
            en=" ".join([f"{word.en}.", *(reason.en for reason in self.why)]),
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON."""
        return {
            "calm": str(self.calm),
            "why": [{"nl": reason.nl, "en": reason.en} for reason in self.why],
            "outside": [week.isoformat() for week in self.outside],
        }


def stability(series: Series) -> Stability:
    """Tell whether the last 8 weeks moved as the year before them did.

    Calm when all stayed within their limits. Watch when one did not, or when the level seems to
    have changed. Unsettled when two or more did not, or both things happened.

    Parameters
    ----------
    series
        The outcome by week, 20 weeks or more. At most the last 60 are used, and weeks before the
        last seeming change of level are left out where 12 calmer ones remain.

    Raises
    ------
    TooLittleData
        When there are fewer than 20 weeks.
    """
    weeks = len(series.values)
    if weeks < FEWEST + RECENT:
        raise TooLittleData(
            what_nl=f"er zijn {weeks} weken",
            what_en=f"there are {weeks} weeks",
            needed_nl=f"minstens {FEWEST + RECENT} weken",
            needed_en=f"at least {FEWEST + RECENT} weeks",
        )
    latest = _since_last_change(series.part(np.arange(weeks) >= weeks - LONGEST - RECENT))
    seen = chart(latest, baseline=len(latest.values) - RECENT)
    outside = tuple(day(week) for week in seen.weeks[-RECENT:][seen.outside[-RECENT:]])
    changed = [change for change in seen.changes if change >= day(seen.weeks[-RECENT])]
    return Stability(_calm(len(outside), len(changed)), _why(outside, changed), outside)


def _since_last_change(series: Series) -> Series:
    earlier = series.part(np.arange(len(series.values)) < len(series.values) - RECENT)
    found: ControlChart = chart(earlier)
    room = [
        change
        for change in found.changes
        if (earlier.weeks >= np.datetime64(change)).sum() >= FEWEST
    ]
    if not room:
        return series
    return series.part(series.weeks >= np.datetime64(room[-1]))


def _calm(outside: int, changed: int) -> Calm:
    if outside >= _MANY or (outside and changed):
        return Calm.UNSETTLED
    return Calm.WATCH if outside or changed else Calm.CALM


def _why(outside: tuple[date, ...], changed: list[date]) -> tuple[Text, ...]:
    why = []
    if outside:
        weeks = ", ".join(week.isoformat() for week in outside)
        said = _OUTSIDE if len(outside) > 1 else _ONE_OUTSIDE
        why.append(said.format(outside=len(outside), recent=RECENT, weeks=weeks))
    if changed:
        why.append(_CHANGED.format(day=day_text(changed[-1])))
    return tuple(why) or (_STEADY.format(recent=RECENT),)
