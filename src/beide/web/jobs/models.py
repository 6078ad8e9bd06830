"""A piece of background work that people can follow."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from beide.text import Text

# A worker that has said nothing for this long has stopped.
SILENCE = timedelta(hours=1)

LOST = Text(
    nl="Dit werk is onderweg gestopt, bijvoorbeeld omdat de computer opnieuw startte. "
    "Er is niets half bewaard. Begin het opnieuw.",
    en="This work stopped halfway, for instance because the computer restarted. "
    "Nothing was half kept. Start it again.",
)


class Job(models.Model):
    """What is being done for an organisation, and how far it is."""

    class State(models.TextChoices):
        """Where a job stands."""

        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("under way")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="jobs"
    )
    purpose = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.FloatField(default=0.0)
    doing_nl = models.CharField(max_length=200, blank=True)
    doing_en = models.CharField(max_length=200, blank=True)
    problem_nl = models.TextField(blank=True)
    problem_en = models.TextField(blank=True)
    # Which run of the work may report; another run of the same job has another mark.
    claim = models.CharField(max_length=32, blank=True)
    asked = models.DateTimeField(default=timezone.now)
    heard = models.DateTimeField(null=True, blank=True)
    ended = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ("-asked",)

    def __str__(self) -> str:
        return f"{self.purpose} ({self.state})"

    @property
    def is_lost(self) -> bool:
        """Tell whether the worker that ran it went away without a word."""
        heard = self.heard or self.asked
        return self.state == self.State.RUNNING and timezone.now() - heard > SILENCE

    @property
    def is_over(self) -> bool:
        """Tell whether there is nothing left to wait for."""
        return self.is_lost or self.state not in {self.State.WAITING, self.State.RUNNING}

    @property
    def has_failed(self) -> bool:
        """Tell whether it ended without doing what was asked."""
        return self.is_lost or self.state == self.State.FAILED

    @property
    def percent(self) -> int:
        """How much is done, of 100."""
        return round(min(max(self.done, 0.0), 1.0) * 100)

    @property
    def doing(self) -> Text:
        """What is being done now."""
        return Text(nl=self.doing_nl, en=self.doing_en)

    @property
    def problem(self) -> Text:
        """Why it failed and what to do."""
        return LOST if self.is_lost else Text(nl=self.problem_nl, en=self.problem_en)
