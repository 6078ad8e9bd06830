"""The cases that a question is about: finished, still open at a moment, with their outcome."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beide.discover._arrays import Codes, Flags
from beide.discover._checks import check_count
from beide.discover._fetch import Fetch, codes
from beide.discover._landmark import Landmark, marks
from beide.discover._outcome import Judged, judge
from beide.discover._sample import Outside, enough_outside, sampled
from beide.discover._strata import joined
from beide.discover._words import note
from beide.errors import WrongOption
from beide.log import Filter, Good, Log, good_cases
from beide.log.outcomes import Tables
from beide.log.questions._select import select
from beide.text import Text

MOST_CASES = 200_000
"""Cases that are searched at once; of more a sample is taken."""
MOST_FEATURES = 300
_TYPE = "type of case"
_WEEK = 7
_THURSDAY = 3

Columns = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of a log."""

    log: Log
    good: Good
    by: str | None
    later: tuple[str, ...] = ()
    early: tuple[str, ...] = ()
    where: Filter | None = None
    most_cases: int = MOST_CASES
    most_features: int = MOST_FEATURES


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Base:
    """Cases at a moment.

    Attributes
    ----------
    table
        ``case``, ``id_hash``, ``first``, ``last``, ``moment``, ``position`` and ``good`` of each,
        by case.
    attributes
        The values of each attribute.
    types, names
        The code of each case's type, and the types by code.
    week
        The week of the moment, counted from a Monday.
    judged
        What going well means.
    of_cases
        How many cases there are, of which these are a sample or all.
    outside
        The others, where there are enough of them to tell anything.
    """

    table: Columns
    attributes: Columns
    types: Codes
    names: Sequence[str]
    week: Codes
    judged: Judged
    of_cases: int
    outside: Outside | None
    notes: tuple[Text, ...]

    @property
    def key(self) -> Codes:
        """What may not differ between comparable cases, besides the week."""
        return joined(self.types, self.judged.alike)


def base(
    asked: Asked, landmark: Landmark, here: Tables, fetch: Fetch, rng: np.random.Generator
) -> Base:
    """Return the cases that a question is about.

    Of every case a few numbers are fetched; its attributes only when it is searched.

    Raises
    ------
    TooLittleData
        When they are fewer than 300.
    WrongOption
        When the log has no such attribute or step.
    """
    check_attributes(asked)
    table = _every(asked, landmark, here, fetch)
    count = len(table["case"])
    check_count(count)
    types, names = _types(table.pop(_TYPE, None), count)
    week = _week(table["moment"])
    judged = judge(asked.good, landmark, table)
    kept = sampled(joined(types, week), asked.most_cases, rng)
    outside = None
    if enough_outside(count, len(kept)):
        outside = _outside(table, joined(types, judged.alike), week, judged.good, kept)
    table = {name: each[kept] for name, each in table.items()}
    about = _about(asked, table["case"], here, fetch)
    notes = [] if asked.by is not None else [note("by")]
    notes += [note("sample", kept=len(kept), cases=count)] * (len(kept) < count)
    notes += [note("weekday")] * judged.by_weekday + [note("run")] * judged.by_run
    return Base(
        table={**table, "id_hash": about["id_hash"]},
        attributes={name: about[column] for name, column in _columns(asked).items()},
        types=types[kept],
        names=names,
        week=week[kept],
        judged=replace(judged, good=judged.good[kept], alike=judged.alike[kept]),
        of_cases=count,
        outside=outside,
        notes=tuple(notes),
    )


def check_attributes(asked: Asked) -> None:
    """Raise ``WrongOption`` when the log keeps no such attribute of a case."""
    known = asked.log.about.case_attributes
    named = [("by", asked.by)] if asked.by is not None else []
    named += [("later", each) for each in asked.later]
    named += [("early", each) for each in asked.early]
    for option, name in named:
        if name not in known:
            listed = ", ".join(known)
            raise WrongOption(
                option=option,
                value=name,
                expected_nl="een kenmerk dat het log van een casus bewaart "
                f"({listed or 'dat zijn er 0'})",
                expected_en="an attribute that the log keeps of a case "
                f"({listed or 'there are none'})",
            )


def _columns(asked: Asked) -> dict[str, str]:
    """Return under which name each attribute is fetched, whatever it is called."""
    return {name: f"attribute {at}" for at, name in enumerate(asked.log.about.case_attributes)}


def _every(asked: Asked, landmark: Landmark, here: Tables, fetch: Fetch) -> Columns:
    """Return the numbers of every case that counts, and its type, by its code."""
    judged = good_cases(asked.log, asked.good).table
    marked = marks(here, landmark)
    marked = marked.select("position", "activity", "moment", marked_case="case")
    whole = judged.join(marked, judged["case"] == marked["marked_case"]).drop("marked_case")
    if asked.where or asked.by is not None:
        cases = select(here, asked.where, here.cases) if asked.where else here.cases
        typed = {_TYPE: cases[asked.by]} if asked.by is not None else {}
        about = cases.select(about_case="case", **typed)
        whole = whole.join(about, whole["case"] == about["about_case"]).drop("about_case")
    return _by_case(fetch.columns(whole))


def _about(asked: Asked, cases: Codes, here: Tables, fetch: Fetch) -> Columns:
    """Return what the log keeps of some cases, by their code."""
    named = {column: here.cases[name] for name, column in _columns(asked).items()}
    about = here.cases.select("case", "id_hash", **named)
    some = about.semi_join(fetch.kept({"case": cases}), "case")
    return _by_case(fetch.columns(some))


def _by_case(found: Columns) -> Columns:
    order = np.argsort(found["case"])
    return {name: values[order] for name, values in found.items()}


def _types(values: NDArray[Any] | None, count: int) -> tuple[Codes, Sequence[str]]:
    if values is None:
        return np.zeros(count, np.int64), ()
    code, found = codes(values)
    return code, ["?" if value is None else str(value) for value in found]


def _outside(table: Columns, key: Codes, week: Codes, good: Flags, kept: Codes) -> Outside:
    others = np.ones(len(week), np.bool_)
    others[kept] = False
    return Outside.of(
        case=table["case"][others],
        position=table["position"][others],
        good=good[others],
        key=key[others],
        week=week[others],
    )


def _week(moments: NDArray[Any]) -> Codes:
    days = moments.astype("datetime64[D]").astype(np.int64)
    return np.asarray((days + _THURSDAY) // _WEEK)


def monday(moment: np.datetime64) -> np.datetime64:
    """Return the Monday of the week of a moment."""
    day = moment.astype("datetime64[D]").astype(np.int64)
    start = (int(day) + _THURSDAY) // _WEEK * _WEEK - _THURSDAY
    return np.datetime64(start, "D")
