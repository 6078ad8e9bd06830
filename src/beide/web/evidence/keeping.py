"""From a file to a log that can be asked, and from a question to an answer that is kept."""

import secrets
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from beide import log as event_log
from beide.errors import BeideError
from beide.log import privacy
from beide.text import Text
from beide.web.evidence import problems
from beide.web.evidence.models import Analysis, EventLog, Promise
from beide.web.evidence.promising import as_asked
from beide.web.evidence.stored import stored_promise
from beide.web.jobs.actions import NotWanted, Report

BEGIN = Text(nl="Het bestand wordt geopend", en="Opening the file")
ASKING = Text(nl="De doorlooptijden worden berekend", en="Computing the lead times")
KEEPING = Text(nl="Het log wordt bewaard", en="Keeping the log")
READING_SHARE = 0.9


def read(log: EventLog, report: Report) -> None:
    """Read a log's file into a folder of its own, and remove the file once that is kept.

    Whatever goes wrong, nothing half-written stays: the folder is only the log's when all is done.
    """
    folder = new_folder(log)
    try:
        report(0.0, BEGIN)
        found = _read(log, folder, report)
        report(READING_SHARE, ASKING)
        lead_times = event_log.lead_times(found).to_dict()
        kept = told_for_council(found)
        report(1.0, KEEPING)
        _keep(log, folder, about=found.about.to_dict(), lead_times=lead_times, kept=kept)
    except BeideError as error:
        shutil.rmtree(folder, ignore_errors=True)
        told = problems.named(error, file=log.source)
        _mine(log).update(state=EventLog.State.FAILED, problem=problems.kept(told))
        raise told from error
    except NotWanted:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    except Exception:
        shutil.rmtree(folder, ignore_errors=True)
        _mine(log).update(state=EventLog.State.FAILED)
        raise


def _read(log: EventLog, folder: Path, report: Report) -> event_log.Log:
    return event_log.read(
        log.file.path,
        into=folder,
        progress=lambda told: report(READING_SHARE * told.share, with_time_left(told)),
        **how_to_read(log),
    )


def how_to_read(log: EventLog) -> dict[str, Any]:
    """Return how a person said that a log's source is to be read."""
    chosen: dict[str, Any] = dict(log.columns)
    columns = chosen.get("columns")
    how = chosen.get("how", {})
    return {
        "columns": _columns(columns) if columns else None,
        "key": bytes.fromhex(log.secret),
        "drop_activities": chosen.get("drop_activities", ()),
        "ends": chosen.get("ends", ()),
        "zone": chosen.get("zone") or None,
        "time_format": chosen.get("time_format") or None,
        "delimiter": chosen.get("delimiter") or None,
        "object_type": chosen.get("object_type") or None,
        "on_missing": "drop" if chosen.get("drop_missing") else "refuse",
        **{name: how.get(name) for name in ("encoding", "sheet", "table")},
    }


def _columns(chosen: Mapping[str, Any]) -> event_log.Columns:
    return event_log.Columns(**{**chosen, "attributes": tuple(chosen.get("attributes", ()))})


def with_time_left(told: event_log.Progress) -> Text:
    """Return what is being done, with how long it still takes when that is known."""
    if told.left is None or not told.left:
        return told.text
    left = event_log.spoken_duration(told.left)
    return Text(
        nl=f"{told.text.nl}, nog ongeveer {left.nl}", en=f"{told.text.en}, about {left.en} left"
    )


@transaction.atomic
def _keep(
    log: EventLog,
    folder: Path,
    *,
    about: dict[str, Any],
    lead_times: dict[str, Any],
    kept: dict[str, str],
) -> None:
    """Make the log ready; the file it came from and an earlier folder go once this is certain."""
    earlier, file = log.folder and log.path, log.file.name
    ready = _mine(log).update(
        state=EventLog.State.READY,
        file="",
        folder=str(folder.relative_to(settings.LOGS_ROOT)),
        about=about,
        lead_times=lead_times,
        kept=kept,
    )
    if not ready:
        raise NotWanted
    record(log, kind=Analysis.Kind.LEAD_TIMES, cases=about["cases"])
    transaction.on_commit(lambda: _clean_up(log, file, earlier))


def _clean_up(log: EventLog, file: str | None, earlier: Path | str) -> None:
    if file:
        log.file.storage.delete(file)
    if earlier:
        shutil.rmtree(earlier, ignore_errors=True)


def _mine(log: EventLog) -> Any:
    """Return the log as long as nobody asked for another reading of it meanwhile."""
    return EventLog.objects.filter(pk=log.pk, job=log.job_id)


def new_folder(log: EventLog) -> Path:
    """Return a folder that nobody can guess, and that does not exist yet."""
    root = Path(settings.LOGS_ROOT) / str(log.organisation_id)
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    return root / f"{secrets.token_hex(16)}.log"


def take_in(log: EventLog, folder: Path) -> None:
    """Make a normalised folder this log's own, and compute its lead times."""
    place = Path(settings.LOGS_ROOT) / str(log.organisation_id)
    if folder.parent.resolve() != place.resolve():
        new = new_folder(log)
        shutil.copytree(folder, new)
        folder = new
    found = event_log.open(folder)
    log.state = EventLog.State.READY
    log.folder = f"{log.organisation_id}/{folder.name}"
    log.source = found.about.source
    log.about = found.about.to_dict()
    log.lead_times = event_log.lead_times(found).to_dict()
    log.kept = told_for_council(found)
    log.save()
    record(log, kind=Analysis.Kind.LEAD_TIMES, cases=found.about.cases)


def told_for_council(found: event_log.Log) -> dict[str, str]:
    """Return what is kept of a source and what not, in both languages."""
    text = privacy.report(found).text
    return {"nl": text.nl, "en": text.en}


def compute_promise(promise: Promise, *, before_keeping: Callable[[], None] = lambda: None) -> None:
    """Compute how a promise went, with small weeks hidden, and keep the answer."""
    minimum = promise.organisation.threshold
    found = event_log.open(promise.log.path)
    until = found.about.until
    weeks = event_log.promise_over_time(found, as_asked(promise), minimum=minimum)
    months = None
    if promise.period == Promise.Period.MONTH:
        asked = as_asked(promise, period="month")
        months = event_log.promise_over_time(found, asked, minimum=minimum)
    before_keeping()
    promise.over_time = stored_promise(weeks, minimum=minimum, until=until, by_month=months)
    promise.computed = timezone.now()
    with transaction.atomic():
        promise.save(update_fields=["over_time", "computed"])
        record(promise.log, kind=Analysis.Kind.PROMISE, cases=found.about.cases)


def record(log: EventLog, *, kind: Analysis.Kind, cases: int) -> None:
    """Keep that an analysis was run, for the works council."""
    Analysis.objects.create(
        organisation_id=log.organisation_id,
        log=log,
        log_name=log.name,
        kind=kind,
        purpose=log.purpose,
        cases=cases,
    )
