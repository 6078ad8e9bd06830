"""Adding newer exports to a log, from the place that its source names."""

import shutil
from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from beide import log as event_log
from beide.errors import BeideError
from beide.web.evidence import keeping, places, problems
from beide.web.evidence.models import Analysis, EventLog, Source
from beide.web.jobs.actions import Report


def feed(source: Source, report: Report) -> bool:
    """Add what is new to a log; tells whether there was anything. The log stays when it fails."""
    log = source.log
    folder = keeping.new_folder(log)
    shutil.copytree(log.path, folder, ignore=shutil.ignore_patterns("answers"))
    try:
        found = _added(source, event_log.open(folder), report)
        source.problem = {}
        source.added = max(found.about.events - log.about["events"], 0)
        new = found.about.to_dict() != event_log.open(log.path).about.to_dict()
        if new:
            _keep(log, found)
        else:
            shutil.rmtree(folder, ignore_errors=True)
    except BaseException as error:
        shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, BeideError):
            source.problem = problems.kept(error)
        raise
    finally:
        source.read = timezone.now()
        source.save(update_fields=["problem", "added", "read"])
    return new


def _added(source: Source, found: event_log.Log, report: Report) -> event_log.Log:
    log = source.log
    how = {name: value for name, value in keeping.how_to_read(log).items() if value}
    if source.table or source.query:
        how |= {"table": source.table or None, "query": source.query or None}
    for thing in places.things_in(source.place, log.organisation):
        found = event_log.add(found, thing, progress=_told(report), **how)
    return found


def _told(report: Report) -> Callable[[event_log.Progress], None]:
    return lambda told: report(min(told.share, 0.99), keeping.with_time_left(told))


@transaction.atomic
def _keep(log: EventLog, found: event_log.Log) -> None:
    earlier = log.path
    log.folder = str(found.path.relative_to(settings.LOGS_ROOT))
    log.about = found.about.to_dict()
    log.lead_times = event_log.lead_times(found).to_dict()
    log.kept = keeping.told_for_council(found)
    log.save(update_fields=["folder", "about", "lead_times", "kept"])
    keeping.record(log, kind=Analysis.Kind.LEAD_TIMES, cases=found.about.cases)
    transaction.on_commit(lambda: shutil.rmtree(earlier, ignore_errors=True))
