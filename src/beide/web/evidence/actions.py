"""What can be done with event data: consent, adding and reading logs, making promises."""

import shutil
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from beide.web.evidence import access, answering, feeding, keeping, tasks
from beide.web.evidence.kinds import plain_name
from beide.web.evidence.models import Addition, Answer, Consent, EventLog, Promise, Source
from beide.web.evidence.questions import Asked, about_map, about_values, key_of
from beide.web.jobs import actions as jobs
from beide.web.organisation.models import Organisation

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

READING, COMPUTING, ASKING = "evidence.read", "evidence.promise", "evidence.ask"
ADDING = "evidence.add"
SMALL = 100_000  # events that are asked about at once; more is for the worker
SHELF = 100  # answers that are kept of a log


@transaction.atomic
def record_consent(
    *, organisation: Organisation, by: str, on: date, scope: str, purpose: str
) -> Consent:
    """Record that the works council consented or the staff were consulted."""
    return Consent.objects.create(
        organisation=organisation, by=by, on=on, scope=scope, purpose=purpose
    )


@transaction.atomic
def withdraw_consent(*, consent: Consent) -> None:
    """Close the organisation's event data again, unless another consent holds.

    What is being read or computed from data of real work stops too.
    """
    consent.withdrawn = timezone.localdate()
    consent.save(update_fields=["withdrawn"])
    if access.is_open(organisation=consent.organisation, generated=False):
        return
    for log in EventLog.objects.filter(organisation=consent.organisation_id, generated=False):
        if log.state == EventLog.State.READING:
            stop_reading(log=log)
        stop_adding(log=log)
        for promise in log.promises.select_related("job"):
            if promise.job is not None:
                jobs.cancel(job=promise.job)


@transaction.atomic
def restore_consent(*, consent: Consent) -> None:
    """Take a withdrawal back."""
    consent.withdrawn = None
    consent.save(update_fields=["withdrawn"])


@transaction.atomic
def add_log(
    *,
    organisation: Organisation,
    name: str,
    purpose: str,
    file: "UploadedFile[bytes]",
    generated: bool = False,
) -> EventLog:
    """Keep an uploaded file under a random name, to be read once its columns are chosen."""
    return EventLog.objects.create(
        organisation=organisation,
        name=name,
        purpose=purpose,
        generated=generated,
        source=plain_name(file.name or ""),
        file=file,
    )


@transaction.atomic
def read_log(*, log: EventLog, columns: Mapping[str, Any]) -> EventLog:
    """Have a log read in the background, with these columns."""
    if log.job is not None:
        jobs.cancel(job=log.job)
    log.columns = dict(columns)
    log.problem = {}
    log.state = EventLog.State.READING
    log.job = jobs.ask(
        task=tasks.read_log,
        organisation=log.organisation_id,
        purpose=READING,
        subject=log.pk,
    )
    log.save(update_fields=["columns", "problem", "state", "job"])
    return log


@transaction.atomic
def look_again(*, log: EventLog, how: Mapping[str, str]) -> None:
    """Look into a file anew, after someone said how it is written."""
    log.columns = {"how": dict(how)}
    log.problem = {}
    log.save(update_fields=["columns", "problem"])


@transaction.atomic
def stop_reading(*, log: EventLog) -> bool:
    """Stop reading; the file and the chosen columns stay for another try."""
    if log.job is None or not jobs.cancel(job=log.job):
        return False
    log.state = EventLog.State.UPLOADED
    log.save(update_fields=["state"])
    return True


@transaction.atomic
def add_export(*, log: EventLog, file: "UploadedFile[bytes]") -> Addition:
    """Have a next export of the same source added to a log, in the background."""
    addition = Addition.objects.create(log=log, source=plain_name(file.name or ""), file=file)
    addition.job = jobs.ask(
        task=tasks.add_export,
        organisation=log.organisation_id,
        purpose=ADDING,
        subject=addition.pk,
    )
    addition.save(update_fields=["job"])
    return addition


@transaction.atomic
def stop_adding(*, log: EventLog) -> bool:
    """Stop adding exports to a log, which stays as it is; tells whether one was being added."""
    stopped = False
    for addition in log.additions.select_related("job"):
        if addition.job is not None and jobs.cancel(job=addition.job):
            stopped = True
            transaction.on_commit(partial(forget_addition, addition=addition))
    return stopped


def forget_addition(*, addition: Addition) -> None:
    """Remove an export that is not added, with its file."""
    feeding.drop_file(addition)
    addition.delete()


@transaction.atomic
def change_log(*, log: EventLog, name: str, purpose: str) -> None:
    """Change what a log is called and what it is used for."""
    log.name, log.purpose = name, purpose
    log.save(update_fields=["name", "purpose"])


@transaction.atomic
def remove_log(*, log: EventLog) -> None:
    """Remove a log for good, with its files and its promises. That it was analysed stays known."""
    folder, file = log.folder and log.path, log.file
    if log.job is not None:
        jobs.cancel(job=log.job)
    stop_adding(log=log)
    log.delete()

    def remove_files() -> None:
        if folder:
            shutil.rmtree(folder, ignore_errors=True)
        if file and file.name:
            file.storage.delete(file.name)

    transaction.on_commit(remove_files)


@transaction.atomic
def add_promise(
    *,
    log: EventLog,
    name: str,
    share: float,
    within_hours: float = 0.0,
    condition: str = "",
    scope: Mapping[str, Any] | None = None,
    period: str = Promise.Period.WEEK,
    at_once: bool = False,
) -> Promise:
    """Make a promise and compute how it went, in the background or at once.

    It is about the lead time when there is no ``condition``, and about every case when there is no
    ``scope``.
    """
    promise = Promise.objects.create(
        organisation_id=log.organisation_id,
        log=log,
        name=name,
        within_hours=within_hours,
        condition=condition,
        scope=dict(scope or {}),
        share=share,
        period=period,
    )
    if at_once:
        keeping.compute_promise(promise)
        return promise
    return compute_again(promise=promise)


@transaction.atomic
def change_promise(
    *,
    promise: Promise,
    name: str,
    share: float,
    within_hours: float = 0.0,
    condition: str = "",
    scope: Mapping[str, Any] | None = None,
    period: str = Promise.Period.WEEK,
) -> Promise:
    """Change a promise; it is computed again when what is promised changes."""
    new = {
        "within_hours": within_hours,
        "share": share,
        "condition": condition,
        "scope": dict(scope or {}),
        "period": period,
    }
    same = all(getattr(promise, field) == value for field, value in new.items())
    promise.name = name
    for field, value in new.items():
        setattr(promise, field, value)
    if not same:
        promise.over_time = {}
    promise.save(update_fields=["name", "over_time", *new])
    return promise if same else compute_again(promise=promise)


@transaction.atomic
def compute_again(*, promise: Promise) -> Promise:
    """Compute in the background how a promise went, week by week."""
    if promise.job is not None:
        jobs.cancel(job=promise.job)
    promise.job = jobs.ask(
        task=tasks.compute_promise,
        organisation=promise.organisation_id,
        purpose=COMPUTING,
        subject=promise.pk,
    )
    promise.save(update_fields=["job"])
    return promise


@transaction.atomic
def remove_promise(*, promise: Promise) -> None:
    """Put a promise away; it can be put back."""
    promise.removed = timezone.now()
    promise.save(update_fields=["removed"])


@transaction.atomic
def restore_promise(*, promise: Promise) -> None:
    """Put a removed promise back."""
    promise.removed = None
    promise.save(update_fields=["removed"])


@transaction.atomic
def add_normalised(
    *, organisation: Organisation, name: str, purpose: str, folder: Path, generated: bool
) -> EventLog:
    """Add a log that is normalised already, and compute its lead times at once.

    ``folder`` is copied, unless it is in the organisation's own place already.
    """
    log = EventLog.objects.create(
        organisation=organisation, name=name, purpose=purpose, generated=generated
    )
    keeping.take_in(log, folder)
    return log


def ask(*, log: EventLog, kind: Answer.Kind, asked: Asked) -> Answer:
    """Return the answer to a question; computed at once for a small log, else in the background."""
    answer, new = Answer.objects.select_related("job").get_or_create(
        log=log, folder=log.folder, kind=kind, key=key_of(asked), defaults={"asked": dict(asked)}
    )
    answer.log = log
    if answer.is_lost:
        answer.computed = answer.job = None
    if answer.computed is None and answer.job is None:
        if log.about["events"] <= SMALL:
            answering.compute(answer)
        else:
            _ask_in_the_background(answer)
    if new:
        _make_room(log)
    return answer


def steps_of(*, log: EventLog) -> list[str]:
    """Return the steps that enough cases have to name them, once the whole map is there."""
    whole = about_map({}, view="steps", minimum=log.organisation.threshold)
    paths = ask(log=log, kind=Answer.Kind.MAP, asked=whole).found.get("paths", [])
    return sorted({name for path in paths for name in path[:2] if name})


def roles_of(*, log: EventLog) -> list[str]:
    """Return the roles and teams between which enough work passes to name them."""
    if not log.about.get("roles"):
        return []
    whole = about_map({}, view="roles", minimum=log.organisation.threshold)
    paths = ask(log=log, kind=Answer.Kind.MAP, asked=whole).found.get("paths", [])
    return sorted({name for path in paths for name in path[:2]})


def values_of(*, log: EventLog) -> dict[str, list[str]]:
    """Return what each attribute of the cases holds in enough of them, once that is known."""
    if not log.about.get("case_attributes"):
        return {}
    asked = about_values(minimum=log.organisation.threshold)
    found: dict[str, list[str]] = ask(log=log, kind=Answer.Kind.VALUES, asked=asked).found.get(
        "values", {}
    )
    return found


@transaction.atomic
def _ask_in_the_background(answer: Answer) -> None:
    answer.job = jobs.ask(
        task=tasks.answer,
        organisation=answer.log.organisation_id,
        purpose=ASKING,
        subject=answer.pk,
    )
    answer.save(update_fields=["job"])


def _make_room(log: EventLog) -> None:
    """Forget answers about an earlier reading, and the oldest ones."""
    kept = log.answers.filter(folder=log.folder).values_list("pk", flat=True)[:SHELF]
    for answer in log.answers.exclude(pk__in=list(kept)):
        forget(answer=answer)


def forget(*, answer: Answer) -> None:
    """Forget an answer, so that the question is asked anew."""
    answer.path.unlink(missing_ok=True)
    answer.delete()


@transaction.atomic
def follow_source(*, log: EventLog, place: str, table: str = "", query: str = "") -> Source:
    """Let newer exports be added to a log each night, and look for the first ones now."""
    told = {"place": place, "table": table, "query": query, "problem": {}}
    source, _ = Source.objects.update_or_create(log=log, defaults=told)
    source.log = log
    tasks.plan_reading(source)
    return read_source(source=source)


@transaction.atomic
def read_source(*, source: Source) -> Source:
    """Look for newer exports now."""
    if source.job is None or source.job.is_over:
        tasks.ask_reading(source)
    return source


@transaction.atomic
def leave_source(*, source: Source) -> None:
    """Add no newer exports any more; what was added stays."""
    if source.job is not None:
        jobs.cancel(job=source.job)
    source.delete()
