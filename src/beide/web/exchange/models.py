"""An insight on its way from one mode to the other."""

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
