"""What a log is made of, and what a reading says about itself."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, TypeAlias

from beide.text import Text

FORMAT = 1
"""The version of the normalised log's layout."""

Part: TypeAlias = Literal["events", "cases", "activities", "roles"]
OnMissing: TypeAlias = Literal["refuse", "drop"]
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
    """

    case: str
    activity: str
    time: str
    start: str | None = None
    role: str | None = None
    attributes: tuple[str, ...] | None = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a reading is."""

    step: Step
    share: float
    """Of the whole reading, from 0 to 1."""

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
    """Columns not kept, with why: ``person``, ``identifier``, ``case``, ``empty`` or ``nested``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What was read, and what was assumed. Kept as ``about.json`` in the log's folder.

    ``times_without_zone`` times named no zone and were read as ``zone_assumed``; all times are kept
    in UTC. ``time_format`` is how times were written in the source (``iso`` or a pattern).
    ``starts_after_end`` steps began after they were finished; they are kept as they are.
    ``encoding`` and ``delimiter`` are how a text file was read, ``sheet`` is which of a workbook.
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

    def to_dict(self) -> dict[str, Any]:
        """Return it ready for JSON, with ``from`` for ``from_``."""
        told = asdict(self)
        told["from"] = told.pop("from_").isoformat()
        return {**told, "until": self.until.isoformat()}

    @classmethod
    def from_dict(cls, told: dict[str, Any]) -> "About":
        """Return what ``to_dict`` told."""
        read = dict(told)
        return cls(
            from_=datetime.fromisoformat(read.pop("from")),
            until=datetime.fromisoformat(read.pop("until")),
            case_attributes=tuple(read.pop("case_attributes")),
            event_attributes=tuple(read.pop("event_attributes")),
            dropped=Dropped(**read.pop("dropped")),
            **read,
        )


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

    def file(self, part: Part) -> Path:
        """Return the Parquet file of one part of the log."""
        return self.path / f"{part}.parquet"


def utc(moment: datetime) -> datetime:
    """Return a time from the engine, which is UTC without saying so, as one that says so."""
    return moment.replace(tzinfo=UTC)
