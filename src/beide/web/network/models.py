"""What the network adds to an initiative: rounds, people who want to, experiments, letting go."""

from decimal import Decimal
from typing import TypeVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LEAST_HOURS, MOST_HOURS = Decimal("0.5"), Decimal(40)
HOURS_PROPOSED = Decimal(2)
Thing = TypeVar("Thing", bound=models.Model)


class Standing(models.Manager[Thing]):
    """What has not been taken away. What was taken away can be put back."""

    def get_queryset(self) -> models.QuerySet[Thing]:
        """Leave out what was taken away."""
        return super().get_queryset().filter(removed=None)


class Round(models.Model):
    """One loop through explore, discover and learn, around a question."""

    initiative = models.ForeignKey("initiatives.Initiative", models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    question = models.CharField(_("guiding question"), max_length=240)
    learnt = models.TextField(_("what this round taught us"), blank=True)
    begun = models.DateField(default=timezone.localdate)
    ended = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=("initiative", "number"), name="one_round_per_number"),
        ]

    def __str__(self) -> str:
        return self.question


class Joining(models.Model):
    """Someone who wants to take part, and the hours agreed with their lead as planned time."""

    initiative = models.ForeignKey(
        "initiatives.Initiative", models.CASCADE, related_name="joinings"
    )
    membership = models.ForeignKey(
        "organisation.Membership", models.CASCADE, related_name="joinings"
    )
    hours = models.DecimalField(
        _("hours a week"),
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(LEAST_HOURS), MaxValueValidator(MOST_HOURS)],
    )
    # What the lead proposes instead. It counts only when the person says yes.
    proposed = models.DecimalField(
        _("hours a week proposed by the lead"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(LEAST_HOURS), MaxValueValidator(MOST_HOURS)],
    )
    agreed_on = models.DateField(_("agreed on"), null=True, blank=True)
    joined = models.DateField(default=timezone.localdate)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("initiative", "membership"), name="joined_once"),
        ]

    def __str__(self) -> str:
        return f"{self.hours}"

    @property
    def is_agreed(self) -> bool:
        """Tell whether the hours are planned time."""
        return self.agreed_on is not None


class Call(models.Model):
    """A call to join: who is being looked for, and for how many hours."""

    initiative = models.ForeignKey("initiatives.Initiative", models.CASCADE, related_name="calls")
    looking_for = models.CharField(_("who you are looking for"), max_length=200)
    hours = models.DecimalField(
        _("hours a week"),
        max_digits=4,
        decimal_places=1,
        default=HOURS_PROPOSED,
        validators=[MinValueValidator(LEAST_HOURS), MaxValueValidator(MOST_HOURS)],
    )
    made = models.DateField(default=timezone.localdate)
    closed = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.looking_for


class Experiment(models.Model):
    """A bounded try, and afterwards what it taught."""

    class Next(models.TextChoices):
        """What to do with what was learnt."""

        ADOPT = "adopt", _("adopt it")
        ADAPT = "adapt", _("adapt it")
        AGAIN = "again", _("try again")
        STOP = "stop", _("stop")

    class State(models.TextChoices):
        """How far an experiment is."""

        TO_BEGIN = "to_begin", _("to begin")
        RUNNING = "running", _("running")
        LEARNT = "learnt", _("learnt")

    initiative = models.ForeignKey(
        "initiatives.Initiative", models.CASCADE, related_name="experiments"
    )
    round = models.ForeignKey(Round, models.PROTECT, related_name="experiments")
    title = models.CharField(_("name of the experiment"), max_length=140)
    believe = models.TextField(_("what we believe"))
    attempt = models.TextField(_("what we try"))
    together_with = models.CharField(
        _("with which customer or partner"), max_length=200, blank=True
    )
    will_see = models.TextField(_("what we will see if it is so"))
    stops_when = models.TextField(_("when we stop"))
    protects = models.ForeignKey(
        "evidence.Promise", models.SET_NULL, null=True, blank=True, related_name="experiments"
    )
    begins = models.DateField(_("begins on"), null=True, blank=True)
    # How its effect on the promise is measured, fixed when it begins.
    plan = models.OneToOneField(
        "effects.Plan", models.SET_NULL, null=True, blank=True, related_name="experiment"
    )
    saw = models.TextField(_("what we saw"), blank=True)
    learnt = models.TextField(_("what we learnt"), blank=True)
    next = models.CharField(_("what next"), max_length=10, choices=Next.choices, blank=True)
    learnt_on = models.DateField(null=True, blank=True)
    removed = models.DateField(null=True, blank=True)

    everything = models.Manager()
    objects = Standing()

    class Meta:
        default_manager_name = "objects"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> State:
        """How far it is: its plan is fixed from the day it begins."""
        if self.learnt_on:
            return self.State.LEARNT
        begun = self.begins is not None and self.begins <= timezone.localdate()
        return self.State.RUNNING if begun else self.State.TO_BEGIN


class LedgerEntry(models.Model):
    """For a transition: what is let go, what is kept, what is begun."""

    class Kind(models.TextChoices):
        """The three columns of the ledger."""

        LET_GO = "let_go", _("we let go")
        KEEP = "keep", _("we keep")
        BEGIN = "begin", _("we begin")

    initiative = models.ForeignKey("initiatives.Initiative", models.CASCADE, related_name="ledger")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    what = models.CharField(_("what"), max_length=240)
    added = models.DateField(default=timezone.localdate)
    removed = models.DateField(null=True, blank=True)

    everything = models.Manager()
    objects = Standing()

    class Meta:
        default_manager_name = "objects"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.what
