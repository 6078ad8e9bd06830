"""The only way to an organisation's jobs."""

from django.http import Http404

from beide.web.jobs.models import Job


def access_job(*, organisation: int, pk: int) -> Job:
    """Return a job of this organisation."""
    job = Job.objects.filter(organisation=organisation, pk=pk).first()
    if job is None:
        raise Http404
    return job
