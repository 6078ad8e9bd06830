"""What people ask about the room of a promise."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beide.web.room import words
from beide.web.room.models import HOUR_A_DAY, WAYS

MOST_PEOPLE = 10_000


class StaffForm(forms.Form):
    """How many people there are in each role, where someone knows it."""

    def __init__(self, *arguments: Any, roles: Sequence[str], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.roles = roles
        for at, role in enumerate(roles):
            self.fields[f"people_{at}"] = forms.IntegerField(
                label=gettext("People at work at the same time: %(role)s") % {"role": role},
                required=False,
                min_value=1,
                max_value=MOST_PEOPLE,
            )

    def people(self) -> dict[str, int]:
        """Return how many people were filled in, by role."""
        told = {role: self.cleaned_data.get(f"people_{at}") for at, role in enumerate(self.roles)}
        return {role: count for role, count in told.items() if count}


class AskForm(StaffForm):
    """How time would be set free."""

    way = forms.ChoiceField(
        label=_("How would you set time free"), widget=forms.RadioSelect, initial=HOUR_A_DAY
    )
    teams = forms.ChoiceField(
        label=_("What is a team in this data"),
        widget=forms.RadioSelect,
        choices=[
            ("one", _("One team does everything")),
            ("activities", _("Each step has a team of its own")),
        ],
        initial="one",
    )

    field_order = ("way", "teams")

    def __init__(self, *arguments: Any, has_roles: bool, **named: Any) -> None:
        super().__init__(*arguments, **named)
        field = self.fields["way"]
        if isinstance(field, forms.ChoiceField):
            field.choices = words.way_choices(WAYS)
        if has_roles:
            del self.fields["teams"]
        self.order_fields(self.field_order)

    def asked(self) -> dict[str, Any]:
        """Return the question."""
        data = self.cleaned_data
        return {"way": data["way"], "teams": data.get("teams", ""), "people": self.people()}


class WhatIfForm(forms.Form):
    """What would be different. Several changes are tried together."""

    arrivals = forms.IntegerField(
        label=_("So many % more cases"),
        required=False,
        min_value=-90,
        max_value=300,
        help_text=_("For example 10, or -10 for fewer."),
    )
    role = forms.ChoiceField(label=_("In this team"), required=False)
    people = forms.IntegerField(
        label=_("so many people more, or -1 for one fewer"),
        required=False,
        min_value=-50,
        max_value=50,
    )
    removed = forms.ChoiceField(label=_("This step is no longer done"), required=False)
    moved = forms.ChoiceField(label=_("This step"), required=False)
    to_role = forms.ChoiceField(label=_("is done by this team"), required=False)

    def __init__(
        self, *arguments: Any, roles: Sequence[str], steps: Sequence[str], **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        for name in ("role", "to_role"):
            self._offer(name, roles)
        for name in ("removed", "moved"):
            self._offer(name, steps)
        if len(roles) < 2:
            del self.fields["moved"], self.fields["to_role"]
        if not roles:
            del self.fields["role"], self.fields["people"]

    def _offer(self, name: str, choices: Sequence[str]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "–"), *((choice, choice) for choice in choices)]

    def clean(self) -> dict[str, Any]:
        """Refuse half a change, and none at all."""
        data = super().clean() or self.cleaned_data
        pairs = [("role", "people"), ("moved", "to_role")]
        for one, other in pairs:
            if bool(data.get(one)) != bool(data.get(other)):
                self.add_error(
                    other if data.get(one) else one, gettext("Fill in both, or neither.")
                )
        if not self.errors and not self.changes():
            raise forms.ValidationError(gettext("Choose at least one thing that would change."))
        return data

    def changes(self) -> list[dict[str, Any]]:
        """Return the changes that were filled in."""
        data = self.cleaned_data
        found: list[dict[str, Any]] = []
        if data.get("arrivals"):
            found.append({"kind": "arrivals", "factor": 1 + data["arrivals"] / 100})
        if data.get("role"):
            found.append({"kind": "people", "role": data["role"], "more": data["people"]})
        if data.get("removed"):
            found.append({"kind": "removed", "activity": data["removed"]})
        if data.get("moved"):
            found.append({"kind": "moved", "activity": data["moved"], "role": data["to_role"]})
        return found
