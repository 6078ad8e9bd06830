"""What was found of the room there is, what teams agreed, and what of it they used."""

from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LEAST_HOURS, MOST_HOURS = Decimal("0.5"), Decimal(999)


# How a team frees its time: the names of the library, which is too heavy to load with the models.
HOUR_A_DAY = "hour_a_day"
WAYS = (HOUR_A_DAY, "half_day", "rota", "taking_turns", "spread")
CHOICES = [(way, way) for way in WAYS]


class Study(models.Model):
    """One question about the room that a promise leaves, and what was found."""

    promise = models.ForeignKey("evidence.Promise", models.CASCADE, related_name="studies")
    # The reading of the log that it is about; another reading has another folder.
    folder = models.CharField(max_length=200)
    key = models.CharField(max_length=64)
    way = models.CharField(max_length=12, choices=CHOICES, default=HOUR_A_DAY)
    # The whole question: way, changes, people, minimum, and what was promised then.
    asked = models.JSONField(default=dict)
    # Whether it asks what changes would do, instead of how much time there is.
    tries = models.BooleanField(default=False)
    found = models.JSONField(default=dict, blank=True)
    # Why it could not be computed: code, data, nl and en.
    problem = models.JSONField(default=dict, blank=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, blank=True)
    made = models.DateTimeField(default=timezone.now)
    computed = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("study of room")
        verbose_name_plural = _("studies of room")
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("promise", "folder", "key"), name="one_study_a_question"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.way}: {self.promise_id}"

    @property
    def is_awaited(self) -> bool:
        """Tell whether it is still being computed."""
        return self.computed is None and self.job is not None and not self.job.is_over

    @property
    def is_refused(self) -> bool:
        """Tell whether the model was not good enough for a number."""
        return bool(self.found.get("refused"))

    @property
    def has_number(self) -> bool:
        """Tell whether it says how many hours there are, also when that is none."""
        return bool(self.found) and not self.is_refused and not self.tries


class Agreement(models.Model):
    """Hours a week that a team and its lead agreed to set free, as planned working time.

    Both have to say yes. Who said it is not kept, only that it was said for the lead or the team.
    """

    team = models.ForeignKey("organisation.Team", models.CASCADE, related_name="agreements")
    promise = models.ForeignKey(
        "evidence.Promise", models.SET_NULL, null=True, blank=True, related_name="agreements"
    )
    study = models.ForeignKey(
        Study, models.SET_NULL, null=True, blank=True, related_name="agreements"
    )
    # What this team is called in the log that the study is about.
    log_team = models.CharField(max_length=200, blank=True)
    hours_a_week = models.DecimalField(
        _("hours a week"),
        max_digits=5,
        decimal_places=1,
        validators=[MinValueValidator(LEAST_HOURS), MaxValueValidator(MOST_HOURS)],
    )
    way = models.CharField(_("how"), max_length=12, choices=CHOICES, default=HOUR_A_DAY)
    # From a Monday up to a Sunday; no end as long as it goes on.
    since = models.DateField(_("from"))
    until = models.DateField(_("up to and including"), null=True, blank=True)
    # What the study called safe for this team when it was proposed, if it said so.
    safe_hours = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    within_safe = models.BooleanField(default=False)
    why_more = models.TextField(_("why these hours"), blank=True)
    replaces = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="replaced_by"
    )
    proposed_on = models.DateField(default=timezone.localdate)
    lead_yes = models.DateField(null=True, blank=True)
    team_yes = models.DateField(null=True, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    # A proposal to which one of both said no, or that was taken back.
    declined = models.DateField(null=True, blank=True)
    why_ended = models.TextField(_("why it ends"), blank=True)

    class Meta:
        verbose_name = _("agreement about room")
        verbose_name_plural = _("agreements about room")
        ordering = ("-since", "-pk")

    def __str__(self) -> str:
        return f"{self.hours_a_week}: {self.team_id}"

    @property
    def is_agreed(self) -> bool:
        """Tell whether both said yes."""
        return self.agreed_on is not None

    @property
    def waits(self) -> bool:
        """Tell whether one of both still has to say yes."""
        return self.agreed_on is None and self.declined is None


class UsedWeek(models.Model):
    """How many of the agreed hours a team used in one week: one number of the whole team."""

    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="used_weeks")
    week = models.DateField(_("week"))
    used_hours = models.DecimalField(
        _("hours used"),
        max_digits=5,
        decimal_places=1,
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(MOST_HOURS)],
    )
    why_less = models.TextField(_("why less"), blank=True)

    class Meta:
        verbose_name = _("week used")
        verbose_name_plural = _("weeks used")
        ordering = ("week",)
        constraints = [
            models.UniqueConstraint(fields=("agreement", "week"), name="one_number_a_week"),
        ]

    def __str__(self) -> str:
        return f"{self.week}: {self.used_hours}"
