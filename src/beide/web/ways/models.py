"""A way of working that people agreed on, and the versions it went through."""

from typing import TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

Thing = TypeVar("Thing", bound=models.Model)


class Way(models.Model):
    """One way of working, whichever version of it holds now."""

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="ways"
    )
    team = models.ForeignKey(
        "organisation.Team", models.SET_NULL, null=True, blank=True, related_name="ways"
    )
    begun = models.DateField(default=timezone.localdate)

    class Meta:
        verbose_name = _("way of working")
        verbose_name_plural = _("ways of working")
        ordering = ("-begun", "-pk")

    def __str__(self) -> str:
        return f"{self.pk}"


class Standing(models.Manager[Thing]):
    """What has not been taken back."""

    def get_queryset(self) -> models.QuerySet[Thing]:
        """Leave out what was taken back."""
        return super().get_queryset().filter(taken_back=None)


class AgreedWay(models.Model):
    """One version: the whole table as it was when people agreed on it. It never changes again."""

    way = models.ForeignKey(Way, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(_("name"), max_length=120)
    # The bricks, links and question, as ``reading.plain`` gives them.
    document = models.JSONField(default=dict)
    agreed_on = models.DateField(_("agreed on"), default=timezone.localdate)
    agreed_by = models.CharField(_("which roles agreed"), max_length=240)
    why = models.TextField(_("what is different from before, and why"), blank=True)
    # Improvements that change this version.
    initiatives = models.ManyToManyField(
        "initiatives.Initiative", related_name="agreed_ways", blank=True
    )
    taken_back = models.DateField(null=True, blank=True)

    everything = models.Manager()
    objects = Standing()

    class Meta:
        default_manager_name = "objects"
        verbose_name = _("agreed way of working")
        verbose_name_plural = _("agreed ways of working")
        ordering = ("way", "-number")
        constraints = [
            models.UniqueConstraint(fields=("way", "number"), name="one_version_per_number"),
        ]

    def __str__(self) -> str:
        return self.name
