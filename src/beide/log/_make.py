"""From a source that was read to a normalised log with its check report."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from beide.engine import Engine
from beide.log._attributes import Attribute
from beide.log._attributes import decide as decide_attributes
from beide.log._clean import Cleaned, clean
from beide.log._findings import Finding
from beide.log._log_checks import log_findings, told_of
from beide.log._model import About, Dropped, OnLifecycle, OnMissing, Progress, ProgressCallback
from beide.log._normalise import Over, Written, normalise
from beide.log._pairing import Paired, pair
from beide.log._row_checks import note_findings, row_findings
from beide.log._zones import Clock, clock_of_our_time
from beide.log.readers._source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person said about the events in a source, beside how it is read."""

    now: datetime
    key: bytes | None = None
    drop_activities: Sequence[str] = ()
    time_format: str | None = None
    zone: ZoneInfo | None = None
    on_missing: OnMissing = "refuse"
    lifecycle: OnLifecycle = "pair"
    ends: Sequence[str] = ()
    starts: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """Everything that was found on the way."""

    source: Source
    cleaned: Cleaned
    attributes: list[Attribute]
    left_out: dict[str, str]
    written: Written
    findings: tuple[Finding, ...]
    starts_after_end: int


def make(
    engine: Engine,
    source: Source,
    folder: Path,
    work: Path,
    *,
    wishes: Wishes,
    fingerprint: str | None,
    told: ProgressCallback,
) -> About:
    """Write a source's normalised log to a folder, and return what it says about itself.

    Parameters
    ----------
    engine
        Computes.
    source
        The source as text columns.
    folder, work
        Where the log goes, and a place for temporary files.
    wishes
        What a person said about the events.
    fingerprint
        What tells that the same source is read again, where there is something.
    told
        Told how far it is.
    """
    cleaned = clean(
        engine,
        source,
        work,
        drop_activities=tuple(wishes.drop_activities),
        time_format=wishes.time_format,
        on_missing=wishes.on_missing,
        zone=wishes.zone,
    )
    told(Progress(step="checking", share=0.5))
    paired = _paired(engine, source, cleaned, work, wishes)
    key = secrets.token_bytes(32) if wishes.key is None else wishes.key
    made = _made(engine, source, cleaned, paired, folder, work, key, wishes, told)
    return _about(made, wishes, key, fingerprint)


def key_mark(key: bytes) -> str:
    """Return what tells whether two keys are the same, and nothing about what they are."""
    return hmac.new(key, b"which key a log was read with", hashlib.sha256).hexdigest()[:16]


def _paired(engine: Engine, source: Source, cleaned: Cleaned, work: Path, wishes: Wishes) -> Paired:
    if source.lifecycle is None or source.columns.start is not None or wishes.lifecycle == "keep":
        return Paired(table=cleaned.table)
    return pair(engine, cleaned.table, work)


def _made(
    engine: Engine,
    source: Source,
    cleaned: Cleaned,
    paired: Paired,
    folder: Path,
    work: Path,
    key: bytes,
    wishes: Wishes,
    told: ProgressCallback,
) -> _Made:
    attributes, dropped = decide_attributes(
        engine,
        paired.table,
        fields={name: source.fields[name] for name in source.attributes},
        choose=source.choose,
    )
    left_out = {**source.dropped, **dropped}
    of_rows = row_findings(
        engine,
        source,
        cleaned,
        paired,
        left_out=left_out,
        zone=wishes.zone.key if wishes.zone else None,
        now=wishes.now,
    )
    written = normalise(
        engine,
        paired.table,
        folder,
        work,
        attributes=attributes,
        lifecycle=source.lifecycle is not None or cleaned.endless > 0,
        clock=_clock(attributes, wishes.zone),
        key=key,
        over=Over(now=wishes.now, ends=wishes.ends, starts=wishes.starts),
        told=told,
    )
    events = engine.read_parquet([folder / "events.parquet"])
    of_log = log_findings(engine, events, written, ends_given=bool(wishes.ends))
    rows = _rows(engine, cleaned, paired, written)
    return _Made(
        source=source,
        cleaned=cleaned,
        attributes=attributes,
        left_out=left_out,
        written=written,
        findings=(rows, *note_findings(source), *of_rows, *of_log),
        starts_after_end=sum(each.count for each in of_rows if each.code == "late_start"),
    )


def _rows(engine: Engine, cleaned: Cleaned, paired: Paired, written: Written) -> Finding:
    """Return how much was read, counted before transitions were paired or left out."""
    counts = written.counts
    if paired.left_out:
        table = cleaned.table
        asked = {"cases": table["case"].nunique(), "activities": table.activity.nunique()}
        counts = {**counts, **engine.rows(table.aggregate(**asked))[0]}
    data = {name: int(counts[name]) for name in ("cases", "activities", "events")}
    return Finding(code="rows", count=cleaned.rows_read, data=data)


def _clock(attributes: Sequence[Attribute], zone: ZoneInfo | None) -> Clock | None:
    """Return the clock of attributes that are times, when there are some and a zone was given."""
    if zone is None or not any(each.kind == "time" for each in attributes):
        return None
    return clock_of_our_time(zone)


def _about(made: _Made, wishes: Wishes, key: bytes, fingerprint: str | None) -> About:
    source, cleaned = made.source, made.cleaned
    columns = asdict(source.columns)
    asked = columns.pop("attributes")
    return About(
        source=source.name,
        kind=source.kind,
        rows_read=cleaned.rows_read,
        columns=columns,
        attributes_asked=None if asked is None else tuple(asked),
        case_attributes=tuple(each.name for each in made.attributes if each.of_case),
        event_attributes=tuple(each.name for each in made.attributes if not each.of_case),
        time_format=cleaned.style.name,
        zone_assumed=wishes.zone.key if wishes.zone else "UTC",
        times_without_zone=cleaned.times_without_zone,
        starts_after_end=made.starts_after_end,
        dropped=Dropped(
            rows_without_value=cleaned.rows_without_value,
            activities=cleaned.activities_dropped,
            columns=made.left_out,
        ),
        encoding=source.encoding,
        delimiter=source.delimiter,
        sheet=source.sheet,
        ends_given=bool(wishes.ends),
        starts_given=bool(wishes.starts),
        findings=made.findings,
        sources=() if fingerprint is None else (fingerprint,),
        key=key_mark(key),
        **told_of(made.written),
    )
