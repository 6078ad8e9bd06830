"""What a log is made of, and what a reading says about itself."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal, TypeAlias

from beide.log._findings import Finding
from beide.text import Text

FORMAT = 2
"""The version of the normalised log's layout."""

Part: TypeAlias = Literal["events", "cases", "activities", "roles"]
OnMissing: TypeAlias = Literal["refuse", "drop"]
OnLifecycle: TypeAlias = Literal["pair", "keep"]
Step: TypeAlias = Literal["reading", "checking", "sorting", "writing"]

_STEPS: dict[Step, Text] = {
    "reading": Text(nl="Het bestand wordt gelezen", en="Reading the file"),
    "checking": Text(nl="De waarden worden nagekeken", en="Checking the values"),
    "sorting": Text(nl="De stappen worden op volgorde gezet", en="Putting the events in order"),
    "writing": Text(nl="Het log wordt bewaard", en="Keeping the log"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which column of a source holds what.

    Attributes
    ----------
    case, activity, time
        The case, what was done, and when it was finished.
    start
        When it was begun, where that is known.
    role
        The role or team that did it; never a person.
    attributes
        Other columns to keep. ``None`` keeps what is about cases and steps, and leaves out what
        looks like a person or an identifier (the default for XES).
    people
        Who did it, where people are to become roles while reading (``roles=``); in place of a role.
    lifecycle
        Where it says ``start``, ``complete`` and the like; default ``lifecycle:transition`` when
        there is such a column.
    """

    case: str
    activity: str
    time: str
    start: str | None = None
    role: str | None = None
    attributes: tuple[str, ...] | None = ()
    lifecycle: str | None = None
    people: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a reading is."""

    step: Step
    share: float
    """Of the whole reading, from 0 to 1."""
    left: timedelta | None = None
    """About how long it still takes, once that can be told."""

    @property
    def text(self) -> Text:
        """What is being done, for people."""
        return _STEPS[self.step]


ProgressCallback: TypeAlias = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """What the source had and the log has not."""

    rows_without_value: int = 0
    """Rows without a case, an activity or a time."""
    activities: dict[str, int] = field(default_factory=dict)
    """Rows left out on request, by activity."""
    columns: dict[str, str] = field(default_factory=dict)
    """Columns not kept, with why: ``person``, ``identifier``, ``case``, ``empty``, ``nested``
    or ``free_text``."""


_MOMENTS = ("until", "window_from", "window_until", "steady_from")
_LISTS = ("case_attributes", "event_attributes", "ends", "starts", "sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What was read, what was assumed and what was found. Kept as ``about.json`` with the log.

    ``times_without_zone`` times named no zone and were read as ``zone_assumed``; all times are kept
    in UTC. ``time_format`` is how times were written in the source (``iso`` or a pattern).
    ``starts_after_end`` steps began after they were finished; they are kept as they are.
    ``encoding`` and ``delimiter`` are how a text file was read, ``sheet`` is which of a workbook.

    ``finished`` cases are over; ``whole`` ones were also seen from their beginning, and only those
    have a lead time. ``ends`` and ``starts`` are the activities with which cases end and begin:
    ``ends_given`` and ``starts_given`` when a person said so, else learnt, and empty when that
    could not be. The export
    runs from ``window_from`` to ``window_until``, single odd dates left out. Before ``steady_from``
    slow cases can hardly be completed inside the log, so weeks before it look better than they
    were. ``attributes_asked`` are the further columns that were asked for, or ``None`` for those
    that may be kept. ``findings`` is the check report. ``sources`` are fingerprints of what was
    read, ``key`` is one of the secret that case ids are hashed with.
    """

    source: str
    kind: str
    cases: int
    events: int
    activities: int
    roles: int
    from_: datetime
    until: datetime
    rows_read: int
    columns: dict[str, str | None]
    attributes_asked: tuple[str, ...] | None
    case_attributes: tuple[str, ...]
    event_attributes: tuple[str, ...]
    time_format: str
    zone_assumed: str
    times_without_zone: int
    starts_after_end: int
    dropped: Dropped
    format: int = FORMAT
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    finished: int
    whole: int
    ends: tuple[str, ...]
    starts: tuple[str, ...]
    ends_given: bool
    starts_given: bool
    window_from: datetime
    window_until: datetime
    steady_from: datetime
    findings: tuple[Finding, ...]
    sources: tuple[str, ...]
    key: str

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, with ``from`` for ``from_``."""
        told = {
            **asdict(self),
            **{name: getattr(self, name).isoformat() for name in ("from_", *_MOMENTS)},
            "findings": [each.to_dict() for each in self.findings],
        }
        return {"from": told.pop("from_"), **told}

    @classmethod
    def from_dict(cls, told: dict[str, Any]) -> "About":
        """Return what ``to_dict`` told."""
        asked = told["attributes_asked"]
        read: dict[str, Any] = {
            **told,
            "from_": told["from"],
            "dropped": Dropped(**told["dropped"]),
            "findings": tuple(Finding(**each) for each in told["findings"]),
            "attributes_asked": None if asked is None else tuple(asked),
        }
        del read["from"]
        for name in ("from_", *_MOMENTS):
            read[name] = datetime.fromisoformat(read[name])
        for name in _LISTS:
            read[name] = tuple(read[name])
        return cls(**read)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How large a log is and when it runs. Times are UTC."""

    cases: int
    events: int
    activities: int
    roles: int
    from_: datetime
    until: datetime

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, with ``from`` for ``from_``."""
        told = asdict(self)
        told["from"] = told.pop("from_").isoformat()
        return {**told, "until": self.until.isoformat()}


@dataclass(frozen=True, slots=True)
class Log:
    """A normalised log: a folder of Parquet files, sorted once, with what it says about itself."""

    path: Path
    about: About

    def summary(self) -> Summary:
        """Return how large the log is and when it runs."""
        about = self.about
        return Summary(
            cases=about.cases,
            events=about.events,
            activities=about.activities,
            roles=about.roles,
            from_=about.from_,
            until=about.until,
        )

    @property
    def checks(self) -> tuple[Finding, ...]:
        """What was found in the source when it was read: the check report."""
        return self.about.findings

    def file(self, part: Part) -> Path:
        """Return the Parquet file of one part of the log."""
        return self.path / f"{part}.parquet"


def utc(moment: datetime) -> datetime:
    """Return a time from the engine, which is UTC without saying so, as one that says so."""
    return moment.replace(tzinfo=UTC)
