"""What is in the way, and what went well."""

import secrets

from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = 1000  # signs in a text


def photo_name(win: "Win", _name: str) -> str:
    """Return a name that nobody can guess, and that says nothing of the file it came from."""
    return f"photos/{win.organisation_id}/{secrets.token_hex(16)}.jpg"


class Barrier(models.Model):
    """Something that is in the way, of one initiative or of all."""

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="barriers"
    )
    what = models.CharField(_("what is in the way"), max_length=240)
    initiative = models.ForeignKey(
        "initiatives.Initiative",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="barriers",
        verbose_name=_("in the way of"),
    )
    # A role or a team, in words; nobody is named who did not offer it.
    who_can = models.CharField(_("who can take it away"), max_length=200, blank=True)
    stands_since = models.DateField(_("since when"), default=timezone.localdate)
    removed_on = models.DateField(_("taken away on"), null=True, blank=True)
    how = models.TextField(
        _("how it went away"), blank=True, validators=[MaxLengthValidator(LONGEST)]
    )
    # Written down by mistake: it shows nowhere, and can be put back.
    withdrawn = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("barrier")
        verbose_name_plural = _("barriers")
        ordering = ("stands_since", "pk")

    def __str__(self) -> str:
        return self.what

    @property
    def stands(self) -> bool:
        """Tell whether it is still in the way."""
        return self.removed_on is None

    @property
    def days(self) -> int:
        """For how many days it has stood, or stood."""
        return ((self.removed_on or timezone.localdate()) - self.stands_since).days


class Win(models.Model):
    """Something that went well: short, visible, and with what it rests on."""

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="wins"
    )
    title = models.CharField(_("what went well"), max_length=140)
    words = models.TextField(
        _("a few words about it"), blank=True, validators=[MaxLengthValidator(LONGEST)]
    )
    happened = models.DateField(_("when"), default=timezone.localdate)
    initiative = models.ForeignKey(
        "initiatives.Initiative",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="wins",
        verbose_name=_("comes from"),
    )
    barrier = models.ForeignKey(
        Barrier, models.SET_NULL, null=True, blank=True, related_name="wins"
    )
    plan = models.ForeignKey(
        "effects.Plan",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="wins",
        verbose_name=_("the effect it rests on"),
    )
    quote = models.TextField(
        _("what a customer said"), blank=True, validators=[MaxLengthValidator(LONGEST)]
    )
    quoted_from = models.CharField(_("who said it"), max_length=120, blank=True)
    photo = models.FileField(_("photo"), upload_to=photo_name, blank=True, max_length=120)
    photo_shows = models.CharField(_("what the photo shows"), max_length=200, blank=True)
    # How often someone said thanks. Who did is kept nowhere.
    celebrated = models.PositiveIntegerField(default=0)
    withdrawn = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("win")
        verbose_name_plural = _("wins")
        ordering = ("-happened", "-pk")

    def __str__(self) -> str:
        return self.title

    @property
    def has_evidence(self) -> bool:
        """Tell whether it rests on an effect, on a customer's words or on a photo."""
        return bool(self.plan_id or self.quote or self.photo)
