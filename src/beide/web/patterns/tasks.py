"""Searching in the background."""

from django_tasks import task

from beide.web.jobs.actions import working_on
from beide.web.patterns import searching
from beide.web.patterns.models import Search


@task
def search(job: int, search: int) -> None:
    """Look for when it goes well."""
    with working_on(job) as report:
        found = (
            Search.objects.filter(pk=search, job=job).select_related("log__organisation").first()
        )
        if found is not None:
            searching.compute(found, report=report)
