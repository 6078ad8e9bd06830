"""A promise to customers: for which share of the cases the result is good."""

import math
import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal, TypeAlias, get_args

from beide.errors import WrongOption
from beide.log._durations import short_duration, spoken_duration
from beide.log.outcomes import Good, Outcome, good, within
from beide.log.questions import Filter
from beide.text import Text

Period: TypeAlias = Literal["week", "month"]

_SPOKEN = re.compile(
    r"^(?P<good>.*\S),?\s+(?:for|voor|in|bij)\s+(?P<share>\d+(?:[.,]\d+)?)\s*%"
    r"(?:\s+(?:each|every|per|elke)\s+(?P<period>week|month|maand))?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_PERIODS: dict[Period, Text] = {
    "week": Text(nl="", en=""),
    "month": Text(nl=" per maand", en=" each month"),
}


@dataclass(frozen=True, slots=True, kw_only=True, init=False)
class Promise:
    """What customers can count on: a good result, for a share of the cases.

    Attributes
    ----------
    good
        When the result of a case is good. Given by ``within``, a lead time longer than zero, or
        by a condition such as ``good`` reads.
    share
        For which share of the cases, above 0 and at most 1.
    scope
        Which cases it is about, such as one kind or one team's; default all.
    period
        Over what it is judged each time: a ``week`` or a ``month``.

    Raises
    ------
    WrongOption
        When one of these is out of its range, or not just one of ``within`` and ``good`` is given.

    >>> Promise(within=timedelta(days=5), share=0.9).text.en
    'within 5 days for 90%'
    """

    good: Good
    share: float
    scope: Filter
    period: Period

    def __init__(
        self,
        *,
        share: float,
        within: timedelta | None = None,
        good: Good | None = None,
        scope: Filter | None = None,
        period: Period = "week",
    ) -> None:
        given = {
            "good": _condition(within, good),
            "share": share,
            "scope": scope or Filter(),
            "period": period,
        }
        for name, value in given.items():
            object.__setattr__(self, name, value)
        _check(share, period)

    @classmethod
    def parse(
        cls, text: str, *, using: tuple[Outcome, ...] = (), scope: Filter | None = None
    ) -> "Promise":
        """Return the promise that a person wrote.

        Parameters
        ----------
        text
            A condition as ``good`` reads it, and a share: ``within 5d for 90%``,
            ``lead_time <= 5d and rating >= 9 for 80% each month`` or
            ``binnen 5 dagen voor 90% per maand``.
        using
            Outcomes that take the place of the standard ones of that name.
        scope
            Which cases it is about.

        Raises
        ------
        WrongCondition
            When the condition in it cannot be understood; tells the value and its place.
        WrongOption
            When it is not such a text.

        >>> Promise.parse("within 5d for 90%").share
        0.9
        """
        found = _SPOKEN.match(text)
        if not found:
            raise WrongOption(
                option="promise",
                value=text,
                expected_nl="een belofte zoals 'binnen 5 dagen voor 90%'",
                expected_en="a promise such as 'within 5 days for 90%'",
            )
        period = (found["period"] or "week").lower()
        return cls(
            good=good(found["good"], using=using),
            share=float(found["share"].replace(",", ".")) / 100,
            scope=scope,
            period="week" if period == "week" else "month",
        )

    @property
    def within(self) -> timedelta | None:
        """The longest lead time, where it promises nothing else."""
        return self.good.within

    @property
    def text(self) -> Text:
        """The promise in words, without its scope."""
        percent, judged = f"{self.share * 100:g}", _PERIODS[self.period]
        said = self.good.text
        if self.within is not None:
            length = spoken_duration(self.within)
            said = Text(nl=f"binnen {length.nl}", en=f"within {length.en}")
        return Text(
            nl=f"{said.nl} voor {percent.replace('.', ',')}%{judged.nl}",
            en=f"{said.en} for {percent}%{judged.en}",
        )

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON; ``within_seconds``, exact, where it is only a lead time."""
        told: dict[str, Any] = {"good": self.good.source, "share": self.share}
        if self.within is not None:
            told["within"] = short_duration(self.within)
            told["within_seconds"] = self.within.total_seconds()
        return {**told, "period": self.period}


promise = Promise.parse
"""``Promise.parse``, for short."""


def _condition(length: timedelta | None, condition: Good | None) -> Good:
    if condition is not None and length is None:
        return condition
    if length is None or condition is not None or length <= timedelta(0):
        raise WrongOption(
            option="within",
            value=None if length is None else str(length),
            expected_nl="langer dan nul, of weggelaten als er een voorwaarde is",
            expected_en="longer than zero, or left out where there is a condition",
        )
    return within(length)


def _check(share: float, period: str) -> None:
    if not (math.isfinite(share) and 0 < share <= 1):
        raise WrongOption(
            option="share",
            value=share,
            expected_nl="een deel boven 0 en ten hoogste 1, zoals 0.9",
            expected_en="a share above 0 and at most 1, such as 0.9",
        )
    if period not in get_args(Period):
        raise WrongOption(
            option="period",
            value=period,
            expected_nl="'week' of 'month' (maand)",
            expected_en="'week' or 'month'",
        )
