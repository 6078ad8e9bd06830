"""An insight on its way from one mode to the other, and what guards and proves the exchange."""

from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from beide.change import Mode


class Insight(models.Model):
    """Something learnt that the other mode could use, and what happened with it."""

    class State(models.TextChoices):
        """Where an insight stands."""

        FOUND = "found", _("found")
        OFFERED = "offered", _("offered")
        ACCEPTED = "accepted", _("accepted")
        ADAPTED = "adapted", _("accepted in another form")
        DECLINED = "declined", _("declined, with a reason")
        IN_USE = "in_use", _("in use")

    class Kind(models.TextChoices):
        """What it is. The hierarchy also offers what the network can build on."""

        INSIGHT = "insight", _("something we learnt")
        CONSTRAINT = "constraint", _("a limit to keep in mind")
        CUSTOMER = "customer", _("something we know about customers")
        ROOM = "room", _("room in time")

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="insights"
    )
    found_in = models.CharField(
        _("found in"), max_length=10, choices=[(mode.value, mode.value) for mode in Mode]
    )
    kind = models.CharField(_("what it is"), max_length=12, choices=Kind.choices)
    what = models.CharField(_("the insight in one sentence"), max_length=240)
    about = models.TextField(_("what it rests on"), blank=True)
    initiative = models.ForeignKey(
        "initiatives.Initiative", models.SET_NULL, null=True, blank=True, related_name="insights"
    )
    experiment = models.ForeignKey(
        "network.Experiment", models.SET_NULL, null=True, blank=True, related_name="insights"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.FOUND)
    to_role = models.CharField(_("to which role"), max_length=120, blank=True)
    to_team = models.ForeignKey(
        "organisation.Team", models.SET_NULL, null=True, blank=True, related_name="insights"
    )
    # The improvement or renewal through which it came into use: its effect is the insight's.
    carried_by = models.ForeignKey(
        "initiatives.Initiative",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="insights_used",
    )
    found = models.DateField(default=timezone.localdate)

    class Meta:
        verbose_name = _("insight")
        verbose_name_plural = _("insights")
        ordering = ("-found", "-pk")

    def __str__(self) -> str:
        return self.what


class Passage(models.Model):
    """One step of an insight: from which state to which, and why."""

    insight = models.ForeignKey(Insight, models.CASCADE, related_name="passages")
    state = models.CharField(max_length=10, choices=Insight.State.choices)
    why = models.TextField(blank=True)
    on = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.state


class Check(models.Model):
    """A look at whether an insight in use still holds."""

    insight = models.ForeignKey(Insight, models.CASCADE, related_name="checks")
    holds = models.BooleanField(_("does this insight still hold?"))
    saw = models.TextField(_("what we saw"), blank=True)
    on = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.on}"


class AlarmAnswer(models.Model):
    """What was done about an alarm: something is tried, or it is put aside with a reason.

    It is about a plan of which the promise suffers, or about a team of which the room is eaten.
    Until its day the alarm is quiet; when it is still there after that day, it sounds again.
    """

    class Way(models.TextChoices):
        """What people do about it."""

        TRY = "try", _("we try something")
        ASIDE = "aside", _("we put it aside")

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="alarm_answers"
    )
    plan = models.ForeignKey(
        "effects.Plan", models.CASCADE, null=True, blank=True, related_name="alarm_answers"
    )
    team = models.ForeignKey(
        "organisation.Team", models.CASCADE, null=True, blank=True, related_name="alarm_answers"
    )
    way = models.CharField(_("what you do"), max_length=10, choices=Way.choices)
    words = models.TextField(_("what, or why"))
    on = models.DateField(default=timezone.localdate)
    until = models.DateField(_("until"))
    taken_back = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("answer to an alarm")
        verbose_name_plural = _("answers to alarms")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(plan__isnull=True) ^ models.Q(team__isnull=True),
                name="about_a_plan_or_a_team",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.way}: {self.on}"


class StartOrder(models.Model):
    """A drawn order in which teams start something, one after another. Earlier draws are kept."""

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="start_orders"
    )
    what = models.CharField(_("what starts"), max_length=140)
    first = models.DateField(_("the first team starts on"))
    weeks_between = models.PositiveSmallIntegerField(_("weeks between two teams"))
    # Each team with its day, in order: the name as it was then.
    starts = models.JSONField(default=list)
    drawn = models.DateField(default=timezone.localdate)
    removed = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("order of starting")
        verbose_name_plural = _("orders of starting")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.what

    @property
    def days(self) -> list[tuple[str, date]]:
        """Each team with the day on which it starts, in order."""
        return [(each["name"], date.fromisoformat(each["start"])) for each in self.starts]


class Together(models.Model):
    """Whether both modes strengthen each other, as it was last computed."""

    organisation = models.OneToOneField(
        "organisation.Organisation", models.CASCADE, related_name="together"
    )
    # What beide.effect answered, and the months it is about.
    found = models.JSONField(default=dict, blank=True)
    job = models.ForeignKey("jobs.Job", models.SET_NULL, null=True, blank=True)
    computed = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("whether both modes strengthen each other")
        verbose_name_plural = _("whether both modes strengthen each other")

    def __str__(self) -> str:
        return f"{self.organisation_id}"
