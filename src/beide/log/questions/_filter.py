"""Which cases a question is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from beide.errors import WrongOption

By: TypeAlias = Literal["arrival", "completion"]
Moment: TypeAlias = date | datetime
Value: TypeAlias = str | int | float | bool | datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which cases a question is about; a case counts when it fits everything that is given.

    Two filters are one with ``&``: a case then fits both.

    Attributes
    ----------
    period
        From and until: days or moments (UTC when they name no zone), or ``None`` for an open end.
        What happens exactly at ``until`` is outside.
    by
        Whether a case is in the period by its ``arrival`` (first event) or its ``completion``
        (last event).
    attributes
        What an attribute of the case must be equal to. Text is fine for numbers, ``true`` and
        ``false``, and times too.
    activities
        Activities that must all occur in the case.
    longer_than, shorter_than
        What the lead time must be above, or below.
    also
        Filters that must fit too; ``&`` fills it.

    Raises
    ------
    WrongOption
        When a period ends before it begins, no lead time can fit, or ``by`` is something else.

    >>> Filter(activities=("repair",)) & Filter(longer_than=timedelta(days=5)) == Filter(
    ...     activities=("repair",), also=(Filter(longer_than=timedelta(days=5)),)
    ... )
    True
    """

    period: tuple[Moment | None, Moment | None] = (None, None)
    by: By = "completion"
    attributes: Mapping[str, Value] = field(default_factory=dict)
    activities: tuple[str, ...] = ()
    longer_than: timedelta | None = None
    shorter_than: timedelta | None = None
    also: tuple["Filter", ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "attributes", MappingProxyType(dict(self.attributes)))
        if self.by not in get_args(By):
            raise WrongOption(
                option="by",
                value=self.by,
                expected_nl="'arrival' (binnengekomen) of 'completion' (afgerond)",
                expected_en="'arrival' or 'completion'",
            )
        _check_order(self)

    def __and__(self, other: "Filter") -> "Filter":
        return replace(self, also=(*self.also, other))

    @property
    def all(self) -> tuple["Filter", ...]:
        """Each of the filters that this one was joined from."""
        return (self, *(each for also in self.also for each in also.all))


def moment(when: Moment) -> datetime:
    """Return a day's beginning or a moment, in UTC without saying so, as logs keep it."""
    if not isinstance(when, datetime):
        return datetime.combine(when, time())
    return when.astimezone(UTC).replace(tzinfo=None) if when.tzinfo else when


def _check_order(where: Filter) -> None:
    from_, until = where.period
    if from_ is not None and until is not None and moment(from_) >= moment(until):
        raise WrongOption(
            option="until",
            value=str(until),
            expected_nl=f"later dan het begin van de periode, {from_}",
            expected_en=f"later than the period's beginning, {from_}",
        )
    low, high = where.longer_than, where.shorter_than
    if low is not None and high is not None and low >= high:
        raise WrongOption(
            option="shorter_than",
            value=str(high),
            expected_nl=f"langer dan longer_than, {low}",
            expected_en=f"longer than longer_than, {low}",
        )
