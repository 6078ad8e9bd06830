"""Work on event data that runs in the background."""

from django_tasks import task

from beide.text import Text
from beide.web.evidence import answering, keeping
from beide.web.evidence.models import Answer, EventLog, Promise
from beide.web.jobs.actions import working_on

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
