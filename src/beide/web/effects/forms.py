"""What people agree before something starts: the plan of its effect."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from beide.web.effects.asking import one_attribute
from beide.web.effects.models import LONGEST, Plan
from beide.web.evidence.models import Promise
from beide.web.initiatives.access import promises_of
from beide.web.initiatives.fields import PromiseField
from beide.web.organisation.models import Organisation

LEAST_WEEKS = 5  # four whole weeks after the start, whatever the day it starts on


def day_input() -> forms.DateInput:
    """Return a field for a date that the browser helps with."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def text_area() -> forms.Textarea:
    """Return a box for a few sentences."""
    return forms.Textarea(attrs={"rows": 2})


class PlanForm(forms.ModelForm[Plan]):
    """Which outcome, from when, when to look, and what would stop it."""

    promise = PromiseField(
        label=_("On which promise"),
        help_text=_("Its event data tell what happened, week by week."),
        error_messages={"required": _("Choose the promise on which you look for an effect.")},
    )
    attribute = forms.ChoiceField(
        label=_("Only cases with this attribute"),
        required=False,
        help_text=_("For example: region. Choose it when it starts for some cases only."),
    )
    value = forms.CharField(
        label=_("that is"), required=False, max_length=200, help_text=_("Exactly as in your data.")
    )
    compare = forms.CharField(
        label=_("Compare with cases in which it is"),
        required=False,
        max_length=400,
        help_text=_(
            "Where nothing starts, separated by commas. For example: Drenthe, Friesland. What "
            "happens everywhere then does not count as an effect."
        ),
    )
    kinds = forms.ChoiceField(
        label=_("Keep the mix the same of"),
        required=False,
        help_text=_("For example: kind of order. More easy cases are then not told as an effect."),
    )

    class Meta:
        model = Plan
        fields = ("measure", "starts", "look_on", "stop_when", "stop_if_suffers", "why_then")
        labels = {
            "measure": _("What do we measure?"),
            "starts": _("When does it start?"),
            "look_on": _("When do we look?"),
            "stop_when": _("What would make us stop?"),
            "stop_if_suffers": _("Also stop when the promise clearly suffers"),
            "why_then": _("Why do we start then?"),
        }
        widgets = {
            "measure": forms.RadioSelect,
            "starts": day_input(),
            "look_on": day_input(),
            "stop_when": text_area(),
            "why_then": text_area(),
        }
        help_texts = {
            "starts": _("The first day on which work is done differently."),
            "look_on": _("One day, chosen now. Twelve weeks after the start tells most."),
            "stop_when": _("For example: when two customers a week have to wait."),
            "stop_if_suffers": _("Beide watches every week, and says so on your pages."),
            "why_then": _(
                "After a bad month a better one often follows by itself. For example: because the "
                "new planner begins, or because last month went badly."
            ),
        }

    def __init__(self, *arguments: Any, organisation: Organisation, **named: Any) -> None:
        super().__init__(*arguments, **named)
        promises = promises_of(organisation.pk).select_related("log")
        promise = self.fields["promise"]
        if isinstance(promise, PromiseField):
            promise.offer(organisation)
            promise.queryset = promises
        attributes = attributes_of(promises)
        self._offer("attribute", str(_("every case of the promise")), attributes)
        self._offer("kinds", str(_("nothing in particular")), attributes)
        self.fields["measure"].choices = Plan.Measure.choices  # type: ignore[attr-defined]
        self.fields["why_then"].required = True
        if self.instance.pk:
            self.initial.update(remembered(self.instance))

    def _offer(self, name: str, none: str, choices: Iterable[str]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", none), *((choice, choice) for choice in choices)]

    @property
    def is_special(self) -> bool:
        """Tell whether more is said than what is measured and when."""
        return any(self[name].value() for name in ("attribute", "value", "compare", "kinds"))

    def clean(self) -> dict[str, Any]:
        """Hold the plan to what can be answered."""
        cleaned = super().clean() or self.cleaned_data
        self._check_days(cleaned)
        self._check_cases(cleaned)
        return cleaned

    def _check_days(self, cleaned: dict[str, Any]) -> None:
        starts, look_on = cleaned.get("starts"), cleaned.get("look_on")
        if starts and look_on and look_on < starts + timedelta(weeks=LEAST_WEEKS):
            told = ngettext(
                "Give it at least %(weeks)s week. Before that the weeks cannot tell.",
                "Give it at least %(weeks)s weeks. Before that the weeks cannot tell.",
                LEAST_WEEKS,
            )
            self.add_error("look_on", told % {"weeks": LEAST_WEEKS})

    def _check_cases(self, cleaned: dict[str, Any]) -> None:
        promise: Promise | None = cleaned.get("promise")
        known = attributes_of([promise]) if promise else []
        for name in ("attribute", "kinds"):
            if promise and cleaned.get(name) and cleaned[name] not in known:
                self.add_error(name, _("The data of this promise do not have that attribute."))
        attribute, value, compare = (
            cleaned.get(name, "") for name in ("attribute", "value", "compare")
        )
        if attribute and not value:
            self.add_error("value", _("Write which value, exactly as in your data."))
        if (value or compare) and not attribute:
            self.add_error("attribute", _("Choose the attribute that has this value."))
        if value and value in others_in(compare):
            self.add_error("compare", _("Compare with other cases than the ones it starts in."))

    def planned(self) -> dict[str, Any]:
        """Return the plan as the actions want it."""
        cleaned = self.cleaned_data
        attribute = cleaned["attribute"]
        return {
            **{name: cleaned[name] for name in ("promise", "kinds", *self.Meta.fields)},
            "scope": {"attributes": {attribute: cleaned["value"]}} if attribute else {},
            "compare_with": one_attribute(attribute, others_in(cleaned["compare"])),
        }


class WithdrawForm(forms.Form):
    """Why a plan is withdrawn."""

    why = forms.CharField(
        label=_("Why do we withdraw it?"),
        help_text=_("For example: it starts later than we thought, so we make a new plan."),
        widget=text_area(),
        max_length=LONGEST,
        error_messages={"required": _("Write in one sentence why.")},
    )


def attributes_of(promises: Iterable[Promise]) -> list[str]:
    """Return the attributes that the data of some promises have."""
    found = {name for promise in promises for name in promise.log.about.get("case_attributes", ())}
    return sorted(found)


def others_in(text: str) -> list[str]:
    """Return the values in a text, without empty ones."""
    return [value.strip() for value in text.split(",") if value.strip()]


def remembered(plan: Plan) -> dict[str, Any]:
    """Return the cases of a plan as its form says them."""
    attribute, value = next(iter(plan.scope.get("attributes", {}).items()), ("", ""))
    others = [str(scope["attributes"][attribute]) for scope in plan.compare_with if attribute]
    return {
        "promise": plan.promise_id,
        "attribute": attribute,
        "value": value,
        "compare": ", ".join(others),
        "kinds": plan.kinds,
    }
