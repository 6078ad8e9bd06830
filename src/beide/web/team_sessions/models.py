"""A session, who takes part (a number), and what was answered. Nothing joins the last two.

A phone holds one secret. From it come two keys that cannot be turned into each other or back: that
of a seat (someone takes part) and, for each tension, that of a sheet (what was answered). Only the
keys are kept, and when the session closes they are wiped.
"""

from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from beide import reflect

PEOPLE = 300
FEWEST_IN_OPEN = 2


class Step(models.TextChoices):
    """Where a session stands; in this order, the middle ones again for each tension."""

    WELCOME = "welcome"
    TENSION = "tension"
    ANSWER = "answer"
    PICTURE = "picture"
    TALK = "talk"
    AGAIN = "again"
    SHIFT = "shift"
    DECIDE = "decide"
    END = "end"


class Way(models.TextChoices):
    """How people answer."""

    PHONES = "phones"
    PAPER = "paper"


class Session(models.Model):
    """A team's reflection. Its thresholds are those of the moment at which it began."""

    organisation = models.ForeignKey(
        "organisation.Organisation", models.CASCADE, related_name="team_sessions"
    )
    guide = models.ForeignKey(
        "organisation.Membership", models.SET_NULL, null=True, related_name="team_sessions"
    )
    way = models.CharField(max_length=10, choices=Way.choices, default=Way.PHONES)
    # A code opens one session, ever; nothing for a session on paper.
    code = models.CharField(max_length=8, unique=True, null=True)  # noqa: DJ001 - several without
    step = models.CharField(max_length=10, choices=Step.choices, default=Step.WELCOME)
    # The tension that is on the table now.
    place = models.PositiveSmallIntegerField(default=1)
    # When this step's time is over, or what is left of it while the session is paused.
    until = models.DateTimeField(null=True)
    left = models.DurationField(null=True)
    locked = models.BooleanField(default=False)
    # A small team is asked whether answers may be recognised, and it is so once all have agreed.
    asks_open = models.BooleanField(default=False)
    is_open = models.BooleanField(default=False)
    result_from = models.PositiveSmallIntegerField()
    spread_from = models.PositiveSmallIntegerField()
    most = models.PositiveSmallIntegerField(default=PEOPLE)
    # Goes up by one with everything the guide does, so that a page knows it is behind. People who
    # come in or get ready leave it alone: the guide's buttons would be out of date all the time.
    version = models.PositiveIntegerField(default=1)
    # The day it was prepared, and then the day it was held.
    on = models.DateField(default=timezone.localdate)
    closed = models.DateField(null=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def thresholds(self) -> reflect.Thresholds:
        """How many people must have answered before anything is shown."""
        if self.is_open:
            return reflect.Thresholds(result=FEWEST_IN_OPEN, spread=FEWEST_IN_OPEN)
        return reflect.Thresholds(result=self.result_from, spread=self.spread_from)

    @property
    def is_paused(self) -> bool:
        """Tell whether the time of this step stands still."""
        return self.left is not None

    @property
    def spelled_code(self) -> str:
        """The code in two halves, as people read it out."""
        code = self.code or ""
        return f"{code[:3]} {code[3:]}".strip()


class Topic(models.Model):
    """A tension on the table, in turn."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="topics")
    place = models.PositiveSmallIntegerField()
    tension = models.ForeignKey("tensions.Tension", models.CASCADE, related_name="topics")
    bank = models.CharField(max_length=20)
    outcome = models.OneToOneField(
        "tensions.Outcome", models.SET_NULL, null=True, related_name="topic"
    )

    class Meta:
        ordering = ("place",)
        constraints = [
            models.UniqueConstraint(fields=("session", "place"), name="topic_place_once"),
            models.UniqueConstraint(fields=("session", "tension"), name="topic_tension_once"),
        ]

    def __str__(self) -> str:
        return f"{self.place}"


class Round(models.Model):
    """One time through the statements by everyone; covered until the guide reveals it.

    ``shown`` is what was revealed, made once: nobody can compare two of them that differ by
    someone who left or came in. ``counts`` holds what was counted from cards, when on paper.
    """

    topic = models.ForeignKey(Topic, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    shown = models.JSONField(null=True)
    counts = models.JSONField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=("topic", "number"), name="topic_round_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Seat(models.Model):
    """Someone takes part. Not who, not since when, and not what they answered."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    session = models.ForeignKey(Session, models.CASCADE, related_name="seats")
    key = models.CharField(max_length=64, unique=True)
    agreed = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.pk}"


class Sheet(models.Model):
    """What someone answered about one tension. Its number is drawn, so that it has no order."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="sheets")
    key = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001 - wiped
    # The last round in which there was nothing left to ask.
    ready = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.pk}"


class Answer(models.Model):
    """An answer to one statement: 1 to 5, or nothing for "I don't know yet"."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="answers")
    round = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    statement = models.CharField(max_length=60)
    value = models.PositiveSmallIntegerField(null=True)
    counts = models.BooleanField(default=True)

    class Meta:
        ordering = ("round", "position")
        constraints = [
            models.UniqueConstraint(fields=("sheet", "round", "position"), name="sheet_place_once"),
            models.UniqueConstraint(
                fields=("sheet", "round", "statement"), name="sheet_statement_once"
            ),
            models.CheckConstraint(
                condition=models.Q(value=None) | models.Q(value__gte=1, value__lte=5),
                name="sheet_answer_on_the_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.position}"
