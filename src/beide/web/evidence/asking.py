"""What a page asks of a log: which cases, and how to show the answer."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beide.web.evidence.models import EventLog, Promise
from beide.web.evidence.process.graph import Measure, View

Values = Mapping[str, Sequence[str]]
"""What each attribute of the cases holds, in enough of them."""

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class CasesForm(forms.Form):
    """Which cases a question is about."""

    since = forms.DateField(label=_("Ended from"), required=False, widget=DAY)
    until = forms.DateField(label=_("Ended up to"), required=False, widget=DAY)
    activity = forms.ChoiceField(label=_("With this step"), required=False)
    having = forms.ChoiceField(label=_("With this attribute"), required=False)

    def __init__(
        self,
        asked: QueryDict,
        *,
        log: EventLog,
        activities: Sequence[str],
        values: Values,
        otherwise: Mapping[str, str],
    ) -> None:
        data = asked.copy()
        for name, value in otherwise.items():
            if not data.get(name):
                data[name] = value
        super().__init__(data)
        self.known: Sequence[str] = log.about.get("case_attributes", ())
        self._offer("activity", gettext("every step"), activities)
        self._offer_values(values)

    def _offer(self, name: str, none: str, choices: Sequence[str]) -> None:
        """Offer these choices, with the one that was asked for in any case."""
        asked = self.data.get(name, "")
        offered = [*choices, asked] if asked and asked not in choices else [*choices]
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", none), *((choice, choice) for choice in offered)]

    def _offer_values(self, values: Values) -> None:
        """Offer what attributes hold, and in any case what was asked for of one that there is."""
        asked = self.data.get("having", "")
        field = self.fields["having"]
        self.pairs = {
            f"{name}={value}": (name, value) for name, held in values.items() for value in held
        }
        groups = [
            (name, [(f"{name}={value}", value) for value in held]) for name, held in values.items()
        ]
        name, sign, value = asked.partition("=")
        if asked not in self.pairs and sign and name in self.known:
            self.pairs[asked] = (name, value)
            groups.append((name, [(asked, value)]))
        if not groups:
            del self.fields["having"]
        elif isinstance(field, forms.ChoiceField):
            field.choices = [("", gettext("all cases")), *groups]

    @property
    def narrows(self) -> bool:
        """Tell whether it asks about fewer than all cases."""
        names = ("since", "until", "activity", "having")
        return self.is_valid() and any(self.cleaned_data.get(name) for name in names)

    def clean(self) -> dict[str, Any] | None:
        """Refuse a period that ends before it begins, and tell an attribute from its value."""
        cleaned = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", gettext("This is before the first day. Choose a later day."))
        pair = self.pairs.get(cleaned.get("having") or "")
        if pair is not None:
            cleaned["attribute"], cleaned["value"] = pair
        return cleaned


class MapForm(CasesForm):
    """Which map, and how much of it."""

    view = forms.ChoiceField(
        label=_("Show"),
        choices=[("steps", _("steps")), ("roles", _("roles or teams"))],
    )
    measure = forms.ChoiceField(
        label=_("On the arrows"),
        choices=[("count", _("how often")), ("time", _("how long"))],
    )
    detail = forms.IntegerField(required=False)
    zoom = forms.IntegerField(required=False)

    field_order = ("view", "measure", "since", "until", "activity", "having")

    def __init__(
        self, asked: QueryDict, *, log: EventLog, activities: Sequence[str], values: Values
    ) -> None:
        first = {"view": "steps", "measure": "count"}
        super().__init__(asked, log=log, activities=activities, values=values, otherwise=first)
        if not log.about.get("roles"):
            del self.fields["view"]

    @property
    def chosen_view(self) -> View:
        """Steps or roles."""
        return "roles" if self.cleaned_data.get("view") == "roles" else "steps"

    @property
    def chosen_measure(self) -> Measure:
        """Counts or times."""
        return "time" if self.cleaned_data.get("measure") == "time" else "count"


class ListForm(CasesForm):
    """Which cases a list holds."""

    promise = forms.ChoiceField(label=_("Which promise"))
    state = forms.ChoiceField(
        label=_("Which cases"),
        required=False,
        choices=[
            ("", _("all cases")),
            ("kept", _("kept the promise")),
            ("late", _("did not keep it")),
            ("open", _("counts in no result")),
        ],
    )

    field_order = ("promise", "state", "since", "until", "activity", "having")

    def __init__(
        self,
        asked: QueryDict,
        *,
        log: EventLog,
        activities: Sequence[str],
        values: Values,
        promises: Sequence[Promise],
    ) -> None:
        self.promises = {str(promise.pk): promise for promise in promises}
        first = {"promise": next(iter(self.promises), "")}
        super().__init__(asked, log=log, activities=activities, values=values, otherwise=first)
        field = self.fields["promise"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(pk, promise.name) for pk, promise in self.promises.items()]
        if not self.promises:
            del self.fields["promise"], self.fields["state"]

    @property
    def chosen(self) -> Promise | None:
        """The promise that cases are held against."""
        return self.promises.get(self.cleaned_data.get("promise", ""))
