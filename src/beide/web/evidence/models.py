"""Consent, event logs, the promise, and every analysis that was run."""

import secrets
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from beide.web.evidence.kinds import is_xes, suffix_of


class Consent(models.Model):
    """What the works council, or the staff, agreed to. Without it no event data opens."""

    class By(models.TextChoices):
        """Who was asked."""

        WORKS_COUNCIL = "works_council", _("the works council consented")
        STAFF = "staff", _("the staff were consulted")

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="consents"
    )
    by = models.CharField(_("who was asked"), max_length=20, choices=By.choices)
    on = models.DateField(_("on"))
    scope = models.TextField(_("for which data"))
    purpose = models.TextField(_("for which purpose"), blank=True)
    withdrawn = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.get_by_display()} ({self.on})"


def upload_path(_thing: models.Model, name: str) -> str:
    """Return where an uploaded file is put: a random name, with the end that says what it is."""
    return f"uploads/{secrets.token_hex(16)}{suffix_of(name)}"


def new_secret() -> str:
    """Return a secret with which a log's case ids are hashed, so that a next export fits on it."""
    return secrets.token_hex(32)


class EventLog(models.Model):
    """An event log of the organisation: first a file, then a normalised log."""

    class State(models.TextChoices):
        """How far a log is."""

        UPLOADED = "uploaded", _("columns to choose")
        READING = "reading", _("being read")
        READY = "ready", _("ready")
        FAILED = "failed", _("not read")

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="event_logs"
    )
    name = models.CharField(_("name"), max_length=120)
    purpose = models.TextField(_("what it is used for"), blank=True)
    generated = models.BooleanField(_("generated data, not real"), default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.UPLOADED)
    # The file as it was given: what it was called, and where it is until it was read.
    source = models.CharField(max_length=200, blank=True)
    file = models.FileField(upload_to=upload_path, blank=True)
    columns = models.JSONField(default=dict, blank=True)
    # Why it could not be read: code, data, nl and en.
    problem = models.JSONField(default=dict, blank=True)
    # The normalised log, under settings.LOGS_ROOT, and what it says about itself.
    folder = models.CharField(max_length=200, blank=True)
    about = models.JSONField(default=dict, blank=True)
    lead_times = models.JSONField(default=dict, blank=True)
    # What is kept of the source and what not, for the council: nl and en.
    kept = models.JSONField(default=dict, blank=True)
    secret = models.CharField(max_length=64, default=new_secret)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, blank=True)
    added = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("event log")
        verbose_name_plural = _("event logs")
        ordering = ("-added",)

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> Path:
        """The folder of the normalised log."""
        return Path(settings.LOGS_ROOT) / self.folder

    @property
    def is_ready(self) -> bool:
        """Tell whether it was read and can be asked about."""
        return self.state == self.State.READY

    @property
    def was_read_here(self) -> bool:
        """Tell whether somebody chose how it is read, so that a next export fits on it."""
        return bool(self.columns)

    @property
    def is_xes(self) -> bool:
        """Tell whether the file it came from is XES."""
        return is_xes(self.source)


class KeptPromises(models.Manager["Promise"]):
    """Promises that were not removed. Removing can be undone, so the rest still exists."""

    def get_queryset(self) -> models.QuerySet["Promise"]:
        """Leave out what was removed."""
        return super().get_queryset().filter(removed__isnull=True)


class Promise(models.Model):
    """What customers can count on: a lead time and the share of cases that keep it."""

    class Period(models.TextChoices):
        """Over what it is judged each time."""

        WEEK = "week", _("the last four weeks")
        MONTH = "month", _("the last whole month")

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="promises"
    )
    log = models.ForeignKey(EventLog, models.CASCADE, related_name="promises")
    name = models.CharField(_("name"), max_length=120)
    within_hours = models.FloatField(_("within"), validators=[MinValueValidator(0.01)])
    # When a result is good, in the words of the library; left empty it is the time above.
    condition = models.CharField(_("when a case is good"), max_length=300, blank=True)
    # Which cases it is about: "roles" that took part, and "attributes" with their values.
    scope = models.JSONField(default=dict, blank=True)
    share = models.FloatField(
        _("for which share"), validators=[MinValueValidator(0.01), MaxValueValidator(1)]
    )
    period = models.CharField(
        _("judged by"), max_length=5, choices=Period.choices, default=Period.WEEK
    )
    # How it went, week by week and perhaps month by month, as the last analysis found it.
    over_time = models.JSONField(default=dict, blank=True)
    computed = models.DateTimeField(null=True, blank=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, blank=True)
    removed = models.DateTimeField(null=True, blank=True)

    objects = KeptPromises()
    with_removed = models.Manager["Promise"]()

    class Meta:
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name

    @property
    def within(self) -> timedelta:
        """The lead time promised."""
        return timedelta(hours=self.within_hours)


class Analysis(models.Model):
    """A record that an analysis was run, for the council."""

    class Kind(models.TextChoices):
        """What was asked of a log."""

        LEAD_TIMES = "lead_times", _("how long cases take")
        PROMISE = "promise", _("whether the promise is kept, week by week")
        MAP = "map", _("which step comes after which")
        ROLES = "roles", _("how work passes between roles or teams")
        CASES = "cases", _("which cases there are, by week and without names")
        PATTERNS = "patterns", _("when it goes well, and what goes together with that")
        ROOM = "room", _("how much time can be set free")
        STEPS = "steps", _("how long work waits before each step, and how long the step takes")

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="analyses"
    )
    log = models.ForeignKey(EventLog, models.SET_NULL, null=True, related_name="analyses")
    log_name = models.CharField(max_length=120)
    kind = models.CharField(max_length=40, choices=Kind.choices)
    purpose = models.TextField(blank=True)
    cases = models.PositiveIntegerField(default=0)
    on = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("analysis")
        verbose_name_plural = _("analyses")
        ordering = ("-on",)

    def __str__(self) -> str:
        return f"{self.kind}: {self.log_name}"


class Answer(models.Model):
    """What a log answered to one question, kept so that a page only has to read it."""

    class Kind(models.TextChoices):
        """What was asked."""

        MAP = "map", _("process map")
        CASES = "cases", _("cases")
        VALUES = "values", _("what attributes hold")
        STEPS = "steps", _("how long steps wait and take")

    log = models.ForeignKey(EventLog, models.CASCADE, related_name="answers")
    # The reading that it is about; another reading of the log has another folder.
    folder = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    key = models.CharField(max_length=64)
    asked = models.JSONField(default=dict)
    found = models.JSONField(default=dict, blank=True)
    # Why there is no answer: code, data, nl and en.
    problem = models.JSONField(default=dict, blank=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, blank=True)
    computed = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("log", "folder", "kind", "key"), name="one_answer_a_question"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.log_id}"

    @property
    def is_awaited(self) -> bool:
        """Tell whether it is still being computed."""
        return self.computed is None and self.job is not None and not self.job.is_over

    @property
    def is_lost(self) -> bool:
        """Tell whether it was computed and its rows are gone, as after a move."""
        listed = self.kind == self.Kind.CASES and bool(self.found)
        return self.computed is not None and listed and not self.path.exists()

    @property
    def path(self) -> Path:
        """Where the rows of a long answer are."""
        return Path(settings.LOGS_ROOT) / self.folder / "answers" / f"{self.key}.parquet"


class Source(models.Model):
    """Where newer exports of a log come from: a folder or a database that the host named."""

    log = models.OneToOneField(EventLog, models.CASCADE, related_name="feed")
    # The name in the host's setting; where that is and how to sign in there is not kept here.
    place = models.CharField(_("where"), max_length=60)
    table = models.CharField(_("which table"), max_length=200, blank=True)
    query = models.TextField(_("which question"), blank=True)
    # The next reading; only the task that was made for this moment reads.
    due = models.DateTimeField(null=True, blank=True)
    read = models.DateTimeField(null=True, blank=True)
    added = models.PositiveIntegerField(default=0)
    problem = models.JSONField(default=dict, blank=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, blank=True)

    class Meta:
        verbose_name = _("data source")
        verbose_name_plural = _("data sources")

    def __str__(self) -> str:
        return f"{self.place}: {self.log_id}"


class Addition(models.Model):
    """A next export that somebody added to a log, and what came of it."""

    log = models.ForeignKey(EventLog, models.CASCADE, related_name="additions")
    source = models.CharField(max_length=200)
    # The file until it was read.
    file = models.FileField(upload_to=upload_path, blank=True)
    # What was new: "events" and "cases"; "known" events and "changed" cases were there already.
    told = models.JSONField(default=dict, blank=True)
    # Why it could not be added: code, data, nl and en.
    problem = models.JSONField(default=dict, blank=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, blank=True)
    asked = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("added export")
        verbose_name_plural = _("added exports")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.source}: {self.log_id}"

    @property
    def is_awaited(self) -> bool:
        """Tell whether it is still being added."""
        return self.job is not None and not self.job.is_over
