"""Attributes of a case, and from when on they are known.

A log does not say when an attribute was filled in. What can only have been filled in later would
explain the outcome by itself, so what looks like it is not used.
"""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beide.discover._arrays import Codes, Flags
from beide.discover._arrival import Held, thirds
from beide.discover._fetch import codes
from beide.discover._model import Feature, Known

_MOST_VALUES = 40
_NUMBER = 8
"""A number with more different values than this is told as low or high."""
_FEW_RUNNING = 10
_SAME = 0.95
_LATE_WORDS = re.compile(
    r"(?:^|[^a-z])(?:status|last|end|stop|final|result|outcome|closed|variant|duration|throughput"
    r"|laatste|eind|einde|resultaat|uitkomst|afgesloten|doorlooptijd|variant.?index)(?![a-z])"
)
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Timing:
    """Tells which attributes seem to be filled in only later.

    Parameters
    ----------
    cases, types
        The codes of the cases, sorted, and their types.
    steps
        ``case`` and ``activity`` of every step that came after a case's first.
    """

    def __init__(self, cases: NDArray[Any], types: Codes, steps: dict[str, NDArray[Any]]) -> None:
        self.types = types
        at = np.searchsorted(cases, steps["case"])
        inside = (at < len(cases)) & (cases[np.minimum(at, len(cases) - 1)] == steps["case"])
        activities, place = np.unique(steps["activity"], return_inverse=True)
        self.done = np.zeros((len(activities), len(cases)), np.bool_)
        self.done[place[inside], at[inside]] = True

    def is_later(self, name: str, values: NDArray[Any], running: NDArray[Any]) -> bool:
        """Tell whether an attribute seems to be known only after a case has arrived.

        By its name; or as hardly any case that is still open has it; or as it is there just where
        one of the later steps is.
        """
        if says_so(name):
            return True
        there = filled(values)
        open_there = filled(running)
        if len(running) >= _FEW_RUNNING and open_there.mean() < 0.05 and there.mean() > 0.25:
            return True
        return self._comes_with_a_step(there)

    def _comes_with_a_step(self, there: Flags) -> bool:
        """Tell whether a later step is there just where the attribute is, within types."""
        counts = np.bincount(self.types)
        share = np.bincount(self.types, weights=there) / np.maximum(counts, 1)
        mixed = ((share > 0) & (share < 1))[self.types]
        if mixed.mean() < 1 - _SAME:
            return False
        same = (self.done[:, mixed] == there[mixed]).mean(axis=1) if len(self.done) else np.zeros(1)
        return bool(same.max() >= _SAME and 0.02 < there[mixed].mean() < 0.98)


def says_so(name: str) -> bool:
    """Tell whether an attribute's name says that it is about the end or the whole of a case.

    >>> says_so("caseStatus"), says_so("variant-index"), says_so("department")
    (True, True, False)
    """
    return bool(_LATE_WORDS.search(_CAPITAL.sub("_", name).lower()))


def filled(values: NDArray[Any]) -> Flags:
    """Return which values are there: not None, not NaN."""
    if values.dtype.kind == "f":
        return np.asarray(~np.isnan(values))
    if values.dtype.kind == "M":
        return np.asarray(~np.isnat(values))
    if values.dtype.kind != "O":
        return np.ones(len(values), np.bool_)
    return np.array([value is not None and value == value for value in values.tolist()], np.bool_)


def attribute(name: str, values: NDArray[Any], known: Known) -> Iterator[Held]:
    """Yield the values of an attribute; of a number its lowest and highest third.

    Times, and text with many values, say too little by themselves and are left out.
    """
    if values.dtype.kind == "M":
        return
    spoken, group = spoken_name(name), f"attribute:{name}"
    code, found = codes(values)
    if values.dtype.kind in "if" and len(found) > _NUMBER:
        number = Feature(kind="number", values={"name": spoken}, known_at=known, group=group)
        yield from thirds(number, values.astype(np.float64))
    elif len(found) <= _MOST_VALUES:
        for place, value in enumerate(found):
            kind, said = _kind(value)
            told = {"name": spoken, "value": said} if kind == "attribute" else {"name": spoken}
            yield Feature(kind=kind, values=told, known_at=known, group=group), code == place


def spoken_name(name: str) -> str:
    """Return an attribute's name as people read it.

    >>> spoken_name("(case)_Budget_number")
    'Budget number'
    """
    return name.removeprefix("(case)_").replace("_", " ").strip() or name


def _kind(value: object) -> tuple[str, str]:
    """Return which sentence tells a value, and the value as it is said."""
    if value is None:
        return "unknown", ""
    if isinstance(value, bool):
        return ("yes" if value else "no"), ""
    said = f"{value:g}" if isinstance(value, float) else str(value)
    return {"true": ("yes", ""), "false": ("no", "")}.get(said.lower(), ("attribute", said))
