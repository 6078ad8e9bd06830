"""Ask for background work, report on it from inside, and stop it."""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import structlog
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks.base import Task

from beide.errors import BeideError
from beide.text import Text
from beide.web.jobs.models import Job

logger = structlog.get_logger("beide.jobs")
Report = Callable[[float, Text], None]
BETWEEN_REPORTS = 0.4  # seconds; a progress bar needs no more, and the database has other work

UNEXPECTED = Text(
    nl="Er ging iets mis waar Beide geen rekening mee hield. Probeer het opnieuw. "
    "Blijft het misgaan, geef dan nummer {job} door aan je beheerder.",
    en="Something went wrong that Beide did not expect. Try again. "
    "If it keeps going wrong, give number {job} to your administrator.",
)


class NotWanted(Exception):
    """Raised by a report when its job was cancelled, or is run by someone else."""


def ask(*, task: Task[[int, int], None], organisation: int, purpose: str, subject: int) -> Job:
    """Record a job and hand it to a worker once the database has it.

    ``task`` is called with the job's key and the key of its ``subject``.
    """
    job = Job.objects.create(organisation_id=organisation, purpose=purpose)
    transaction.on_commit(lambda: task.enqueue(job.pk, subject))
    return job


def cancel(*, job: Job) -> bool:
    """Stop a job, which the worker notices at its next report. Tells whether it was going on."""
    waiting = (Job.State.WAITING, Job.State.RUNNING)
    stopped = Job.objects.filter(pk=job.pk, state__in=waiting).update(
        state=Job.State.CANCELLED, ended=timezone.now()
    )
    return bool(stopped)


@contextmanager
def working_on(job_id: int) -> Iterator[Report]:
    """Mark a job as running, then as done or failed; yields a function that reports progress.

    Work should report before it changes anything, and report 1.0 before it keeps what it made.
    These end the work quietly when the job was cancelled, or when another worker has it, so that
    a job that is handed out twice is done once.
    """
    claim = secrets.token_hex(8)
    Job.objects.filter(pk=job_id, state=Job.State.WAITING).update(
        state=Job.State.RUNNING, claim=claim, heard=timezone.now()
    )
    try:
        yield _reporter(job_id, claim)
    except NotWanted:
        logger.info("job not wanted any more", job=job_id)
    except BeideError as error:
        _end(job_id, claim, state=Job.State.FAILED, problem=error.text)
    except Exception:
        logger.exception("job failed", job=job_id)
        _end(job_id, claim, state=Job.State.FAILED, problem=UNEXPECTED.format(job=job_id))
    else:
        _end(job_id, claim, state=Job.State.DONE)


def _reporter(job_id: int, claim: str) -> Report:
    last = 0.0

    def report(done: float, doing: Text) -> None:
        nonlocal last
        now = time.monotonic()
        if last and done < 1.0 and now - last < BETWEEN_REPORTS:
            return
        last = now
        heard = _running(job_id, claim).update(
            done=done, doing_nl=doing.nl, doing_en=doing.en, heard=timezone.now()
        )
        if not heard:
            raise NotWanted

    return report


def _end(job_id: int, claim: str, *, state: Job.State, problem: Text | None = None) -> None:
    """Close a job, unless this run of it was already told to stop."""
    _running(job_id, claim).update(
        state=state,
        done=1.0,
        problem_nl=problem.nl if problem else "",
        problem_en=problem.en if problem else "",
        ended=timezone.now(),
    )


def _running(job_id: int, claim: str) -> QuerySet[Job]:
    return Job.objects.filter(pk=job_id, claim=claim, state=Job.State.RUNNING)
