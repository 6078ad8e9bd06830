"""Who one explores with, who is let in from outside, and how ready a team is for partnership."""

from datetime import date, timedelta

from django.conf import settings
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LONGEST = 1000  # signs in a text
DEFAULT_WEEKS, MOST_WEEKS = 6, 26


def default_until() -> date:
    """Return until when a guest is let in when nobody says otherwise."""
    return timezone.localdate() + timedelta(weeks=DEFAULT_WEEKS)


class Stage(models.TextChoices):
    """How far a relation has come: from doing what is asked to carrying it together."""

    EXECUTES = "executes", _("executes")
    ADVISES = "advises", _("advises")
    DEVELOPS = "develops", _("develops together")
    CARRIES = "carries", _("carries together")


class Partner(models.Model):
    """A customer or partner one explores with."""

    class Kind(models.TextChoices):
        """What they are to the organisation."""

        CUSTOMER = "customer", _("a customer")
        PARTNER = "partner", _("a partner")

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="partners"
    )
    name = models.CharField(_("name"), max_length=140)
    kind = models.CharField(
        _("what they are"), max_length=10, choices=Kind.choices, default=Kind.CUSTOMER
    )
    they_learn = models.TextField(
        _("what they want to learn"), blank=True, validators=[MaxLengthValidator(LONGEST)]
    )
    we_learn = models.TextField(
        _("what we want to learn"), blank=True, validators=[MaxLengthValidator(LONGEST)]
    )
    # Where the relation is now; its steps tell how it came there.
    stage = models.CharField(
        _("where the relation is"), max_length=10, choices=Stage.choices, default=Stage.EXECUTES
    )
    contact = models.CharField(_("how you reach each other"), max_length=240, blank=True)
    since = models.DateField(_("since when"), default=timezone.localdate)
    experiments = models.ManyToManyField(
        "network.Experiment", through="Together", related_name="partners"
    )
    withdrawn = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class Step(models.Model):
    """The relation went from one stage to another."""

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="steps")
    before = models.CharField(max_length=10, choices=Stage.choices)
    after = models.CharField(max_length=10, choices=Stage.choices)
    why = models.CharField(_("what changed between you"), max_length=400, blank=True)
    on = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return self.after


class Together(models.Model):
    """An experiment that is done with a partner."""

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="togethers")
    experiment = models.ForeignKey("network.Experiment", models.CASCADE, related_name="togethers")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("partner", "experiment"), name="together_once"),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id} {self.experiment_id}"


class Meeting(models.Model):
    """What was said when one met."""

    partner = models.ForeignKey(Partner, models.CASCADE, related_name="meetings")
    on = models.DateField(_("when"), default=timezone.localdate)
    said = models.TextField(_("what was said"), validators=[MaxLengthValidator(LONGEST)])
    withdrawn = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return self.said


class Guest(models.Model):
    """Someone from outside who is let in to one initiative, until a day. No member of anything."""

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="guests"
    )
    initiative = models.ForeignKey("initiatives.Initiative", models.CASCADE, related_name="guests")
    partner = models.ForeignKey(
        Partner, models.SET_NULL, null=True, blank=True, related_name="guests"
    )
    email = models.EmailField(_("e-mail address"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="guest_places",
    )
    token_hash = models.CharField(max_length=64, unique=True)
    invited = models.DateField(default=timezone.localdate)
    until = models.DateField(_("last day"), default=default_until)
    let_out = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("guest")
        verbose_name_plural = _("guests")
        ordering = ("until", "pk")

    def __str__(self) -> str:
        return self.email

    @property
    def is_let_in(self) -> bool:
        """Tell whether the invitation holds today, used or not."""
        return self.let_out is None and self.until >= timezone.localdate()


class Sighting(models.Model):
    """What a guest saw, in their own words."""

    guest = models.ForeignKey(Guest, models.CASCADE, related_name="sightings")
    words = models.TextField(_("what you see"), validators=[MaxLengthValidator(LONGEST)])
    on = models.DateField(default=timezone.localdate)
    withdrawn = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.words


class Conversation(models.Model):
    """A team asked itself whether it is ready for partnership."""

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="readiness"
    )
    team = models.ForeignKey(
        "organisation.Team", models.SET_NULL, null=True, blank=True, related_name="readiness"
    )
    on = models.DateField(_("when"), default=timezone.localdate)
    withdrawn = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("conversation about readiness")
        verbose_name_plural = _("conversations about readiness")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.on}"


class Reply(models.Model):
    """What a team said together on one question."""

    class Ready(models.TextChoices):
        """How far one is, in the team's own judgement."""

        YES = "yes", _("yes")
        PARTLY = "partly", _("partly")
        NOT_YET = "not_yet", _("not yet")

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="replies")
    question = models.CharField(max_length=40)
    ready = models.CharField(max_length=10, choices=Ready.choices)
    words = models.TextField(blank=True, validators=[MaxLengthValidator(LONGEST)])

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=("conversation", "question"), name="one_reply_each"),
        ]

    def __str__(self) -> str:
        return self.question
