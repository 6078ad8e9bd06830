"""The cases that a question is about: finished, still open at a moment, with their outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beide.discover._arrays import Codes
from beide.discover._checks import check_count
from beide.discover._fetch import Fetch, codes
from beide.discover._landmark import Landmark, marks
from beide.discover._outcome import Judged, judge
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
    """

    table: Columns
    attributes: Columns
    types: Codes
    names: Sequence[str]
    week: Codes
    judged: Judged
    notes: tuple[Text, ...]

    @property
    def key(self) -> Codes:
        """What may not differ between comparable cases, besides the week."""
        return joined(self.types, self.judged.alike)


def base(
    asked: Asked, landmark: Landmark, here: Tables, fetch: Fetch, rng: np.random.Generator
) -> Base:
    """Return the cases that a question is about.

    Raises
    ------
    TooLittleData
        When they are fewer than 300.
    WrongOption
        When the log has no such attribute or step.
    """
    check_attributes(asked)
    table = _fetched(asked, landmark, here, fetch)
    check_count(len(table["case"]))
    columns = _columns(asked)
    types, names = _types(table, columns[asked.by] if asked.by is not None else None)
    notes = [] if asked.by is not None else [note("by")]
    week = _week(table["moment"])
    kept = _sampled(joined(types, week), asked.most_cases, rng)
    if len(kept) < len(week):
        notes.append(note("sample", kept=len(kept), cases=len(week)))
        table = {name: each[kept] for name, each in table.items()}
        types, week = types[kept], week[kept]
    judged = judge(asked.good, landmark, table)
    notes += [note("weekday")] * judged.by_weekday + [note("run")] * judged.by_run
    return Base(
        table=table,
        attributes={name: table[column] for name, column in columns.items()},
        types=types,
        names=names,
        week=week,
        judged=judged,
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


def _fetched(asked: Asked, landmark: Landmark, here: Tables, fetch: Fetch) -> Columns:
    """Return every case that counts, by its code."""
    judged = good_cases(asked.log, asked.good).table
    marked = marks(here, landmark)
    marked = marked.select("position", "activity", "moment", marked_case="case")
    cases = select(here, asked.where, here.cases) if asked.where else here.cases
    attributes = {column: cases[name] for name, column in _columns(asked).items()}
    about = cases.select("id_hash", about_case="case", **attributes)
    both = judged.join(marked, judged["case"] == marked["marked_case"])
    whole = both.join(about, both["case"] == about["about_case"])
    found = fetch.columns(whole.drop("marked_case", "about_case"))
    order = np.argsort(found["case"])
    return {name: values[order] for name, values in found.items()}


def _types(table: Columns, column: str | None) -> tuple[Codes, Sequence[str]]:
    if column is None:
        return np.zeros(len(table["case"]), np.int64), ()
    code, found = codes(table[column])
    return code, ["?" if value is None else str(value) for value in found]


def _sampled(stratum: Codes, most: int, rng: np.random.Generator) -> Codes:
    """Return the places of the same part of every stratum, when there are too many cases."""
    count = len(stratum)
    if count <= most:
        return np.arange(count)
    shuffled = rng.permutation(count)
    ordered = shuffled[np.argsort(stratum[shuffled], kind="stable")]
    sizes = np.bincount(stratum)
    turn = np.empty(count, np.int64)
    turn[ordered] = np.arange(count) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.flatnonzero(turn < np.ceil(sizes * (most / count))[stratum])


def _week(moments: NDArray[Any]) -> Codes:
    days = moments.astype("datetime64[D]").astype(np.int64)
    return np.asarray((days + _THURSDAY) // _WEEK)


def monday(moment: np.datetime64) -> np.datetime64:
    """Return the Monday of the week of a moment."""
    day = moment.astype("datetime64[D]").astype(np.int64)
    start = (int(day) + _THURSDAY) // _WEEK * _WEEK - _THURSDAY
    return np.datetime64(start, "D")
