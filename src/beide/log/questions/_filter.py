"""Which cases a question is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from beide.errors import WrongOption
from beide.log.outcomes import Good, Moment, Value, moment

By: TypeAlias = Literal["arrival", "completion"]


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
        What an attribute of the case must be equal to, or several values of which to one. Text is
        fine for numbers, ``true`` and ``false``, and times too.
    activities
        Activities that must all occur in the case.
    roles
        Roles or teams of which at least one took part in the case.
    longer_than, shorter_than
        What the lead time must be above, or below.
    outcome
        What the result must be, as ``good`` reads it. Cases that still go on, or of which an
        outcome in it is not known, do not fit.
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
    attributes: Mapping[str, Value | tuple[Value, ...]] = field(default_factory=dict)
    activities: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    longer_than: timedelta | None = None
    shorter_than: timedelta | None = None
    outcome: Good | None = None
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

    @property
    def judged(self) -> tuple[Good, ...]:
        """What the result must be, of each of the filters that this one was joined from."""
        return tuple(each.outcome for each in self.all if each.outcome)

    @property
    def without_judgement(self) -> "Filter":
        """The filter whatever the result is."""
        also = tuple(each.without_judgement for each in self.also)
        return replace(self, outcome=None, also=also)

    def __hash__(self) -> int:
        given = (self.period, self.by, self.activities, self.roles, self.outcome, self.also)
        return hash(
            (*given, frozenset(self.attributes.items()), self.longer_than, self.shorter_than)
        )


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
