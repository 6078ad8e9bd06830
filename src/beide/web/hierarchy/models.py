"""What the hierarchy adds to an initiative: who owns it, its steps, and whether it holds."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Carrying(models.Model):
    """Who carries an improvement or renewal, and how we will know that it held."""

    initiative = models.OneToOneField(
        "initiatives.Initiative", models.CASCADE, primary_key=True, related_name="carrying"
    )
    owner_role = models.CharField(_("role that owns it"), max_length=120)
    held_when = models.TextField(_("it is held when"), blank=True)
    look_on = models.DateField(_("we look on"), null=True, blank=True)

    class Meta:
        verbose_name = _("carrying")
        verbose_name_plural = _("carryings")

    def __str__(self) -> str:
        return self.owner_role


class Step(models.Model):
    """A step with a date. A removed step is kept, so that removing can be undone."""

    initiative = models.ForeignKey("initiatives.Initiative", models.CASCADE, related_name="steps")
    what = models.CharField(_("step"), max_length=200)
    due = models.DateField(_("done by"), null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    removed_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = (models.F("due").asc(nulls_last=True), "pk")

    def __str__(self) -> str:
        return self.what

    @property
    def days_late(self) -> int:
        """How many days ago an open step should have been done; 0 when it is on time."""
        if self.due is None or self.done_on is not None:
            return 0
        return max((timezone.localdate() - self.due).days, 0)


class Look(models.Model):
    """One look at whether a change holds, and the move that followed from it."""

    initiative = models.ForeignKey("initiatives.Initiative", models.CASCADE, related_name="looks")
    held = models.BooleanField(_("it holds"))
    saw = models.TextField(_("what we saw"))
    on = models.DateField(default=timezone.localdate)
    move = models.OneToOneField(
        "initiatives.Happening", models.SET_NULL, null=True, blank=True, related_name="look"
    )
    # The date on which we had said to look, to put back when this look is undone.
    was_due = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("look")
        verbose_name_plural = _("looks")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.on}"
