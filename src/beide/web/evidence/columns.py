"""Which column of an uploaded file holds what, as a person chooses it."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beide.errors import MissingValue, OpenDates
from beide.web.evidence.models import EventLog
from beide.web.evidence.suggest import suggested

NEEDED = ("case", "activity", "time")
ROLES = (*NEEDED, "start", "role")


class ColumnsForm(forms.Form):
    """A select for each thing Beide needs to know, and questions that the file left open."""

    case = forms.ChoiceField(
        label=_("The case"), help_text=_("What belongs together: an order, a request, a file.")
    )
    activity = forms.ChoiceField(label=_("The activity"), help_text=_("What was done."))
    time = forms.ChoiceField(label=_("The time"), help_text=_("When it was finished."))
    start = forms.ChoiceField(
        label=_("The start"), required=False, help_text=_("When it was begun, if that is known.")
    )
    role = forms.ChoiceField(
        label=_("The role or team"),
        required=False,
        help_text=_("Who did it, as a role or team. Never a column with people."),
    )
    drop_activities = forms.CharField(
        label=_("Activities to leave out"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One on each line. For example artificial ones such as Start and End."),
    )
    time_format = forms.ChoiceField(
        label=_("How are the dates written?"), required=False, widget=forms.RadioSelect
    )
    drop_missing = forms.BooleanField(
        label=_("Leave out rows without a case, an activity or a time"), required=False
    )

    def __init__(
        self, *arguments: Any, log: EventLog, columns: Sequence[str], delimiter: str, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self.initial = remembered(log, columns)
        self.log = log
        self.delimiter = delimiter
        for name in ROLES:
            none = gettext("Choose a column") if name in NEEDED else gettext("Not in this file")
            self._choices(name, [("", none), *((column, column) for column in columns if column)])
        self._ask_only_what_is_open()

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def _ask_only_what_is_open(self) -> None:
        problem: Mapping[str, Any] = self.log.problem
        code, data = problem.get("code"), problem.get("data", {})
        if code == OpenDates.code:
            self.log.columns["open_dates"] = data
        open_dates = self.log.columns.get("open_dates")
        if open_dates:
            self._choices("time_format", date_choices(open_dates))
            self.fields["time_format"].required = True
        else:
            del self.fields["time_format"]
        if code != MissingValue.code and not self.log.columns.get("drop_missing"):
            del self.fields["drop_missing"]

    def clean(self) -> dict[str, Any] | None:
        """Refuse one column for two things."""
        cleaned = super().clean() or self.cleaned_data
        taken: dict[str, str] = {}
        for name in ROLES:
            column = cleaned.get(name)
            if column and column in taken:
                other = self.fields[taken[column]].label
                self.add_error(
                    name,
                    gettext("You chose “%(column)s” for “%(other)s” too. Choose another column.")
                    % {"column": column, "other": other},
                )
            elif column:
                taken[column] = name
        return cleaned

    def chosen(self) -> dict[str, Any]:
        """Return what to read the file with, and to remember for another try."""
        cleaned = self.cleaned_data
        lines = cleaned["drop_activities"].splitlines()
        return {
            "columns": {name: cleaned[name] or None for name in ROLES},
            "drop_activities": [line.strip() for line in lines if line.strip()],
            "time_format": cleaned.get("time_format", ""),
            "drop_missing": cleaned.get("drop_missing", False),
            "delimiter": self.delimiter,
            "open_dates": self.log.columns.get("open_dates"),
        }


def remembered(log: EventLog, columns: Sequence[str]) -> dict[str, Any]:
    """Return what was chosen before, else what the names suggest."""
    before = log.columns.get("columns")
    if not before:
        return suggested(columns)
    return {
        **before,
        "drop_activities": "\n".join(log.columns.get("drop_activities", [])),
        "time_format": log.columns.get("time_format", ""),
        "drop_missing": log.columns.get("drop_missing", False),
    }


def xes_found(keys: Collection[str]) -> list[tuple[str, str]]:
    """Return what XES names itself, and which role was found at the beginning of the file."""
    role = next((key for key in ("org:role", "org:group") if key in keys), None)
    return [
        (gettext("The case"), "concept:name"),
        (gettext("The activity"), "concept:name"),
        (gettext("The time"), "time:timestamp"),
        (gettext("The role or team"), role or gettext("not seen at the beginning of the file")),
    ]


def date_choices(data: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return both ways to read a date that can be read two ways."""
    value = data["value"]
    return [
        (
            data["day_first"],
            gettext("Day first: in %(value)s the day comes first.") % {"value": value},
        ),
        (
            data["month_first"],
            gettext("Month first: in %(value)s the month comes first.") % {"value": value},
        ),
    ]
