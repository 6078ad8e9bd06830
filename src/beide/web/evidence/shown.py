"""What pages show of logs and promises."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext

from beide.web.evidence import access, sentences, words
from beide.web.evidence.models import EventLog, Promise
from beide.web.evidence.series import Latest


@dataclass(frozen=True, slots=True, kw_only=True)
class LogShown:
    """A log in a list."""

    log: EventLog
    is_open: bool
    cases: str
    since: datetime | None
    until: datetime | None

    @property
    def has_failed(self) -> bool:
        """Tell whether it could not be read."""
        log = self.log
        lost = log.state == EventLog.State.READING and log.job is not None and log.job.has_failed
        return lost or log.state == EventLog.State.FAILED


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseShown:
    """A promise in a list or at the top of its page."""

    promise: Promise
    promised: str
    latest: Latest | None
    said: sentences.Said | None
    spark_label: str = ""


def left_out(log: EventLog) -> list[str]:
    """Say how many cases of a log count in no promise, and why; nothing when all do."""
    about, minimum = log.about, log.organisation.threshold
    every, finished, whole = (about.get(name) for name in ("cases", "finished", "whole"))
    if every is None or finished is None or whole is None:
        return []
    open_ = gettext("%(cases)s that still goes on or stopped halfway")
    cut = gettext("%(cases)s that began before the log does")
    return [
        text % {"cases": words.cases_or_few(count, minimum)}
        for text, count in ((open_, every - finished), (cut, finished - whole))
        if count
    ]


def logs_shown(logs: Iterable[EventLog], *, real_open: bool, minimum: int) -> list[LogShown]:
    """Return the logs as a list shows them."""
    return [log_shown(log, is_open=real_open or log.generated, minimum=minimum) for log in logs]


def log_shown(log: EventLog, *, is_open: bool, minimum: int) -> LogShown:
    """Return one log as a list shows it."""
    about = log.about if is_open else {}
    return LogShown(
        log=log,
        is_open=is_open,
        cases=words.cases_or_few(about["cases"], minimum) if about else "",
        since=datetime.fromisoformat(about["from"]) if about else None,
        until=datetime.fromisoformat(about["until"]) if about else None,
    )


def promises_shown(logs: Iterable[EventLog], *, real_open: bool) -> list[PromiseShown]:
    """Return the promises of logs that are open, in the order in which they were made."""
    found = [
        promise for log in logs if real_open or log.generated for promise in log.promises.all()
    ]
    return [promise_shown(promise) for promise in sorted(found, key=lambda promise: promise.pk)]


def promise_shown(promise: Promise) -> PromiseShown:
    """Return one promise with what its last weeks say."""
    latest = access.latest(promise)
    return PromiseShown(
        promise=promise,
        promised=sentences.promised(promise),
        latest=latest,
        said=sentences.said(promise, latest) if latest else None,
    )
