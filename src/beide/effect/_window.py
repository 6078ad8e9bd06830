"""Which weeks come before a start and which after, and refusing what cannot be answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from beide.effect._series import Kind, Series
from beide.errors import TooLittleData, WrongOption
from beide.text import day_text

FEWEST_BEFORE = 16
"""With fewer weeks before the start Beide says nothing about an effect."""
FEWEST_AFTER = 4
"""With fewer weeks after the start only ``watch`` looks."""
LONGEST = 104
"""Weeks further from the start, before or after, say little about it."""


@dataclass(frozen=True, slots=True)
class Window:
    """The weeks of a series that count, and the index of the first one after the start.

    A week in which something starts halfway is in neither part, so it is left out.
    """

    series: Series
    at: int

    @property
    def after(self) -> int:
        """How many weeks come after the start."""
        return len(self.series.values) - self.at

    @property
    def before(self) -> Series:
        """The weeks before the start."""
        return self.series.part(np.arange(len(self.series.values)) < self.at)


def window(
    series: Series,
    start: date,
    *,
    since: date | None = None,
    until: date | None = None,
    fewest_after: int = FEWEST_AFTER,
) -> Window:
    """Return the weeks before and after a start, from ``since`` up to and with ``until``.

    Raises
    ------
    WrongOption
        When the start is not inside the series.
    TooLittleData
        When fewer than 16 weeks come before it, or too few after, or nothing ever changes.
    """
    first = np.datetime64(start, "D")
    _check_inside(series, start)
    after = series.weeks >= first
    after &= series.weeks < first + np.timedelta64(7 * LONGEST, "D")
    if until is not None:
        after &= series.weeks <= np.datetime64(until, "D")
    before = series.weeks + np.timedelta64(6, "D") < first
    before &= series.weeks >= first - np.timedelta64(7 * LONGEST, "D")
    if since is not None:
        before &= series.weeks >= np.datetime64(since, "D")
    _check_enough(int(before.sum()), int(after.sum()), fewest_after)
    chosen = series.part(before | after)
    if not np.ptp(chosen.values) and chosen.kind is not Kind.SHARE:
        raise TooLittleData(
            what_nl="de uitkomst is elke week precies gelijk",
            what_en="the outcome is exactly the same every week",
            needed_nl="een uitkomst die per week gemeten is",
            needed_en="an outcome that is measured each week",
        )
    return Window(chosen, int(before.sum()))


def _check_inside(series: Series, start: date) -> None:
    if not series.first < start <= series.last:
        raise WrongOption(
            option="start",
            value=start.isoformat(),
            expected_nl=f"een dag na {series.first} en niet later dan {series.last}, "
            "de weken van de gegevens",
            expected_en=f"a day after {series.first} and not later than {series.last}, "
            "the weeks of the data",
        )


def _check_enough(before: int, after: int, fewest_after: int) -> None:
    if before < FEWEST_BEFORE:
        raise TooLittleData(
            what_nl=f"er zijn {before} weken van voor de start",
            what_en=f"there are {before} weeks from before the start",
            needed_nl=f"minstens {FEWEST_BEFORE} weken, liever 40",
            needed_en=f"at least {FEWEST_BEFORE} weeks, better 40",
        )
    if after < fewest_after:
        raise TooLittleData(
            what_nl=f"er zijn {after} weken van na de start",
            what_en=f"there are {after} weeks from after the start",
            needed_nl=f"minstens {fewest_after} weken",
            needed_en=f"at least {fewest_after} weeks",
        )


def check_alone(start: date, until: date, others: Sequence[date]) -> date | None:
    """Return since when nothing else began, or refuse when two things cannot be told apart.

    Parameters
    ----------
    start
        When this began.
    until
        The last week that counts.
    others
        When other things began that act on the same outcome.

    Returns
    -------
    date or None
        The last of the others before the start; weeks before it hold none of its effect.

    Raises
    ------
    TooLittleData
        When one of the others began after the start, or less than 16 weeks before it.
    """
    before = [other for other in others if (start - other).days >= 7 * FEWEST_BEFORE]
    mixed = [other for other in others if other <= until and other not in before]
    if mixed:
        begun = day_text(mixed[0])
        raise TooLittleData(
            what_nl=f"op {begun.nl} begon iets anders dat op dezelfde uitkomst werkt, "
            "en dan zijn de twee niet uit elkaar te houden",
            what_en=f"on {begun.en} something else began that acts on the same outcome, "
            "and then the two cannot be told apart",
            needed_nl="teams om mee te vergelijken waar alleen dat andere speelt, "
            f"of {FEWEST_BEFORE} weken ertussen",
            needed_en="teams to compare with in which only that other thing happens, "
            f"or {FEWEST_BEFORE} weeks between them",
        )
    return max(before, default=None)
