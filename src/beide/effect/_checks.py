"""Refusing what cannot be a series, and saying why."""

from collections.abc import Sequence
from datetime import date

import numpy as np

from beide.effect._arrays import Dates, Floats
from beide.errors import WrongOption

_TO_MONDAY = 3
"""The first of January 1970, where NumPy's days begin, was a Thursday."""


def mondays(days: Sequence[date] | Dates) -> Dates:
    """Return the Monday of the week of each day."""
    try:
        found = np.asarray(days, dtype="datetime64[D]")
    except (ValueError, TypeError) as problem:
        raise WrongOption(
            option="weeks",
            value=str(problem),
            expected_nl="een dag per week, zoals 2025-03-03",
            expected_en="a day for each week, such as 2025-03-03",
        ) from problem
    if np.isnat(found).any():
        raise WrongOption(
            option="weeks",
            value="NaT",
            expected_nl="overal een dag",
            expected_en="a day everywhere",
        )
    count = found.astype(np.int64)
    return (count - (count + _TO_MONDAY) % 7).astype("datetime64[D]")


def finite(values: Sequence[float] | Floats, name: str) -> Floats:
    """Return numbers as an array, refusing what is no number."""
    found = np.asarray(values, dtype=np.float64)
    wrong = np.flatnonzero(~np.isfinite(found))
    if found.ndim != 1 or len(wrong):
        raise WrongOption(
            option=name,
            value=float(found[wrong[0]]) if len(wrong) and found.ndim == 1 else found.shape,
            expected_nl="één getal per week of casus; laat weken zonder waarde weg",
            expected_en="one number for each week or case; leave out weeks without a value",
        )
    return found


def check_above(values: Floats, limit: float, name: str) -> None:
    """Refuse values that are not above a limit."""
    wrong = np.flatnonzero(values <= limit)
    if len(wrong):
        raise WrongOption(
            option=name,
            value=float(values[wrong[0]]),
            expected_nl=f"overal hoger dan {limit:g}",
            expected_en=f"above {limit:g} everywhere",
        )


def check_share(kept: Floats, cases: Floats) -> None:
    """Refuse counts that cannot be part of a whole."""
    wrong = np.flatnonzero((kept < 0) | (kept > cases))
    if len(wrong):
        at = wrong[0]
        raise WrongOption(
            option="kept",
            value=f"{kept[at]:g} / {cases[at]:g}",
            expected_nl="tussen 0 en het aantal casussen",
            expected_en="between 0 and the number of cases",
        )


def check_lengths(**lengths: int) -> None:
    """Refuse arrays that do not belong together, or are empty."""
    if len(set(lengths.values())) > 1 or 0 in lengths.values():
        raise WrongOption(
            option=" / ".join(lengths),
            value=" / ".join(str(length) for length in lengths.values()),
            expected_nl="even lang, en niet leeg",
            expected_en="equally long, and not empty",
        )


def check_once(weeks: Dates) -> Dates:
    """Return ordered weeks, refusing one that comes twice."""
    twice = weeks[1:][np.diff(weeks) == np.timedelta64(0, "D")]
    if len(twice):
        raise WrongOption(
            option="weeks",
            value=str(twice[0]),
            expected_nl="elke week één keer",
            expected_en="each week once",
        )
    return weeks
