"""From a log to cases with features: one table, made in the engine room."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beide.discover import _steps as steps
from beide.discover._arrays import Codes
from beide.discover._arrival import Held, busy, when
from beide.discover._attributes import Timing, attribute
from beide.discover._base import Asked, Base, base
from beide.discover._candidates import least_cases
from beide.discover._counts import Possible, Prefix, packed, prefix_of, screened
from beide.discover._fetch import Fetch
from beide.discover._landmark import Landmark
from beide.discover._model import Cases, Feature, Known
from beide.discover._outcome import Judged, is_about_repeats, used_attributes
from beide.discover._words import note
from beide.log.outcomes import Tables, tables
from beide.text import Text


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CaseTable:
    """Cases that were still open at a moment, with what was known of them by then.

    Attributes
    ----------
    cases
        The arrays to search.
    of_cases
        How many cases there are, of which these are a sample or all.
    possible
        How many things hold for enough cases; of too many some are searched.
    code
        The code of each case in the log.
    id_hash, first
        The hashed id of each case, and when it began.
    types, roles
        For each case the code of its type and of the role of its first step, with their names.
    judged
        What going well means here.
    """

    landmark: Landmark
    cases: Cases
    of_cases: int
    possible: int
    code: Codes
    id_hash: NDArray[Any]
    first: NDArray[np.datetime64]
    types: tuple[Codes, Sequence[str]]
    roles: tuple[Codes, Sequence[str]]
    judged: Judged
    notes: tuple[Text, ...]


def case_table(asked: Asked, landmark: Landmark, rng: np.random.Generator) -> CaseTable:
    """Return the cases of a log at a moment.

    Raises
    ------
    TooLittleData
        When fewer than 300 cases are over, got to the moment and have an outcome.
    WrongOption
        When the log has no such attribute or step.
    """
    here = tables(asked.log)
    with tempfile.TemporaryDirectory(prefix="beide-") as folder:
        fetch = Fetch(here.engine, Path(folder))
        cases = base(asked, landmark, here, fetch, rng)
        return _Maker(asked, landmark, here, fetch, cases).made()


class _Maker:
    """Makes one case table, piece by piece."""

    def __init__(
        self, asked: Asked, landmark: Landmark, here: Tables, fetch: Fetch, cases: Base
    ) -> None:
        self.asked, self.landmark, self.here, self.fetch = asked, landmark, here, fetch
        self.base, self.table, self.notes = cases, cases.table, list(cases.notes)

    def made(self) -> CaseTable:
        """Return the case table."""
        found, count = self.base, len(self.base.week)
        least = least_cases(count)
        possible = [each for each in self._possible() if least <= each.cases <= count - least]
        kept = self._kept(possible)
        cases = Cases(
            good=found.judged.good,
            kind=found.key,
            week=found.week,
            features=tuple(each.feature for each in kept),
            held=self.prefix.flags(kept),
            known=self.landmark.known,
        )
        return CaseTable(
            landmark=self.landmark,
            cases=cases,
            of_cases=found.of_cases,
            possible=len(possible),
            code=self.table["case"],
            id_hash=self.table["id_hash"],
            first=self.table["first"],
            types=(found.types, found.names),
            roles=self._first_roles(),
            judged=found.judged,
            notes=tuple(self.notes),
        )

    def _possible(self) -> Iterator[Possible]:
        yield from packed(self._on_arrival())
        if self.landmark.known is Known.ARRIVAL:
            return
        prefix = self.prefix
        yield from steps.first_step(prefix)
        if self.landmark.known is Known.FIRST_STEP:
            return
        found = [*steps.done(prefix), *steps.order(prefix), *steps.by_whom(prefix)]
        for each in sorted(found, key=lambda each: each.feature.kind == "not_done"):
            if self._says_something(each.feature):
                yield each
        if not self.base.judged.by_run:
            yield from steps.waited(prefix)

    def _on_arrival(self) -> Iterator[Held]:
        first = self.table["first"]
        if not self.base.judged.by_weekday:
            yield from when(first, self.asked.log.about.zone_assumed)
        yield from busy(first, *self._all_cases())
        yield from self._attributes()

    def _says_something(self, feature: Feature) -> bool:
        """Leave out what explains the outcome by itself.

        A step with which cases end tells that the rest is short; a step done again, where going
        well means that none is.
        """
        ends = self.asked.log.about.ends
        if feature.values.get("step") in ends or feature.values.get("other") in ends:
            return False
        return feature.kind != "again" or not is_about_repeats(self.asked.good)

    def _all_cases(self) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return when all cases in the log began and ended; those still open end never."""
        cases = self.here.cases
        found = self.fetch.columns(cases.select("first", "last", "finished"))
        never = np.datetime64("2262-01-01", "us")
        return found["first"], np.where(found["finished"], found["last"], never)

    def _attributes(self) -> Iterator[Held]:
        asked, events = self.asked, self.here.events
        skipped = used_attributes(asked.good) | ({asked.by} if asked.by else set())
        names = [name for name in asked.log.about.case_attributes if name not in skipped]
        if not names:
            return
        cases, values = self.here.cases, self.base.attributes
        open_ = self.fetch.columns(cases.filter(cases["unfinished"] == "running").select(*names))
        later_steps = events.filter(events["position"] > 0)
        timing = Timing(self.table["case"], self.base.types, later_steps, self.fetch)
        doubted = [name for name in names if name not in asked.early]
        late = timing.later({name: values[name] for name in doubted}, open_)
        for name in names:
            known = Known.END if name in late or name in asked.later else Known.ARRIVAL
            yield from attribute(name, values[name], known)

    @cached_property
    def prefix(self) -> Prefix:
        """The events of these cases up to the moment."""
        names = tuple(self.here.names("activities")), tuple(self.here.names("roles"))
        return prefix_of(
            self.here.events,
            self.base,
            fetch=self.fetch,
            names=names,
            least=least_cases(len(self.base.week)),
        )

    def _first_roles(self) -> tuple[Codes, Sequence[str]]:
        events, names = self.here.events, list(self.here.names("roles"))
        first = events.filter((events["position"] == 0) & events["role"].notnull())
        some = first.semi_join(self.fetch.kept({"case": self.table["case"]}), "case")
        found = self.fetch.columns(some.select("case", "role"))
        code = np.full(len(self.table["case"]), len(names), np.int64)
        code[np.searchsorted(self.table["case"], found["case"])] = found["role"]
        return code, [*names, "?"]

    def _kept(self, possible: Sequence[Possible]) -> list[Possible]:
        """Keep those to look at, and tell how they were chosen."""
        most = self.asked.most_features
        if len(possible) > most:
            how = "wide" if self.base.outside is None else "wide_sample"
            self.notes.append(note(how, found=len(possible), kept=most))
        return screened(possible, most=most, cases=len(self.base.week))
