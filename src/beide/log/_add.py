"""Adding the next export to a log."""

import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from beide.engine import temporary
from beide.errors import WrongOption
from beide.log._findings import Finding
from beide.log._kinds import kind_of
from beide.log._log_checks import LOG_CODES, log_findings, told_of
from beide.log._make import key_mark
from beide.log._merge import Merged, merge
from beide.log._model import About, Columns, Dropped, Log, Progress, ProgressCallback
from beide.log._normalise import Over, Written, normalise
from beide.log._progress import Told
from beide.log._read import read
from beide.log._store import open_log, write_about, written_at_once
from beide.log.readers._files import check_file, fingerprint

_READING = 0.7


def add(
    existing: Log | str | Path,
    source: str | Path,
    *,
    key: bytes,
    columns: Columns | None = None,
    now: datetime | None = None,
    progress: ProgressCallback | None = None,
    **how: Any,
) -> Log:
    """Add the next export of the same source to a log, without what the log has already.

    An event that both have stays one; events that the log has twice stay two. A step that was
    begun in the log and is completed in the source becomes one event. Of a case that both have,
    the source's attributes are kept. Which cases are finished is told anew. The same file again
    changes nothing.

    Parameters
    ----------
    existing
        The log, or its folder. It is replaced when everything is done, and else stays as it is.
    source
        What to add; all that ``read`` reads.
    key
        The secret that the log was read with: without it no case can be found again.
    columns
        Which column holds what; default as in the log.
    now, progress
        As in ``read``.
    **how
        Further options of ``read``; ``zone``, ``ends`` and ``starts`` are as in the log when they
        are not given.

    Returns
    -------
    Log
        The log with both in it. ``checks`` is the report on what was added and on the whole log.

    Raises
    ------
    WrongOption
        When the key is another than that of the log, or people became roles in it.
    InputError, TooLittleData
        As ``read``; the log then stays as it was.
    """
    log = existing if isinstance(existing, Log) else open_log(existing)
    if key_mark(key) != log.about.key:
        raise WrongOption(
            option="key",
            value="…",
            expected_nl="de sleutel waarmee het log is gelezen; is die er niet, lees dan alles "
            "opnieuw",
            expected_en="the key that the log was read with; if there is none, read everything "
            "again",
        )
    _refuse_found_roles(log.about)
    told = Told(progress)
    if _has(log, source):
        told(Progress(step="writing", share=1.0))
        return log
    moment = now or datetime.now(UTC)
    with tempfile.TemporaryDirectory(prefix="beide-") as scratch:
        work = Path(scratch)
        later = read(
            source,
            into=work / "later.log",
            key=key,
            columns=columns or _columns(log),
            now=moment,
            progress=lambda each: told(replace(each, share=_READING * each.share)),
            **{**_as_before(log.about), **how},
        )
        _join(log, later, work, now=moment, how=how, told=told)
    told(Progress(step="writing", share=1.0))
    return open_log(log.path)


def _refuse_found_roles(about: About) -> None:
    """Raise ``WrongOption`` when people became roles: who had which was not kept, on purpose."""
    if about.columns.get("people"):
        raise WrongOption(
            option="existing",
            value=about.source,
            expected_nl="een log waarin geen mensen rollen zijn geworden; lees van dit log alles "
            "opnieuw, met alle maanden erin",
            expected_en="a log in which no people became roles; of this one read everything again, "
            "with all months in it",
        )


def _has(log: Log, source: str | Path) -> bool:
    """Tell whether this very file is in the log already."""
    if kind_of(source) == "database":
        return False
    check_file(Path(source))
    return fingerprint(Path(source)) in log.about.sources


def _columns(log: Log) -> Columns:
    about = log.about
    named: dict[str, Any] = dict(about.columns)
    return Columns(**named, attributes=about.attributes_asked)


def _as_before(about: About) -> dict[str, Any]:
    """Return the options of ``read`` that a log was read with."""
    return {
        "zone": None if about.zone_assumed == "UTC" else about.zone_assumed,
        "drop_activities": tuple(about.dropped.activities),
    }


def _join(
    log: Log, later: Log, work: Path, *, now: datetime, how: dict[str, Any], told: Told
) -> None:
    """Replace a log by itself and a later one."""
    with temporary(work) as engine:
        merged = merge(engine, log, later, work)
        told(Progress(step="sorting", share=0.8))
        if not merged.added and not merged.changed:
            _only_the_source(log, later)
            return
        about = log.about
        ends = how.get("ends") or (about.ends if about.ends_given else ())
        starts = how.get("starts") or (about.starts if about.starts_given else ())
        over = Over(
            now=now.astimezone(UTC).replace(tzinfo=None), ends=tuple(ends), starts=tuple(starts)
        )
        with written_at_once(log.path) as folder:
            written = normalise(
                engine,
                merged.table,
                folder,
                work,
                attributes=merged.attributes,
                lifecycle=_with_lifecycle(log) or _with_lifecycle(later),
                clock=None,
                key=None,
                over=over,
                told=lambda each: told(replace(each, share=0.8 + 0.2 * each.share)),
            )
            events = engine.read_parquet([folder / "events.parquet"])
            of_log = log_findings(engine, events, written, ends_given=bool(ends))
            write_about(folder, _about(log, later, merged, written, of_log, over))


def _with_lifecycle(log: Log) -> bool:
    from pyarrow import parquet

    return "lifecycle" in parquet.read_schema(log.file("events")).names


def _only_the_source(log: Log, later: Log) -> None:
    """Remember that a source was seen, when it has nothing that the log has not."""
    sources = tuple(dict.fromkeys((*log.about.sources, *later.about.sources)))
    write_about(log.path, replace(log.about, sources=sources))


def _about(
    log: Log, later: Log, merged: Merged, written: Written, of_log: list[Finding], over: Over
) -> About:
    old, new = log.about, later.about
    rows = Finding(
        code="rows",
        count=new.rows_read,
        data={name: int(written.counts[name]) for name in ("cases", "activities", "events")},
    )
    of_rows = [each for each in new.findings if each.code not in LOG_CODES and each.code != "rows"]
    merging = [
        Finding(code="known", count=merged.known),
        Finding(code="changed", count=merged.changed),
    ]
    counted = {
        name: getattr(old, name) + getattr(new, name)
        for name in ("rows_read", "times_without_zone", "starts_after_end")
    }
    return replace(
        old,
        **counted,
        **told_of(written),
        case_attributes=tuple(each.name for each in merged.attributes if each.of_case),
        event_attributes=tuple(each.name for each in merged.attributes if not each.of_case),
        dropped=_dropped(old.dropped, new.dropped),
        ends_given=bool(over.ends),
        starts_given=bool(over.starts),
        findings=(rows, *of_rows, *(each for each in merging if each.count), *of_log),
        sources=tuple(dict.fromkeys((*old.sources, *new.sources))),
    )


def _dropped(old: Dropped, new: Dropped) -> Dropped:
    names = dict.fromkeys((*old.activities, *new.activities))
    return Dropped(
        rows_without_value=old.rows_without_value + new.rows_without_value,
        activities={
            name: old.activities.get(name, 0) + new.activities.get(name, 0) for name in names
        },
        columns={**old.columns, **new.columns},
    )
