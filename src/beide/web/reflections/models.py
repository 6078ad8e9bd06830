"""A reflection by someone alone. Nothing in it says who that is."""

from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

SUBJECT = 200
DAYS_KEPT = 90


def last_day() -> date:
    """Return the last day on which something begun today can be opened."""
    return timezone.localdate() + timedelta(days=DAYS_KEPT)


class Reflection(models.Model):
    """What is on the table. ``key`` is made from the holder's secret, which is not kept."""

    key = models.CharField(max_length=64, unique=True)
    subject = models.CharField(_("what is on the table"), max_length=SUBJECT)
    language = models.CharField(max_length=2)
    # The answers to the six questions about the organisation, by key.
    organisation = models.JSONField(default=dict, blank=True)
    # Dates, not moments: a moment could be laid beside a log to find someone.
    begun = models.DateField(default=timezone.localdate)
    until = models.DateField(default=last_day, db_index=True)

    class Meta:
        verbose_name = _("reflection")
        verbose_name_plural = _("reflections")

    def __str__(self) -> str:
        return f"{self.pk}"


class Round(models.Model):
    """One time through the statements. With its seed the same statements come in the same order."""

    reflection = models.ForeignKey(Reflection, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    seed = models.PositiveBigIntegerField()
    bank = models.CharField(max_length=20)
    on = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=("reflection", "number"), name="reflection_round_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Answer(models.Model):
    """An answer to one statement: 1 to 5, or nothing for "I don't know yet"."""

    round = models.ForeignKey(Round, models.CASCADE, related_name="answers")
    position = models.PositiveSmallIntegerField()
    statement = models.CharField(max_length=60)
    value = models.PositiveSmallIntegerField(null=True)
    counts = models.BooleanField(default=True)

    class Meta:
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=("round", "position"), name="reflection_place_once"),
            models.UniqueConstraint(
                fields=("round", "statement"), name="reflection_statement_once"
            ),
            models.CheckConstraint(
                condition=models.Q(value=None) | models.Q(value__gte=1, value__lte=5),
                name="reflection_answer_on_the_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}"
