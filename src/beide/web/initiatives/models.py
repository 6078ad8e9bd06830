"""An initiative and what happened to it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from beide.change import Form, Mode


class Initiative(models.Model):
    """One change being carried. Its mode follows from its form."""

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="initiatives"
    )
    form = models.CharField(
        _("form of change"), max_length=12, choices=[(form.value, form.value) for form in Form]
    )
    title = models.CharField(_("title"), max_length=140)
    about = models.TextField(_("what it is about"), blank=True)
    tension = models.ForeignKey(
        "tensions.Tension", models.SET_NULL, null=True, blank=True, related_name="initiatives"
    )
    team = models.ForeignKey(
        "organisation.Team", models.SET_NULL, null=True, blank=True, related_name="initiatives"
    )
    promise = models.ForeignKey(
        "evidence.Promise", models.SET_NULL, null=True, blank=True, related_name="initiatives"
    )
    stage = models.CharField(_("stage"), max_length=10)
    started = models.DateField(default=timezone.localdate)
    stopped = models.DateField(null=True, blank=True)
    why_stopped = models.TextField(_("why it stopped"), blank=True)

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")
        ordering = ("-started", "-pk")

    def __str__(self) -> str:
        return self.title

    @property
    def form_of_change(self) -> Form:
        """The form as the vocabulary knows it."""
        return Form(self.form)

    @property
    def mode(self) -> Mode:
        """The mode in which it is carried."""
        return self.form_of_change.mode


class Happening(models.Model):
    """One thing that happened to an initiative, in words that last."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="happenings")
    on = models.DateTimeField(default=timezone.now)
    kind = models.CharField(max_length=30)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return self.kind
