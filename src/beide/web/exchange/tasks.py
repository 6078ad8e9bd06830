"""Work of the exchange that runs in the background."""

from django.utils import timezone
from django_tasks import task

from beide.text import Text
from beide.web.exchange import panel
from beide.web.exchange.models import Together
from beide.web.jobs.actions import working_on
from beide.web.room import access as room

LAYING = Text(nl="De maanden worden naast elkaar gelegd", en="Laying the months side by side")
KEEPING = Text(nl="Het antwoord wordt bewaard", en="Keeping the answer")


@task
def compute_together(job: int, together: int) -> None:
    """Compute whether both modes strengthen each other."""
    with working_on(job) as report:
        report(0.1, LAYING)
        found = Together.objects.filter(pk=together, job=job).select_related("organisation").first()
        if found is None:
            return
        today = timezone.localdate()
        rooms = room.teams(found.organisation, last=panel.MOST_WEEKS, today=today)
        answer = panel.answer_of(panel.panel_of(rooms, today=today))
        report(1.0, KEEPING)
        found.found, found.computed = answer.to_dict(), timezone.now()
        found.save(update_fields=["found", "computed"])
