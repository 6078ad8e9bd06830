"""What people fill in about an organisation, its teams and its people."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beide.web.organisation.access import is_last_administrator, teams_of
from beide.web.organisation.models import Invitation, Membership, Organisation, Team
from beide.web.organisation.roles import Role

ROLE_CHOICES = [
    (Role.MEMBER, _("Member: brings in tensions, takes part in both modes")),
    (Role.GUIDE, _("Guide: walks along and runs sessions, in every team")),
    (Role.ADMINISTRATOR, _("Administrator: arranges teams, people and settings")),
    (Role.COUNCIL, _("Council: sees purposes, thresholds and every analysis, and nothing else")),
]
LEAD_CHOICE = (Role.LEAD, _("Lead: agrees planned time for a team and what is under it"))


class NewForm(forms.ModelForm[Organisation]):
    """The name of a new organisation."""

    class Meta:
        model = Organisation
        fields = ("name",)
        help_texts = {"name": _("As people know it. For example: Care Aids North.")}


class SettingsForm(forms.ModelForm[Organisation]):
    """What an administrator can change."""

    class Meta:
        model = Organisation
        fields = ("name", "threshold")
        help_texts = {
            "threshold": _(
                "Numbers about fewer people than this are hidden everywhere. "
                "You can raise it, and nobody can lower it afterwards."
            ),
        }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        lowest = self.instance.threshold
        field = self.fields["threshold"]
        field.widget.attrs.update(min=lowest, max=100)
        message = _("It is %(limit_value)s now and cannot go down. Give %(limit_value)s or more.")
        field.validators = [MinValueValidator(lowest, message=message)]


class TeamChoice(forms.ModelChoiceField[Team]):
    """Choose a team; teams under another stand in from the edge."""

    def label_from_instance(self, team: Any) -> str:
        """Return the name, behind the depth it has in the tree."""
        return indented(team)


class TeamChoices(forms.ModelMultipleChoiceField[Team]):
    """Choose any number of teams."""

    def label_from_instance(self, team: Any) -> str:
        """Return the name, with what it is under."""
        return f"{team.name} ({team.parent.name})" if team.parent else str(team.name)


def indented(team: Any) -> str:
    """Return a team's name behind its depth in the tree."""
    return "\u2003" * getattr(team, "depth", 0) + str(team.name)


def offer(field: Any, teams: Iterable[Team], empty: str) -> None:
    """Let a field choose from teams in the order of the tree."""
    ordered = list(teams)
    field.queryset = Team.objects.filter(pk__in=[team.pk for team in ordered])
    field.choices = [("", empty), *((team.pk, indented(team)) for team in ordered)]


class TeamForm(forms.Form):
    """A team's name, its place in the tree and its size."""

    name = forms.CharField(label=_("Name"), max_length=120, help_text=_("For example: Intake."))
    parent = TeamChoice(label=_("Part of"), queryset=Team.objects.none(), required=False)
    people = forms.IntegerField(
        label=_("How many people work here"),
        required=False,
        min_value=0,
        max_value=10_000,
        help_text=_("With or without an account, and without the teams under it."),
    )

    def __init__(self, *arguments: Any, organisation: Organisation, **named: Any) -> None:
        self.team: Team | None = named.pop("team", None)
        self.organisation = organisation
        super().__init__(*arguments, **named)
        offer(self.fields["parent"], self._places(), gettext("nothing: it stands at the top"))

    def _places(self) -> list[Team]:
        """Leave out the team itself and what is under it."""
        teams = teams_of(self.organisation)
        under = {self.team.pk} if self.team else set()
        for team in teams:
            if team.parent_id in under:
                under.add(team.pk)
        return [team for team in teams if team.pk not in under]

    def clean(self) -> dict[str, Any]:
        """Refuse a name that a neighbour in the tree has already."""
        given = super().clean() or {}
        name = given.get("name", "")
        twins = Team.objects.filter(
            organisation=self.organisation,
            parent=given.get("parent"),
            name__iexact=name,
        )
        if any(twin.pk != (self.team and self.team.pk) for twin in twins):
            message = _("There is a team %(name)s here already. Choose another name.")
            self.add_error("name", forms.ValidationError(message, params={"name": name}))
        return given


class MemberForm(forms.Form):
    """Someone's team, roles and the teams they lead."""

    team = TeamChoice(label=_("Team"), queryset=Team.objects.none(), required=False)
    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        choices=ROLE_CHOICES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Someone can have more than one."),
    )
    leads = TeamChoices(
        label=_("Leads these teams"),
        queryset=Team.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("And everything under them. A lead agrees the hours people set free."),
    )

    def __init__(self, *arguments: Any, member: Membership, **named: Any) -> None:
        self.member = member
        super().__init__(*arguments, **named)
        offer(self.fields["team"], teams_of(member.organisation), gettext("no team in particular"))
        self.fields["leads"].queryset = (  # type: ignore[attr-defined]
            Team.objects.filter(organisation=member.organisation).select_related("parent")
        )

    @staticmethod
    def now(member: Membership) -> dict[str, Any]:
        """Return what holds now, as a form would send it."""
        grants = member.grants.all()
        return {
            "team": member.team_id or "",
            "roles": [grant.role for grant in grants if grant.role != Role.LEAD],
            "leads": [grant.team_id for grant in grants if grant.role == Role.LEAD],
        }

    def clean(self) -> dict[str, Any]:
        """Everyone has a role, and someone stays administrator."""
        given = super().clean() or {}
        roles = given.get("roles", [])
        if not roles and not given.get("leads"):
            self.add_error("roles", _("Choose at least one role, or a team to lead."))
        elif Role.ADMINISTRATOR not in roles and is_last_administrator(self.member):
            message = _(
                "Nobody else is administrator. Make someone else administrator first, "
                "then take this role away."
            )
            self.add_error("roles", message)
        return given


class InviteForm(forms.Form):
    """Whom to invite, as what."""

    email = forms.EmailField(
        label=_("E-mail address"), help_text=_("For example: sanne@organisation.example.")
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[ROLE_CHOICES[0], LEAD_CHOICE, *ROLE_CHOICES[1:]],
        initial=Role.MEMBER,
        widget=forms.RadioSelect,
    )
    team = TeamChoice(label=_("Team"), queryset=Team.objects.none(), required=False)

    def __init__(self, *arguments: Any, organisation: Organisation, **named: Any) -> None:
        self.organisation = organisation
        super().__init__(*arguments, **named)
        offer(self.fields["team"], teams_of(organisation), gettext("no team in particular"))

    def clean_email(self) -> str:
        """Refuse someone who is in already, or whose invitation is still open."""
        email = str(self.cleaned_data["email"]).lower()
        organisation = self.organisation
        if Membership.objects.filter(organisation=organisation, person__email=email).exists():
            raise forms.ValidationError(
                _("%(email)s is a member already."), params={"email": email}
            )
        open_ones = Invitation.objects.filter(
            organisation=organisation, email=email, used=False, withdrawn=False
        )
        if open_ones.exists():
            message = _("%(email)s has an invitation already. Under People you can send it again.")
            raise forms.ValidationError(message, params={"email": email})
        return email

    def clean(self) -> dict[str, Any]:
        """A lead leads a team."""
        given = super().clean() or {}
        if given.get("role") == Role.LEAD and not given.get("team"):
            self.add_error("team", _("Choose the team this person leads."))
        return given


class EraseForm(forms.Form):
    """The organisation's name, typed to be certain."""

    name = forms.CharField(
        label=_("Type the name of the organisation"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, *arguments: Any, organisation: Organisation, **named: Any) -> None:
        self.organisation = organisation
        super().__init__(*arguments, **named)

    def clean_name(self) -> str:
        """Compare without minding capitals or spaces around it."""
        typed = str(self.cleaned_data["name"]).strip()
        if typed.casefold() != self.organisation.name.strip().casefold():
            message = _("This is not the name. Type %(name)s to erase it.")
            raise forms.ValidationError(message, params={"name": self.organisation.name})
        return typed
