"""A build table, and what is kept of the work on it.

Who made an edit is not kept: a table shows what was built, never who built how much. ``Deed.hand``
is a random word that a browser keeps, so that someone can undo what they did themselves.
"""

import secrets
from typing import TypeVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

Thing = TypeVar("Thing", bound=models.Model)


def new_key() -> str:
    """Return a new word of 16 characters that nobody can guess."""
    return secrets.token_urlsafe(12)


class Standing(models.Manager[Thing]):
    """What has not been taken away. What was taken away can be put back."""

    def get_queryset(self) -> models.QuerySet[Thing]:
        """Leave out what was taken away."""
        return super().get_queryset().filter(removed=None)


class Table(models.Model):
    """One table. What stands on it is in its updates: see ``document``."""

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="tables"
    )
    key = models.CharField(max_length=16, default=new_key, unique=True)
    name = models.CharField(_("name"), max_length=120)
    team = models.ForeignKey(
        "organisation.Team", models.SET_NULL, null=True, blank=True, related_name="tables"
    )
    initiative = models.ForeignKey(
        "initiatives.Initiative", models.SET_NULL, null=True, blank=True, related_name="tables"
    )
    # The way of working that this table became, so that the next agreement is its next version.
    way = models.ForeignKey(
        "ways.Way", models.SET_NULL, null=True, blank=True, related_name="tables"
    )
    made = models.DateField(default=timezone.localdate)
    removed = models.DateField(null=True, blank=True)

    everything = models.Manager()
    objects = Standing()

    class Meta:
        default_manager_name = "objects"
        verbose_name = _("build table")
        verbose_name_plural = _("build tables")
        ordering = ("-made", "-pk")

    def __str__(self) -> str:
        return self.name


class Update(models.Model):
    """One edit, as the pages exchange it. Updates are only ever added."""

    table = models.ForeignKey(Table, models.CASCADE, related_name="updates")
    number = models.PositiveIntegerField()
    data = models.BinaryField()
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=("table", "number"), name="one_update_per_number"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Version(models.Model):
    """The whole table as it was after an update: by itself now and then, or with a name."""

    table = models.ForeignKey(Table, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    data = models.BinaryField()
    made = models.DateTimeField(default=timezone.now)
    name = models.CharField(_("name of this version"), max_length=80, blank=True)

    class Meta:
        ordering = ("-number", "-pk")

    def __str__(self) -> str:
        return self.name or f"{self.number}"


class Photo(models.Model):
    """A photo of a real build, to trace. Encoded anew, so that nothing else is in the file."""

    table = models.ForeignKey(Table, models.CASCADE, related_name="photos")
    key = models.CharField(max_length=16, default=new_key, unique=True)
    file = models.FileField(upload_to="tables/")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    made = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.key


class Deed(models.Model):
    """What one person did in the list, in one go, so that they can undo it."""

    table = models.ForeignKey(Table, models.CASCADE, related_name="deeds")
    hand = models.CharField(max_length=16)
    # Each mark that was changed: [root, id, key, before, after].
    changes = models.JSONField(default=list)
    undone = models.BooleanField(default=False)

    class Meta:
        ordering = ("-pk",)
        indexes = [models.Index(fields=("table", "hand", "undone"), name="deeds_of_a_hand")]

    def __str__(self) -> str:
        return f"{self.pk}"
