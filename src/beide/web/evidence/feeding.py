"""Adding newer exports to a log: from the place that its source names, or as somebody sends one."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from beide import log as event_log
from beide.errors import BeideError
from beide.web.evidence import keeping, places, problems
from beide.web.evidence.models import Addition, Analysis, EventLog, Source
from beide.web.jobs.actions import NotWanted, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """What was new in an export: events and cases that the log had not, and what it knew.

    ``changed`` cases were in the log with another attribute. ``anything`` tells whether the log is
    another one now.
    """

    anything: bool
    events: int = 0
    cases: int = 0
    known: int = 0
    changed: int = 0


def feed(source: Source, report: Report) -> bool:
    """Add what is new to a log; tells whether there was anything. The log stays when it fails."""
    log = source.log
    more = {"table": source.table or None, "query": source.query or None}
    how = _how(log) | (more if source.table or source.query else {})
    try:
        things = places.things_in(source.place, log.organisation)
        new = add_to(log, things, how=how, report=report)
        source.problem, source.added = {}, new.events
    except BeideError as error:
        source.problem = problems.kept(error)
        raise
    finally:
        source.read = timezone.now()
        source.save(update_fields=["problem", "added", "read"])
    return new.anything


def take(addition: Addition, report: Report) -> bool:
    """Add an export that somebody sent; tells whether there was anything new in it.

    Its file goes, whatever came of it. Of one that cannot be read the log stays as it was.
    """
    log = addition.log
    try:
        new = add_to(log, [addition.file.path], how=_how(log), report=report)
        addition.told = asdict(new)
    except BeideError as error:
        told = problems.named(error, file=addition.source)
        addition.problem = problems.kept(told)
        raise told from error
    finally:
        drop_file(addition)
        addition.save(update_fields=["told", "problem", "file"])
    return new.anything


def drop_file(addition: Addition) -> None:
    """Remove the file of an export."""
    if addition.file and addition.file.name:
        addition.file.storage.delete(addition.file.name)
        addition.file = ""


def add_to(log: EventLog, things: Sequence[str], *, how: dict[str, Any], report: Report) -> New:
    """Add exports to a log, and again from the start when it became another log meanwhile."""
    while True:
        log.refresh_from_db(fields=["folder", "about", "state"])
        folder = keeping.new_folder(log)
        try:
            shutil.copytree(log.path, folder, ignore=shutil.ignore_patterns("answers"))
            copied = event_log.open(folder)
            found = _added(copied, things, how, report)
            new = _new(copied.about, found.about)
            if new.anything and not _keep(log, found):
                continue
            return new
        finally:
            if log.folder != _named(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _how(log: EventLog) -> dict[str, Any]:
    return {name: value for name, value in keeping.how_to_read(log).items() if value}


def _added(
    found: event_log.Log, things: Sequence[str], how: dict[str, Any], report: Report
) -> event_log.Log:
    for thing in things:
        found = event_log.add(found, thing, progress=_told(report), **how)
    return found


def _told(report: Report) -> Callable[[event_log.Progress], None]:
    return lambda told: report(min(told.share, 0.99), keeping.with_time_left(told))


def _new(before: event_log.About, after: event_log.About) -> New:
    if after == before:
        return New(anything=False)
    told = () if after.findings == before.findings else after.findings
    counts = {each.code: each.count for each in told}
    return New(
        anything=True,
        events=max(after.events - before.events, 0),
        cases=max(after.cases - before.cases, 0),
        known=counts.get("known", 0),
        changed=counts.get("changed", 0),
    )


@transaction.atomic
def _keep(log: EventLog, found: event_log.Log) -> bool:
    """Make the log what was found, unless it became another one; tells whether it was kept."""
    earlier = log.path
    now = {
        "folder": _named(found.path),
        "about": found.about.to_dict(),
        "lead_times": event_log.lead_times(found).to_dict(),
        "kept": keeping.told_for_council(found),
    }
    same = EventLog.objects.filter(pk=log.pk, folder=log.folder, state=EventLog.State.READY)
    if not same.update(**now):
        if not EventLog.objects.filter(pk=log.pk, state=EventLog.State.READY).exists():
            raise NotWanted
        return False
    for name, value in now.items():
        setattr(log, name, value)
    keeping.record(log, kind=Analysis.Kind.LEAD_TIMES, cases=found.about.cases)
    transaction.on_commit(lambda: shutil.rmtree(earlier, ignore_errors=True))
    return True


def _named(folder: Path) -> str:
    return str(folder.relative_to(settings.LOGS_ROOT))
