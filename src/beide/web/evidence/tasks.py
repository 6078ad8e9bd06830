"""Work on event data that runs in the background."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from beide.text import Text
from beide.web.evidence import answering, feeding, keeping
from beide.web.evidence.keeping import BEGIN
from beide.web.evidence.models import Addition, Answer, EventLog, Promise, Source
from beide.web.jobs import actions as jobs
from beide.web.jobs.actions import Report, working_on

FEEDING = "evidence.feed"
NIGHT = 3  # o'clock, in the host's time zone

LOOKING = Text(nl="Er wordt gekeken of er iets nieuws is", en="Looking for something new")
COMPUTING = Text(nl="De belofte wordt berekend", en="Computing the promise")
ASKING = Text(nl="Het log wordt gevraagd", en="Asking the log")
KEEPING = Text(nl="Het antwoord wordt bewaard", en="Keeping the answer")


@task
def read_log(job: int, log: int) -> None:
    """Read an uploaded file into a normalised log."""
    with working_on(job) as report:
        found = EventLog.objects.filter(pk=log, job=job).first()
        if found is not None:
            keeping.read(found, report)


@task
def compute_promise(job: int, promise: int) -> None:
    """Compute how a promise went, week by week."""
    with working_on(job) as report:
        report(0.1, COMPUTING)
        found = Promise.objects.filter(pk=promise, job=job).select_related("log").first()
        if found is not None:
            keeping.compute_promise(found, before_keeping=lambda: report(1.0, KEEPING))


@task
def answer(job: int, answer: int) -> None:
    """Answer a question about a log."""
    with working_on(job) as report:
        report(0.1, ASKING)
        found = Answer.objects.filter(pk=answer, job=job).select_related("log").first()
        if found is not None:
            answering.compute(found, before_keeping=lambda: report(1.0, KEEPING))


@task
def read_source(job: int, source: int) -> None:
    """Add newer exports to a log, and compute its promises again."""
    with working_on(job) as report:
        report(0.01, LOOKING)
        found = Source.objects.filter(pk=source, job=job).select_related("log").first()
        if found is not None and feeding.feed(found, report):
            _promises_again(found.log, report)


@task
def add_export(job: int, addition: int) -> None:
    """Add an export that somebody sent to a log, and compute its promises again."""
    with working_on(job) as report:
        report(0.01, BEGIN)
        found = Addition.objects.filter(pk=addition, job=job).select_related("log").first()
        if found is not None and feeding.take(found, report):
            _promises_again(found.log, report)


def _promises_again(log: EventLog, report: Report) -> None:
    for promise in log.promises.all():
        report(0.99, COMPUTING)
        keeping.compute_promise(promise)


@task
def read_source_at_night(source: int, due: str) -> None:
    """Read a source when it is still meant to be read at this moment, and plan the next night."""
    found = (
        Source.objects.filter(pk=source, due=datetime.fromisoformat(due))
        .select_related("log")
        .first()
    )
    if found is not None:
        ask_reading(found)
        plan_reading(found)


def ask_reading(source: Source) -> None:
    """Have a source read in the background, as soon as a worker is free."""
    source.job = jobs.ask(
        task=read_source,
        organisation=source.log.organisation_id,
        purpose=FEEDING,
        subject=source.pk,
    )
    source.save(update_fields=["job"])


def plan_reading(source: Source) -> None:
    """Have a source read next night; a reading that was planned before does not happen."""
    now = timezone.localtime()
    tonight = now.replace(hour=NIGHT, minute=0, second=0, microsecond=0)
    source.due = tonight if tonight > now else tonight + timedelta(days=1)
    source.save(update_fields=["due"])
    if not read_source_at_night.get_backend().supports_defer:
        return  # a host with such tasks looks for newer exports by hand
    planned, due = read_source_at_night.using(run_after=source.due), source.due.isoformat()
    transaction.on_commit(lambda: planned.enqueue(source.pk, due))
