"""An organisation, its tree of teams, and the people in it."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from beide.web.organisation.roles import Role

SMALLEST_GROUP = 5
INVITATION_LASTS = timedelta(days=14)


class Organisation(models.Model):
    """One organisation on this host."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("short name in the address"), max_length=60, unique=True)
    threshold = models.PositiveSmallIntegerField(
        _("smallest group that is shown"),
        default=SMALLEST_GROUP,
        validators=[MinValueValidator(SMALLEST_GROUP)],
    )
    demo = models.BooleanField(_("demo organisation with generated data"), default=False)
    started = models.DateField(_("started"), default=timezone.localdate)

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A team, somewhere in the tree."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="teams")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children"
    )
    name = models.CharField(_("name"), max_length=120)
    # Who works here, with or without an account: what a share of the staff is a share of.
    people = models.PositiveIntegerField(_("people"), null=True, blank=True)

    class Meta:
        verbose_name = _("team")
        verbose_name_plural = _("teams")
        ordering = ("name",)
        constraints = [
            models.UniqueConstraint(
                fields=("organisation", "parent", "name"), name="one_name_per_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person in an organisation."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    team = models.ForeignKey(
        Team, models.SET_NULL, null=True, blank=True, related_name="memberships"
    )

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(
                fields=("organisation", "person"), name="once_per_organisation"
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles this person has here."""
        return frozenset(Role(grant.role) for grant in self.grants.all())

    def has(self, *roles: Role) -> bool:
        """Tell whether the person has one of these roles."""
        return not self.roles.isdisjoint(roles)


class Grant(models.Model):
    """A role given to a member; a lead's role is for a team and what is under it."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="grants")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    team = models.ForeignKey(Team, models.CASCADE, null=True, blank=True, related_name="grants")

    class Meta:
        verbose_name = _("role given")
        verbose_name_plural = _("roles given")
        constraints = [
            models.UniqueConstraint(
                fields=("membership", "role", "team"), name="each_team_led_once"
            ),
            models.UniqueConstraint(
                fields=("membership", "role"),
                condition=models.Q(team__isnull=True),
                name="each_role_once",
            ),
            models.CheckConstraint(
                condition=models.Q(role=Role.LEAD) ^ models.Q(team__isnull=True),
                name="only_leads_have_a_team",
            ),
        ]

    def __str__(self) -> str:
        return self.get_role_display()


class Invitation(models.Model):
    """A link with which one person may join."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail address"))
    team = models.ForeignKey(Team, models.SET_NULL, null=True, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.MEMBER)
    token_hash = models.CharField(max_length=64, unique=True)
    invited = models.DateTimeField(default=timezone.now)
    used = models.BooleanField(default=False)
    withdrawn = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ("-invited",)

    def __str__(self) -> str:
        return self.email

    @property
    def expires(self) -> datetime:
        """When the link stops working."""
        return self.invited + INVITATION_LASTS

    @property
    def is_open(self) -> bool:
        """Tell whether the link still works."""
        return not self.used and not self.withdrawn and not self.is_late

    @property
    def is_late(self) -> bool:
        """Tell whether the link was not used in time."""
        return timezone.now() >= self.expires
