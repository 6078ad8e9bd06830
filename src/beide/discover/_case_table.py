"""From a log to cases with features: one table, made in the engine room."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from beide.discover import _steps as steps
from beide.discover._arrays import Codes, Flags
from beide.discover._arrival import Held, busy, when
from beide.discover._attributes import Timing, attribute
from beide.discover._base import Asked, Base, base
from beide.discover._candidates import least_cases
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
        features = self._kept(self._features(), count)
        cases = Cases(
            good=found.judged.good,
            kind=found.key,
            week=found.week,
            features=tuple(feature for feature, _ in features),
            held=np.array([held for _, held in features], np.bool_).reshape(-1, count),
            known=self.landmark.known,
        )
        return CaseTable(
            landmark=self.landmark,
            cases=cases,
            code=self.table["case"],
            id_hash=self.table["id_hash"],
            first=self.table["first"],
            types=(found.types, found.names),
            roles=self._first_roles(),
            judged=found.judged,
            notes=tuple(self.notes),
        )

    def _features(self) -> Iterator[Held]:
        first, judged = self.table["first"], self.base.judged
        if not judged.by_weekday:
            yield from when(first, self.asked.log.about.zone_assumed)
        yield from busy(first, *self._all_cases())
        yield from self._attributes()
        if self.landmark.known is Known.ARRIVAL:
            return
        prefix = self._prefix()
        yield from steps.first_step(prefix)
        if self.landmark.known is Known.FIRST_STEP:
            return
        found = [*steps.done(prefix), *steps.order(prefix), *steps.by_whom(prefix)]
        for held in sorted(found, key=lambda each: each[0].kind == "not_done"):
            if self._says_something(held[0]):
                yield held
        if not judged.by_run:
            yield from steps.waited(prefix)

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
        later_steps = events.filter(events["position"] > 0).select("case", "activity").distinct()
        timing = Timing(self.table["case"], self.base.types, self.fetch.columns(later_steps))
        for name in names:
            late = name not in asked.early and timing.is_later(name, values[name], open_[name])
            known = Known.END if late or name in asked.later else Known.ARRIVAL
            yield from attribute(name, values[name], known)

    def _prefix(self) -> steps.Prefix:
        """Return the events of these cases up to the moment."""
        known = self.fetch.kept({"known_case": self.table["case"], "until": self.table["position"]})
        events = self.here.events
        seen = events.join(known, events["case"] == known["known_case"])
        seen = seen.filter(seen["position"] <= seen["until"]).select(
            "case", "position", "until", "activity", "role", "time",
            "next_activity", "next_role", "next_time",
        )  # fmt: skip
        return steps.Prefix(
            fetch=self.fetch,
            events=seen,
            cases=self.table["case"],
            activities=tuple(self.here.names("activities")),
            roles=tuple(self.here.names("roles")),
            least=least_cases(len(self.table["case"])),
        )

    def _first_roles(self) -> tuple[Codes, Sequence[str]]:
        events, names = self.here.events, list(self.here.names("roles"))
        first = events.filter((events["position"] == 0) & events["role"].notnull())
        found = self.fetch.columns(first.select("case", "role"))
        code = np.full(len(self.table["case"]), len(names), np.int64)
        at = np.searchsorted(self.table["case"], found["case"])
        inside = (at < len(code)) & (
            self.table["case"][np.minimum(at, len(code) - 1)] == found["case"]
        )
        code[at[inside]] = found["role"][inside]
        return code, [*names, "?"]

    def _kept(self, features: Iterable[Held], cases: int) -> list[Held]:
        """Keep what holds for enough cases; of too many those that divide them most evenly."""
        least = least_cases(cases)
        found = [each for each in features if least <= int(each[1].sum()) <= cases - least]
        most = self.asked.most_features
        if len(found) <= most:
            return found
        self.notes.append(note("wide", found=len(found), kept=most))
        evenness = np.array([spread_of(held) for _, held in found])
        best = np.argsort(-evenness, kind="stable")[:most]
        return [found[at] for at in np.sort(best).tolist()]


def spread_of(flags: Flags) -> int:
    """Return for how many cases something holds or does not, whichever is fewer."""
    count = int(flags.sum())
    return min(count, len(flags) - count)
