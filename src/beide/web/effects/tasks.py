"""Reading effects in the background: after the data were renewed, and every week."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from beide.text import Text
from beide.web.effects import reading
from beide.web.effects.models import Plan
from beide.web.jobs import actions as jobs
from beide.web.jobs.actions import working_on

READING = "effects.read"
MORNING = 5  # o'clock on Monday, in the host's time zone, after the night's exports were read

ASKING = Text(nl="De weken worden opgehaald", en="Getting the weeks")
KEEPING = Text(nl="Het effect wordt bewaard", en="Keeping the effect")


@task
def read_effect(job: int, plan: int) -> None:
    """Compute what the data say about a plan."""
    with working_on(job) as report:
        report(0.1, ASKING)
        found = reading.readable().filter(pk=plan, job=job).first()
        if found is not None:
            reading.read(found, before_keeping=lambda: report(1.0, KEEPING))


@task
def read_every_week(plan: int, due: str) -> None:
    """Read a plan when it is still meant to be read at this moment, and plan the next week."""
    found = reading.readable().filter(pk=plan, due=datetime.fromisoformat(due)).first()
    if found is not None and reading.is_watched(found):
        ask_reading(found)
        plan_reading(found)


@transaction.atomic
def ask_reading(plan: Plan) -> None:
    """Have a plan read in the background, as soon as a worker is free."""
    if plan.job is not None:
        jobs.cancel(job=plan.job)
    plan.job = jobs.ask(
        task=read_effect,
        organisation=plan.initiative.organisation_id,
        purpose=READING,
        subject=plan.pk,
    )
    plan.save(update_fields=["job"])


@transaction.atomic
def plan_reading(plan: Plan) -> None:
    """Have a plan read next Monday; a reading that was planned before does not happen."""
    now = timezone.localtime()
    monday = now.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    plan.due = monday + timedelta(days=7 - now.weekday())
    plan.save(update_fields=["due"])
    if not read_every_week.get_backend().supports_defer:
        return  # a host with such tasks reads after its data were renewed
    planned, due = read_every_week.using(run_after=plan.due), plan.due.isoformat()
    transaction.on_commit(lambda: planned.enqueue(plan.pk, due))
