"""Fields that forms about initiatives share: a team from the tree, a promise."""

from django import forms
from django.utils.translation import gettext_lazy as _

from beide.web.evidence.models import Promise
from beide.web.initiatives.access import promises_of
from beide.web.organisation.access import teams_of
from beide.web.organisation.models import Organisation, Team

INDENT = "\u2003"


class TeamField(forms.ModelChoiceField[Team]):
    """Choose a team; the tree shows in the list."""

    def __init__(self, **options: object) -> None:
        super().__init__(Team.objects.none(), **options)  # type: ignore[arg-type]

    def offer(self, organisation: Organisation, *, nothing: str = "") -> None:
        """Offer the teams of an organisation, and the words for choosing none."""
        self.queryset = Team.objects.filter(organisation=organisation)
        self.choices = team_choices(organisation, nothing=nothing or str(_("No team")))


class PromiseField(forms.ModelChoiceField[Promise]):
    """Choose one of the organisation's promises."""

    def __init__(self, **options: object) -> None:
        super().__init__(Promise.objects.none(), **options)  # type: ignore[arg-type]

    def offer(self, organisation: Organisation) -> None:
        """Offer the promises of an organisation."""
        self.queryset = promises_of(organisation.pk)
        self.empty_label = str(_("None in particular"))


def team_choices(organisation: Organisation, *, nothing: str) -> list[tuple[str, str]]:
    """Return the teams for a select, each under its parent."""
    teams = [(str(team.pk), INDENT * depth + team.name) for team, depth in tree(organisation)]
    return [("", nothing), *teams]


def tree(organisation: Organisation) -> list[tuple[Team, int]]:
    """Return the teams with how deep each stands in the tree."""
    return [(team, getattr(team, "depth", 0)) for team in teams_of(organisation)]
