"""How often things occur, counted in the engine room: what is not looked at is never fetched."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beide.discover._arrays import Codes, Flags
from beide.discover._arrival import Held
from beide.discover._base import Base
from beide.discover._fetch import Fetch
from beide.discover._model import Feature
from beide.discover._sample import standing
from beide.engine import Table

_ROWS = 4_000_000
"""About as many rows are fetched at once."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Family:
    """Things of one sort: every combination of ``keys`` in a table; ``at`` is the case."""

    table: Table
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Possible:
    """Something that may be searched, and for how many cases it holds.

    Attributes
    ----------
    standing
        By how many standard deviations it went together with going well outside the sample.
    bits
        The cases for which it holds, 8 to a byte, where they are here already.
    family, key, absent
        Else where to count them, or those for which it does not hold.
    """

    feature: Feature
    cases: int
    standing: float = 0.0
    bits: NDArray[np.uint8] | None = None
    family: Family | None = None
    key: tuple[int, ...] = ()
    absent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Prefix:
    """The events of the cases that count, up to the moment.

    Attributes
    ----------
    events
        The events, with ``at``, the place of the case among those that are searched and after them
        those outside the sample; and ``until``, the position of the last event that is known.
    known
        ``at``, ``surplus`` and ``spread`` of each case.
    cases, others
        How many cases are searched, and how many lie outside the sample.
    activities, roles
        Names by their code.
    least
        For how many cases something must hold, and for how many not.
    """

    fetch: Fetch
    events: Table
    known: Table
    cases: int
    others: int
    activities: tuple[str, ...]
    roles: tuple[str, ...]
    least: int

    @property
    def inside(self) -> Table:
        """The events of the cases that are searched."""
        return self.events.filter(self.events["at"] < self.cases)

    def each(self, table: Table, *keys: str) -> Iterator[tuple[tuple[int, ...], Possible]]:
        """Yield each combination of keys that says anything, as something without a name yet."""
        family = Family(table=table, keys=keys)
        found = self._counted(family)
        stands = np.zeros(len(found["n"]))
        if self.others:
            stands = standing(found["surplus"], found["spread"], found["beyond"], self.others)
        codes = np.stack([found[key].astype(np.int64) for key in keys], axis=1)
        for at in np.lexsort(codes.T[::-1]).tolist():
            key = tuple(codes[at].tolist())
            yield (
                key,
                Possible(
                    feature=_NAMELESS,
                    cases=int(found["n"][at]),
                    standing=float(stands[at]),
                    family=family,
                    key=key,
                ),
            )

    def _counted(self, family: Family) -> dict[str, NDArray[Any]]:
        once = family.table.select("at", *family.keys).distinct()
        if self.others:
            known = self.known.select("surplus", "spread", known_at="at")
            once = once.join(known, once["at"] == known["known_at"])
        inside = once["at"] < self.cases
        counts = {"n": inside.sum()}
        if self.others:
            counts |= {"surplus": once["surplus"].sum(), "spread": once["spread"].sum()}
            counts |= {"beyond": (~inside).sum()}
        counted = once.group_by(*family.keys).aggregate(**counts)
        most = self.cases - self.least
        return self.fetch.columns(
            counted.filter((counted["n"] >= self.least) & (counted["n"] <= most))
        )

    def flags(self, found: Sequence[Possible]) -> Flags:
        """Return for which cases each holds, ``(found, cases)``."""
        held = np.zeros((len(found), self.cases), np.bool_)
        families = {id(each.family): each.family for each in found if each.family}
        for family in families.values():
            rows = [at for at, each in enumerate(found) if each.family is family]
            for some in _parts(rows, found):
                self._fill(held, family, [found[at].key for at in some], np.array(some))
        for at, each in enumerate(found):
            if each.bits is not None:
                held[at] = np.unpackbits(each.bits, count=self.cases).astype(np.bool_)
            elif each.absent:
                np.logical_not(held[at], out=held[at])
        return held

    def _fill(
        self, held: Flags, family: Family, keys: Sequence[tuple[int, ...]], rows: Codes
    ) -> None:
        columns = {f"kept_{name}": np.array(column) for name, column in zip(
            family.keys, zip(*keys, strict=True), strict=True
        )}  # fmt: skip
        kept = self.fetch.kept({"row": rows, **columns})
        table = family.table.filter(family.table["at"] < self.cases)
        same = [table[name] == kept[f"kept_{name}"] for name in family.keys]
        found = self.fetch.columns(table.join(kept, same).select("at", "row").distinct())
        held[found["row"], found["at"]] = True


_NAMELESS = Feature(kind="")


def prefix_of(
    events: Table,
    found: Base,
    *,
    fetch: Fetch,
    names: tuple[Sequence[str], Sequence[str]],
    least: int,
) -> Prefix:
    """Return the events of some cases up to the moment, each with the place of its case."""
    other, table, count = found.outside, found.table, len(found.week)
    none = np.zeros(count, np.int64)
    cases, until = [table["case"]], [table["position"]]
    surplus, spread = [none], [none]
    if other:
        cases.append(other.case)
        until.append(other.position)
        surplus.append(other.surplus)
        spread.append(other.spread)
    places = np.arange(sum(map(len, cases)), dtype=np.int32)
    known = fetch.kept(
        {
            "at": places,
            "known_case": np.concatenate(cases),
            "until": np.concatenate(until),
            "surplus": np.concatenate(surplus),
            "spread": np.concatenate(spread),
        }
    )
    seen = events.join(known, events["case"] == known["known_case"])
    seen = seen.filter(seen["position"] <= seen["until"]).select(
        "at", "position", "until", "activity", "role", "time",
        "next_activity", "next_role", "next_time",
    )  # fmt: skip
    return Prefix(
        fetch=fetch,
        events=seen,
        known=known,
        cases=count,
        others=len(places) - count,
        activities=tuple(names[0]),
        roles=tuple(names[1]),
        least=least,
    )


def _parts(rows: Sequence[int], found: Sequence[Possible]) -> Iterator[list[int]]:
    """Yield the rows in parts that are not too much to fetch at once."""
    part: list[int] = []
    heavy = 0
    for row in rows:
        part.append(row)
        heavy += found[row].cases
        if heavy >= _ROWS:
            yield part
            part, heavy = [], 0
    if part:
        yield part


def packed(found: Iterable[Held]) -> Iterator[Possible]:
    """Yield what is here already, each as bits."""
    for feature, held in found:
        yield Possible(feature=feature, cases=int(held.sum()), bits=np.packbits(held))


def screened(found: Sequence[Possible], *, most: int, cases: int) -> list[Possible]:
    """Return the things to look at, without a look at the outcome of the cases that are searched.

    The half of them are those that went together with going well outside the sample, where that
    was counted; the others, or all, those that divide the cases most evenly.
    """
    if len(found) <= most:
        return list(found)
    stands = np.array([each.standing for each in found])
    even = np.array([min(each.cases, cases - each.cases) for each in found])
    told = [at for at in np.argsort(-stands, kind="stable").tolist() if stands[at] > 0][: most // 2]
    rest = [at for at in np.argsort(-even, kind="stable").tolist() if at not in set(told)]
    return [found[at] for at in sorted([*told, *rest[: most - len(told)]])]
