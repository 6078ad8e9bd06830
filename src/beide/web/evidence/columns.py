"""How an uploaded file is to be read, as a person says it."""

import re
from collections.abc import Collection, Mapping
from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from beide.errors import MissingValue, ObjectTypeNeeded, OpenDates
from beide.log import guess
from beide.web.evidence.models import EventLog
from beide.web.evidence.preview import Preview

NEEDED = ("case", "activity", "time")
ROLES = (*NEEDED, "start", "role")


class ColumnsForm(forms.Form):
    """A select for each thing Beide needs to know, and questions that the file left open."""

    object_type = forms.ChoiceField(
        label=_("What is a case?"),
        widget=forms.RadioSelect,
        help_text=_("This file follows several kinds of things. Choose the one you look at."),
    )
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
    attributes = forms.MultipleChoiceField(
        label=_("Also keep"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "What you want to choose cases by, or promise something about. For example: the "
            "region, or the customer’s rating. Never something about one person."
        ),
    )
    zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        help_text=_("For times in the file that do not say it themselves."),
    )
    ends = forms.CharField(
        label=_("Steps with which a case ends"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One on each line. When you leave this empty, Beide learns it from the cases."),
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

    def __init__(self, *arguments: Any, log: EventLog, looked: Preview, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.log = log
        self.looked = looked
        self.guessed = guess.guess(looked.columns, looked.rows) if looked.rows else None
        self.initial = self._remembered()
        zones = sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC")
        self._choices("zone", [(zone, zone) for zone in zones])
        if looked.names_itself:
            for name in (*ROLES, "attributes"):
                del self.fields[name]
        else:
            self._offer_columns()
        self._ask_only_what_is_open()

    def _offer_columns(self) -> None:
        for name in ROLES:
            none = gettext("Choose a column") if name in NEEDED else gettext("Not in this file")
            offered = [(column, column) for column in self.looked.usable if column]
            self._choices(name, [("", none), *offered])
            self._choices("attributes", offered)
            if said := self._how_sure(name):
                field = self.fields[name]
                field.help_text = f"{field.help_text} {said}"

    def _how_sure(self, name: str) -> str:
        """Say why a column was guessed, and how sure that is."""
        found = self.guessed.of(name) if self.guessed and name in ROLES else None  # type: ignore[arg-type]
        if found is None or self.log.columns.get("columns"):
            return ""
        why = found.why.in_language(get_language() or "nl")
        return {
            "high": gettext("Guessed, and quite sure: %(why)s."),
            "likely": gettext("Guessed, probably right: %(why)s."),
            "unsure": gettext("Guessed, and not sure, so check it: %(why)s."),
        }[found.sure] % {"why": why}

    def _choices(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def _ask_only_what_is_open(self) -> None:
        problem: Mapping[str, Any] = self.log.problem
        code, data = problem.get("code"), problem.get("data", {})
        for name, asked_by in (("open_dates", OpenDates), ("types", ObjectTypeNeeded)):
            if code == asked_by.code:
                self.log.columns[name] = data
        self._ask_date_order()
        self._ask_object_type()
        if code != MissingValue.code and not self.log.columns.get("drop_missing"):
            del self.fields["drop_missing"]

    def _ask_date_order(self) -> None:
        if open_dates := self.log.columns.get("open_dates"):
            self._choices("time_format", date_choices(open_dates))
            self.fields["time_format"].required = True
        else:
            del self.fields["time_format"]

    def _ask_object_type(self) -> None:
        if types := self.log.columns.get("types"):
            self._choices("object_type", type_choices(types))
        else:
            del self.fields["object_type"]

    def _remembered(self) -> dict[str, Any]:
        """Return what was chosen before, else what was guessed."""
        before = self.log.columns
        first: dict[str, Any] = {"zone": before.get("zone") or settings.TIME_ZONE}
        if not before.get("zone"):
            found = self.guessed.found if self.guessed else ()
            kept = [each.column for each in found if each.role not in ROLES]
            return {**first, "attributes": kept, **{each.role: each.column for each in found}}
        return {
            **first,
            **(before.get("columns") or {}),
            "drop_activities": "\n".join(before.get("drop_activities", [])),
            "ends": "\n".join(before.get("ends", [])),
            "time_format": before.get("time_format", ""),
            "object_type": before.get("object_type", ""),
            "drop_missing": before.get("drop_missing", False),
        }

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
        before = self.log.columns
        columns: dict[str, Any] = {name: cleaned.get(name) or None for name in ROLES}
        used = set(columns.values())
        columns["attributes"] = [name for name in cleaned.get("attributes", ()) if name not in used]
        return {
            "columns": None if self.looked.names_itself else columns,
            "drop_activities": lines(cleaned["drop_activities"]),
            "ends": lines(cleaned["ends"]),
            "zone": cleaned["zone"] or settings.TIME_ZONE,
            "time_format": cleaned.get("time_format", ""),
            "object_type": cleaned.get("object_type", ""),
            "drop_missing": cleaned.get("drop_missing", False),
            "delimiter": self.looked.delimiter,
            "open_dates": before.get("open_dates"),
            "types": before.get("types"),
            "how": before.get("how", {}),
        }


def lines(text: str) -> list[str]:
    """Return the lines with something on them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


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


def type_choices(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return each type of object as a choice."""
    found = re.findall(r"(.+?) \((\d+)\)(?:, |$)", data["types"])
    return [(name, f"{name} ({count})") for name, count in found]
