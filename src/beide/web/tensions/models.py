"""A tension, who recognises it, which form of change people saw in it, and what came out."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from beide import change
from beide.text import Text

HEADLINE = 110


class Tension(models.Model):
    """What someone brought in. Without an author there is no trace of who it was."""

    Origin = change.Origin
    Fits = change.Fit

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="tensions"
    )
    author = models.ForeignKey(
        "organisation.Membership", models.SET_NULL, null=True, blank=True, related_name="tensions"
    )
    what = models.TextField(_("what does not fit"))
    meanwhile = models.TextField(_("what must go on meanwhile"), blank=True)
    origin = models.CharField(
        _("where it comes from"),
        max_length=20,
        choices=[(origin.value, origin.value) for origin in change.Origin],
    )
    fits = models.CharField(
        _("fits how we decide today"),
        max_length=10,
        choices=[(fit.value, fit.value) for fit in change.Fit],
        default=change.Fit.NOT_SURE.value,
    )
    # A date, not a moment: a moment could be laid beside a log to find an author.
    brought = models.DateField(_("brought in"), default=timezone.localdate)
    withdrawn = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("tension")
        verbose_name_plural = _("tensions")
        ordering = ("-brought", "-pk")

    def __str__(self) -> str:
        return self.what[:80]

    @property
    def headline(self) -> str:
        """The first line, or as much of it as fits a heading."""
        line = self.what.strip().partition("\n")[0].strip()
        if len(line) <= HEADLINE:
            return line
        return line[:HEADLINE].rsplit(" ", 1)[0].rstrip(",;:.") + "…"

    @property
    def says_more(self) -> bool:
        """Tell whether the heading leaves something out."""
        return self.headline != self.what.strip()

    @property
    def origin_name(self) -> Text:
        """Where it comes from, in words."""
        return change.content().origins[change.Origin(self.origin)].name

    @property
    def fits_name(self) -> Text:
        """Whether it fits how people decide today, in words."""
        return change.content().fits[change.Fit(self.fits)].name

    @property
    def choice(self) -> "Choice | None":
        """The latest choice of form; without a query where the choices were prefetched."""
        return next(iter(self.choices.all()), None)

    @property
    def form(self) -> change.Form | None:
        """The form people saw in it last, if they chose one."""
        return self.choice.form if self.choice else None

    @property
    def outcome(self) -> "Outcome | None":
        """What a team decided last; without a query where the outcomes were prefetched."""
        return next(iter(self.outcomes.all()), None)


class Recognition(models.Model):
    """Someone's "I recognise this". Only the number is ever shown."""

    tension = models.ForeignKey(Tension, models.CASCADE, related_name="recognitions")
    membership = models.ForeignKey(
        "organisation.Membership", models.CASCADE, related_name="recognitions"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("tension", "membership"), name="recognised_once"),
        ]

    def __str__(self) -> str:
        return f"{self.tension_id}"


class Choice(models.Model):
    """Which form people saw in a tension, from two plain questions. Earlier ones are kept."""

    tension = models.ForeignKey(Tension, models.CASCADE, related_name="choices")
    configuration_changes = models.BooleanField(_("does how we work change?"))
    paradigm_shifts = models.BooleanField(_("does how we think change?"))
    why = models.TextField(_("why"), blank=True)
    on = models.DateField(default=timezone.localdate)

    class Meta:
        verbose_name = _("choice of form")
        verbose_name_plural = _("choices of form")
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.form.value

    @property
    def form(self) -> change.Form:
        """The form that follows from the two answers."""
        return change.Form.of(
            configuration_changes=self.configuration_changes, paradigm_shifts=self.paradigm_shifts
        )


class Sure(models.TextChoices):
    """How sure a team is of the form it saw."""

    CLEAR = "clear", _("clear")
    LIKELY = "likely", _("likely, not certain")
    OPEN = "open", _("still open")


class Shared(models.TextChoices):
    """How far the people in a team see it the same way."""

    WIDELY = "widely", _("most see it the same way")
    PARTLY = "partly", _("partly")
    APART = "apart", _("people see it differently")


class Outcome(models.Model):
    """What a team decided about a tension. Without a form it lies between forms, or is open."""

    tension = models.ForeignKey(Tension, models.CASCADE, related_name="outcomes")
    choice = models.OneToOneField(
        Choice, models.SET_NULL, null=True, blank=True, related_name="outcome"
    )
    form = models.CharField(
        _("form of change"),
        max_length=12,
        blank=True,
        choices=[(form.value, form.value) for form in change.Form],
    )
    sure = models.CharField(_("how sure"), max_length=10, choices=Sure.choices)
    # Nothing where there were too few people to tell.
    shared = models.CharField(_("how shared"), max_length=10, blank=True, choices=Shared.choices)
    decided = models.TextField(_("what was decided"))
    first_step = models.TextField(_("first step"), blank=True)
    who = models.CharField(_("who takes it"), max_length=140, blank=True)
    # Why it differs from what the picture said.
    why = models.TextField(_("why"), blank=True)
    on = models.DateField(default=timezone.localdate)

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return self.form or self.sure

    @property
    def form_of_change(self) -> change.Form | None:
        """The form as the vocabulary knows it, if there is one."""
        return change.Form(self.form) if self.form else None
