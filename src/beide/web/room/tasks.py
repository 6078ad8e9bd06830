"""Work on room that runs in the background."""

from django_tasks import task

from beide.web.evidence.access import is_open
from beide.web.jobs.actions import working_on
from beide.web.room.models import Study


@task
def study(job: int, study: int) -> None:
    """Find out how much time can be set free, when the data may still be seen."""
    from beide.web.room import studying

    with working_on(job) as report:
        found = (
            Study.objects.filter(pk=study, job=job)
            .select_related("promise__log__organisation", "promise__organisation")
            .first()
        )
        if found is not None and _is_open(found):
            studying.compute(found, report)


def _is_open(found: Study) -> bool:
    log = found.promise.log
    return is_open(organisation=log.organisation, generated=log.generated)
