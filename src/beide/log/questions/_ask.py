"""What every question begins with: the events of the cases that it is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from beide.errors import TooLittleData
from beide.log._hiding import check_minimum
from beide.log._model import Log
from beide.log.outcomes import Tables, ended_cases, tables
from beide.log.questions._filter import Filter
from beide.log.questions._other import Counted, Other, apart
from beide.log.questions._select import select, with_known

Line = TypeVar("Line", bound=Counted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Tables):
    """The tables of the cases that a question is about, ``count`` cases in all."""

    count: int
    minimum: int
    activities: Sequence[str]
    """Names by their code."""

    def apart(
        self, lines: Sequence[Line], *, by: Callable[[Line], Any]
    ) -> tuple[tuple[Line, ...], Other]:
        """Return the rows that may be shown, sorted, and the others together."""
        return apart(sorted(lines, key=by), self.minimum)


def ask(log: Log, where: Filter | None, minimum: int, *, ended: bool = False) -> Asked:
    """Return what a question is about.

    Parameters
    ----------
    ended
        Whether cases that still go on are left out.

    Raises
    ------
    WrongOption
        When ``minimum`` is below 5, or the filter does not fit the log.
    TooLittleData
        When fewer than ``minimum`` cases fit the filter, or so few fall outside it that they could
        be worked out by subtracting.
    """
    check_minimum(minimum)
    all_ = tables(log)
    cases, events = all_.cases, all_.events
    count = log.about.cases
    if ended:
        cases = ended_cases(cases)
        count = all_.rows_in(cases)
    outside = [count]
    if where is not None:
        known = select(all_, where.without_judgement, cases)
        cases = select(all_, where, cases)
        count = all_.rows_in(cases)
        if where.judged:
            outside.append(all_.rows_in(with_known(all_, where.judged, known)))
    if cases is not all_.cases:
        events = events.semi_join(cases, "case")
    _check_enough(count, [each - count for each in outside], minimum)
    return Asked(
        log=log,
        engine=all_.engine,
        events=events,
        cases=cases,
        count=count,
        minimum=minimum,
        activities=all_.names("activities"),
    )


def _check_enough(count: int, outside: Sequence[int], minimum: int) -> None:
    # How many exactly would tell the size of a group that is too small to show.
    if count < minimum:
        raise TooLittleData(
            what_nl=f"minder dan {minimum} casussen passen bij de vraag",
            what_en=f"fewer than {minimum} cases fit the question",
            needed_nl=f"minstens {minimum}",
            needed_en=f"at least {minimum}",
        )
    if any(0 < each < minimum for each in outside):
        raise TooLittleData(
            what_nl=f"buiten het filter vallen minder dan {minimum} casussen, en die zijn te "
            "herleiden uit het verschil met alle casussen",
            what_en=f"fewer than {minimum} cases fall outside the filter, and the difference with "
            "all cases would give them away",
            needed_nl="een filter dat meer casussen weglaat, of geen filter",
            needed_en="a filter that leaves more cases out, or no filter",
        )
