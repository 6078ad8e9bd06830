"""A search for when it goes well, what it found, what people say of it, and where it is tried."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class KeptSearches(models.Manager["Search"]):
    """Searches that were not removed. Removing can be undone, so the rest still exists."""

    def get_queryset(self) -> models.QuerySet["Search"]:
        """Leave out what was removed."""
        return super().get_queryset().filter(removed=None)


class Search(models.Model):
    """When it goes well, asked of a log, and what it answered."""

    log = models.ForeignKey("evidence.EventLog", models.CASCADE, related_name="searches")
    # The promise that good was taken from; nothing when people said it in a condition of their own.
    promise = models.ForeignKey(
        "evidence.Promise", models.SET_NULL, null=True, blank=True, related_name="searches"
    )
    # When a case is good, in the words of the library, and which cases it is about.
    good = models.CharField(max_length=300)
    scope = models.JSONField(default=dict, blank=True)
    by = models.CharField(max_length=200, blank=True)
    landmarks = models.JSONField(default=list)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    seed = models.PositiveIntegerField(default=0)
    # The reading of the log that it is about.
    folder = models.CharField(max_length=200, blank=True)
    # What it rests on, the connections, and what good cases look like.
    found = models.JSONField(default=dict, blank=True)
    # Why there is no answer: code, data, nl and en.
    problem = models.JSONField(default=dict, blank=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, blank=True)
    asked = models.DateTimeField(default=timezone.now)
    computed = models.DateTimeField(null=True, blank=True)
    removed = models.DateTimeField(null=True, blank=True)

    objects = KeptSearches()
    with_removed = models.Manager["Search"]()

    class Meta:
        verbose_name = _("search for patterns")
        verbose_name_plural = _("searches for patterns")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.good

    @property
    def is_awaited(self) -> bool:
        """Tell whether it is still being computed."""
        return self.computed is None and self.job is not None and not self.job.is_over


class Finding(models.Model):
    """One pattern that a search found."""

    search = models.ForeignKey(Search, models.CASCADE, related_name="findings")
    place = models.PositiveSmallIntegerField()
    # What the library told, ready for a page: see stored.py.
    told = models.JSONField()

    class Meta:
        verbose_name = _("pattern")
        verbose_name_plural = _("patterns")
        ordering = ("place",)
        constraints = [
            models.UniqueConstraint(fields=("search", "place"), name="one_pattern_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.search_id}: {self.place}"


class Opinion(models.Model):
    """What someone who knows the work says of a finding, in words."""

    class Kind(models.TextChoices):
        """What the words do."""

        CONFIRM = "confirm", _("recognises it")
        DOUBT = "doubt", _("doubts it")
        EXPLAIN = "explain", _("explains it")

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="opinions")
    # Only so that people can take their own words back; pages show the role they chose to name.
    membership = models.ForeignKey(
        "organisation.Membership", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    words = models.TextField()
    role = models.CharField(max_length=80, blank=True)
    on = models.DateField(default=timezone.localdate)
    removed = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("opinion on a pattern")
        verbose_name_plural = _("opinions on patterns")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.kind}: {self.finding_id}"


class Trial(models.Model):
    """A finding that is tried in an experiment."""

    finding = models.ForeignKey(Finding, models.CASCADE, related_name="trials")
    experiment = models.OneToOneField(
        "network.Experiment", models.CASCADE, related_name="pattern_trial"
    )

    class Meta:
        verbose_name = _("pattern that is tried")
        verbose_name_plural = _("patterns that are tried")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.finding_id}: {self.experiment_id}"
