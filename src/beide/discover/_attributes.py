"""Attributes of a case, and from when on they are known.

A log does not say when an attribute was filled in. What can only have been filled in later would
explain the outcome by itself, so what looks like it is not used.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beide.discover._arrays import Codes, Flags
from beide.discover._arrival import Held, thirds
from beide.discover._fetch import Fetch, codes
from beide.discover._model import Feature, Known
from beide.engine import Table

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
    fetch
        Counts them.
    """

    def __init__(self, cases: NDArray[Any], types: Codes, steps: Table, fetch: Fetch) -> None:
        self.cases, self.types, self.steps, self.fetch = cases, types, steps, fetch

    def later(
        self, values: Mapping[str, NDArray[Any]], running: Mapping[str, NDArray[Any]]
    ) -> frozenset[str]:
        """Return the attributes that seem to be known only after a case has arrived.

        By their names; or as hardly any case that is still open has them; or as they are there just
        where one of the later steps is.

        Parameters
        ----------
        values, running
            For each attribute its values in the cases, and in those that are still open.
        """
        there = {name: filled(each) for name, each in values.items()}
        late = {name for name in values if says_so(name) or _missing(there[name], running[name])}
        asked = {name: each for name, each in there.items() if name not in late}
        return frozenset(late | self._with_a_step(asked))

    def _with_a_step(self, there: Mapping[str, Flags]) -> set[str]:
        """Return the attributes that are there just where a later step is, within types."""
        mixed = {name: self._mixed(each) for name, each in there.items()}
        names = [name for name in there if _varies(there[name], mixed[name])]
        if not names:
            return set()
        columns = {f"mixed_{at}": mixed[name].astype(np.int64) for at, name in enumerate(names)}
        columns |= {
            f"there_{at}": (mixed[name] & there[name]).astype(np.int64)
            for at, name in enumerate(names)
        }
        known = self.fetch.kept({"known_case": self.cases, **columns})
        once = self.steps.select("case", "activity").distinct()
        both = once.join(known, once["case"] == known["known_case"])
        sums = {column: both[column].sum() for column in columns}
        found = self.fetch.columns(both.group_by("activity").aggregate(**sums))
        late = set()
        for at, name in enumerate(names):
            total, filled_in = columns[f"mixed_{at}"].sum(), columns[f"there_{at}"].sum()
            # Where both are there, and where neither is.
            same = total - filled_in - found[f"mixed_{at}"] + 2 * found[f"there_{at}"]
            if len(same) and same.max() / total >= _SAME:
                late.add(name)
        return late

    def _mixed(self, there: Flags) -> Flags:
        """Return the cases of types in which some have an attribute and others have not."""
        counts = np.bincount(self.types)
        share = np.bincount(self.types, weights=there) / np.maximum(counts, 1)
        return np.asarray(((share > 0) & (share < 1))[self.types])


def _missing(there: Flags, running: NDArray[Any]) -> bool:
    """Tell whether hardly any case that is still open has what many others have."""
    if len(running) < _FEW_RUNNING:
        return False
    return bool(filled(running).mean() < 0.05 and there.mean() > 0.25)


def _varies(there: Flags, mixed: Flags) -> bool:
    return bool(mixed.mean() >= 1 - _SAME and 0.02 < there[mixed].mean() < 0.98)


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
