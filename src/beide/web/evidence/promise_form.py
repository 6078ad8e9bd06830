"""What is promised: when a case is good, for which share, and about which cases."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from beide import log as event_log
from beide.errors import BeideError
from beide.web.evidence.models import EventLog, Promise

HOURS_A_DAY, WORKDAY = 24, 8
LONGEST_DAYS = 3660
LEAD_TIME, WORKING_TIME, RIGHT, OWN = "lead_time", "working_time", "first_time_right", "own"


class PromiseForm(forms.ModelForm[Promise]):
    """A result and the share of cases that has it; most promises are about the lead time."""

    within = forms.FloatField(
        label=_("Within"),
        min_value=0.01,
        localize=True,
        help_text=_("From the first step of a case to its last."),
    )
    unit = forms.ChoiceField(label=_("Unit"), choices=[("days", _("days")), ("hours", _("hours"))])
    percent = forms.FloatField(
        label=_("For how many of 100 cases"),
        min_value=1,
        max_value=100,
        localize=True,
        help_text=_("For example: 95. Choose what customers can count on, not what you hope for."),
    )
    outcome = forms.ChoiceField(
        label=_("What is promised"),
        widget=forms.RadioSelect,
        required=False,
        choices=[
            (LEAD_TIME, _("a time, as the clock runs")),
            (WORKING_TIME, _("a time, counted in working hours")),
            (RIGHT, _("right the first time: no step is done twice")),
            (OWN, _("something else, in your own condition")),
        ],
    )
    own = forms.CharField(
        label=_("Your own condition"),
        required=False,
        max_length=300,
        help_text=_("For example: rating >= 8, or lead_time <= 2d and first_time_right."),
    )
    period = forms.ChoiceField(
        label=_("Judged by"),
        required=False,
        widget=forms.RadioSelect,
        choices=Promise.Period.choices,
        initial=Promise.Period.WEEK,
        help_text=_("By the month suits work of which little is done in a week."),
    )
    role = forms.ChoiceField(label=_("Only cases with this role or team"), required=False)
    attribute = forms.ChoiceField(label=_("Only cases with this attribute"), required=False)
    value = forms.CharField(
        label=_("that is"), required=False, max_length=200, help_text=_("Exactly as in your data.")
    )

    class Meta:
        model = Promise
        fields = ("name",)
        help_texts = {"name": _("For example: at home within two days.")}

    field_order = ("name", "within", "unit", "percent")

    def __init__(
        self, *arguments: Any, log: EventLog, roles: Sequence[str] = (), **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        attributes: Sequence[str] = log.about.get("case_attributes", ())
        self._offer("role", gettext("every role or team"), roles)
        self._offer("attribute", gettext("no attribute"), attributes)
        if not attributes:
            del self.fields["attribute"], self.fields["value"]
        if not roles:
            del self.fields["role"]
        self.initial.setdefault("outcome", LEAD_TIME)
        if self.data.get("outcome") in {RIGHT, OWN}:
            self.fields["within"].required = False
        if self.instance.pk:
            self.initial.update(remembered(self.instance))

    def _offer(self, name: str, none: str, choices: Sequence[str]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", none), *((choice, choice) for choice in choices)]

    @property
    def is_special(self) -> bool:
        """Tell whether more is said than a time and a share."""
        special = ("own", "role", "attribute", "value")
        said = any(self[name].value() for name in special if name in self.fields)
        by_month = self["period"].value() == Promise.Period.MONTH
        return said or by_month or self["outcome"].value() not in {"", None, LEAD_TIME}

    def clean(self) -> dict[str, Any] | None:
        """Turn what was said into a time, a condition, a share and a scope."""
        cleaned = super().clean() or self.cleaned_data
        outcome = cleaned.get("outcome") or LEAD_TIME
        cleaned["within_hours"], cleaned["condition"] = 0.0, ""
        if outcome in {LEAD_TIME, WORKING_TIME}:
            self._clean_time(cleaned, working=outcome == WORKING_TIME)
        elif outcome == RIGHT:
            cleaned["condition"] = RIGHT
        else:
            self._clean_own(cleaned)
        if cleaned.get("percent") is not None:
            cleaned["share"] = cleaned["percent"] / 100
        if cleaned.get("attribute") and not cleaned.get("value"):
            self.add_error("value", gettext("Fill in which value it has."))
        return cleaned

    def _clean_time(self, cleaned: dict[str, Any], *, working: bool) -> None:
        within, unit = cleaned.get("within"), cleaned.get("unit")
        if within is None or not unit:
            return
        hours = within * (HOURS_A_DAY if unit == "days" else 1)
        if hours > LONGEST_DAYS * HOURS_A_DAY:
            self.add_error("within", gettext("That is over ten years. Choose a shorter time."))
        elif working:
            worked = timedelta(hours=within * (WORKDAY if unit == "days" else 1))
            cleaned["condition"] = f"{WORKING_TIME} <= {event_log.short_duration(worked)}"
        else:
            cleaned["within_hours"] = hours

    def _clean_own(self, cleaned: dict[str, Any]) -> None:
        try:
            cleaned["condition"] = event_log.good(cleaned.get("own", "")).source
        except BeideError as error:
            self.add_error("own", error.text.in_language(get_language() or "nl"))

    def promised(self) -> dict[str, Any]:
        """Return what is promised, as the actions want it."""
        cleaned = self.cleaned_data
        scope: dict[str, Any] = {}
        if cleaned.get("role"):
            scope["roles"] = [cleaned["role"]]
        if cleaned.get("attribute"):
            scope["attributes"] = {cleaned["attribute"]: cleaned["value"]}
        kept = ("name", "within_hours", "share", "condition")
        period = cleaned.get("period") or Promise.Period.WEEK
        return {**{name: cleaned[name] for name in kept}, "scope": scope, "period": period}


def remembered(promise: Promise) -> Mapping[str, Any]:
    """Return a promise as its form says it."""
    told: dict[str, Any] = {"percent": plain(promise.share * 100), "unit": "days"}
    told["period"] = promise.period
    if promise.condition == RIGHT:
        told["outcome"] = RIGHT
    elif promise.condition:
        told |= {"outcome": OWN, "own": promise.condition}
    else:
        whole_days = promise.within_hours % HOURS_A_DAY == 0
        within = promise.within_hours / (HOURS_A_DAY if whole_days else 1)
        told |= {"unit": "days" if whole_days else "hours", "within": plain(within)}
    roles = promise.scope.get("roles", [])
    attributes = promise.scope.get("attributes", {})
    attribute, value = next(iter(attributes.items()), ("", ""))
    return {**told, "role": roles[0] if roles else "", "attribute": attribute, "value": value}


def plain(value: float) -> float | int:
    """Return a number as a person would write it: 95, not 95.0 or 95.00000001."""
    rounded = round(value, 4)
    return int(rounded) if rounded == int(rounded) else rounded
