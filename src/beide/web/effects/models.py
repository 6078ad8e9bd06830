"""The plan of an effect, fixed before it starts, and what the data said since."""

from datetime import date, datetime

from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = 1000  # signs in an answer


class Plan(models.Model):
    """What will be measured, from when, when to look, and what would stop it."""

    class Measure(models.TextChoices):
        """Which outcome of the promise's cases."""

        KEPT = "kept", _("the share of cases that keeps the promise")
        LEAD_TIME = "lead_time", _("the lead time: what half of the cases stay under")
        RATING = "rating", _("what customers rate it, on average")

    initiative = models.ForeignKey("initiatives.Initiative", models.CASCADE, related_name="plans")
    promise = models.ForeignKey(
        "evidence.Promise", models.SET_NULL, null=True, blank=True, related_name="plans"
    )
    # What starts, when that is not the whole initiative: the name of an experiment or an insight.
    title = models.CharField(_("what starts"), max_length=240, blank=True)
    measure = models.CharField(
        _("what we measure"), max_length=10, choices=Measure.choices, default=Measure.KEPT
    )
    # What was promised when the plan was made: changing the promise later changes no plan.
    asked = models.JSONField(default=dict, blank=True)
    # Which of the promise's cases: "attributes" with their values. Empty for all of them.
    scope = models.JSONField(default=dict, blank=True)
    # Cases in which nothing starts, each described as a scope is.
    compare_with = models.JSONField(default=list, blank=True)
    # An attribute of which the mix is kept the same, so that other kinds of cases are no effect.
    kinds = models.CharField(_("keep the mix the same of"), max_length=200, blank=True)
    starts = models.DateField(_("starts on"))
    look_on = models.DateField(_("we look on"))
    stop_when = models.TextField(
        _("what would make us stop"), blank=True, validators=[MaxLengthValidator(LONGEST)]
    )
    stop_if_suffers = models.BooleanField(_("stop when the promise clearly suffers"), default=True)
    why_then = models.TextField(_("why then"), blank=True, validators=[MaxLengthValidator(LONGEST)])
    # Made by Beide from what was known, because nobody had made one.
    automatic = models.BooleanField(default=False)
    made = models.DateTimeField(default=timezone.now)
    fixed = models.DateTimeField(null=True, blank=True)
    # The day on which it ended, or was learnt from; the weeks after it are not watched.
    ended = models.DateField(null=True, blank=True)
    withdrawn = models.DateField(null=True, blank=True)
    why_withdrawn = models.TextField(_("why it is withdrawn"), blank=True)
    # The next weekly reading; only the task that was made for this moment reads.
    due = models.DateTimeField(null=True, blank=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, blank=True)

    class Meta:
        verbose_name = _("plan of an effect")
        verbose_name_plural = _("plans of effects")
        ordering = ("-starts", "-pk")

    def __str__(self) -> str:
        return f"{self.initiative_id}: {self.starts}"

    @property
    def name(self) -> str:
        """What starts, in words."""
        return self.title or self.initiative.title

    @property
    def is_fixed(self) -> bool:
        """Tell whether it can no longer change: someone fixed it, or the day has come."""
        return self.fixed is not None or self.starts <= timezone.localdate()

    @property
    def is_beforehand(self) -> bool:
        """Tell whether it was made before, or on the day that, it started."""
        return day_of(self.made) <= self.starts

    @property
    def stands(self) -> bool:
        """Tell whether it was not withdrawn."""
        return self.withdrawn is None


class Reading(models.Model):
    """What the data said about a plan, up to a week. Earlier readings are kept."""

    class Verdict(models.TextChoices):
        """What can be said, in one word."""

        IMPROVED = "improved", _("improved")
        PROBABLY = "probably", _("probably improved")
        CANNOT_TELL = "cannot_tell", _("cannot tell")
        WORSE = "worse", _("worse")
        WAITING = "waiting", _("too early to say")
        REFUSED = "refused", _("cannot be answered")

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="readings")
    # The Monday of the last whole week that is in it.
    until = models.DateField(null=True, blank=True)
    computed = models.DateTimeField(default=timezone.now)
    verdict = models.CharField(max_length=12, choices=Verdict.choices)
    # The verdict in a sentence: nl and en.
    said = models.JSONField(default=dict)
    # What beide.effect answered, with its interval in words, and what its weekly watch says.
    effect = models.JSONField(default=dict, blank=True)
    watch = models.JSONField(default=dict, blank=True)
    # The weeks that may be shown, with hidden ones left empty.
    series = models.JSONField(default=dict, blank=True)
    # What else began on the same outcome: name and day.
    others = models.JSONField(default=list, blank=True)
    flagged = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("reading of an effect")
        verbose_name_plural = _("readings of effects")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.plan_id}: {self.verdict}"


def day_of(moment: datetime) -> date:
    """Return the day of a moment, by the host's clock."""
    return timezone.localtime(moment).date()
