"""What people fill in: the question, what they think of a finding."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from beide import log as event_log
from beide.errors import BeideError
from beide.web.evidence import promising
from beide.web.evidence.models import EventLog, Promise
from beide.web.patterns.models import Opinion, Search

OWN = "own"
ARRIVAL, STEP = "arrival", "step:"
# What a column with the type of case is mostly called.
TYPES = ("soort", "type", "kind", "categor", "product", "variant", "dienst", "service")
DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AskForm(forms.Form):
    """When is it good, for which cases, and from which moment do you look."""

    promise = forms.ChoiceField(label=_("When does it go well"), widget=forms.RadioSelect)
    own = forms.CharField(
        label=_("Your own condition"),
        required=False,
        max_length=300,
        help_text=_(
            "Only when you chose your own condition. For example: rating >= 9, or "
            "lead_time <= 2d and first_time_right."
        ),
    )
    by = forms.ChoiceField(
        label=_("Which column holds the type of case"),
        required=False,
        help_text=_(
            "Cases are compared with cases of the same type. Without it, what differs between "
            "types may seem to help."
        ),
    )
    landmarks = forms.MultipleChoiceField(
        label=_("From which moment do you look"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Only what is known by then counts. The more moments you choose, the larger a "
            "difference has to be."
        ),
    )
    step = forms.ChoiceField(
        label=_("And after this step"),
        required=False,
        help_text=_("Choose a step after which a team can still do something."),
    )
    since = forms.DateField(label=_("Arrived from"), required=False, widget=DAY)
    until = forms.DateField(label=_("Arrived up to"), required=False, widget=DAY)

    def __init__(
        self,
        *arguments: Any,
        log: EventLog,
        promises: Sequence[Promise],
        steps: Sequence[str],
        **named: Any,
    ) -> None:
        super().__init__(*arguments, **named)
        self.promises = {str(promise.pk): promise for promise in promises}
        attributes: Sequence[str] = log.about.get("case_attributes", ())
        own = (OWN, gettext("something else, in a condition of your own"))
        self._offer("promise", [*((pk, each.name) for pk, each in self.promises.items()), own])
        self._offer("by", [("", gettext("no type")), *((each, each) for each in attributes)])
        self._offer("step", [("", gettext("no step")), *((each, each) for each in steps)])
        self._offer("landmarks", moments(with_roles=bool(log.about.get("roles"))))
        if not attributes:
            del self.fields["by"]
        if not steps:
            del self.fields["step"]
        for name, value in first(self.promises, attributes).items():
            self.initial.setdefault(name, value)

    def _offer(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(choices)

    @property
    def chooses_own(self) -> bool:
        """Tell whether the condition of one's own is what was chosen."""
        return bool(self["promise"].value() == OWN)

    def clean(self) -> dict[str, Any]:
        """Read the condition, and refuse a period that ends before it begins."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("promise") == OWN:
            try:
                cleaned["own"] = event_log.good(cleaned.get("own", "")).source
            except BeideError as error:
                self.add_error("own", error.text.in_language(get_language() or "nl"))
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", gettext("This is before the first day. Choose a later day."))
        return cleaned

    def asked(self) -> dict[str, Any]:
        """Return the question as the actions want it."""
        cleaned = self.cleaned_data
        promise = self.promises.get(cleaned["promise"])
        step = cleaned.get("step")
        return {
            "promise": promise,
            "good": promising.good(promise).source if promise else cleaned["own"],
            "scope": promise.scope if promise else {},
            "by": cleaned.get("by") or "",
            "landmarks": [*cleaned["landmarks"], *([f"{STEP}{step}"] if step else [])],
            "since": cleaned.get("since"),
            "until": cleaned.get("until"),
        }


def moments(*, with_roles: bool) -> list[tuple[str, str]]:
    """Return the moments in a case that every log has."""
    found = [
        (ARRIVAL, gettext("when a case comes in")),
        ("first_step", gettext("after its first step")),
    ]
    if with_roles:
        passed = gettext("when the work passes to another role for the first time")
        found.append(("handover:1", passed))
    return found


def first(promises: Mapping[str, Promise], attributes: Sequence[str]) -> dict[str, Any]:
    """Return what is chosen as long as nobody chose."""
    typed = (name for name in attributes if name.lower().startswith(TYPES))
    return {
        "promise": next(iter(promises), OWN),
        "by": next(typed, ""),
        "landmarks": [ARRIVAL],
    }


def remembered(search: Search) -> dict[str, Any]:
    """Return an earlier question as its form says it."""
    steps = [each.removeprefix(STEP) for each in search.landmarks if each.startswith(STEP)]
    return {
        "promise": str(search.promise_id) if search.promise_id else OWN,
        "own": "" if search.promise_id else search.good,
        "by": search.by,
        "landmarks": [each for each in search.landmarks if not each.startswith(STEP)],
        "step": next(iter(steps), ""),
        "since": search.since,
        "until": search.until,
    }


class OpinionForm(forms.ModelForm[Opinion]):
    """What someone who knows the work says of a finding."""

    class Meta:
        model = Opinion
        fields = ("kind", "words", "role")
        labels = {
            "words": _("In your own words"),
            "role": _("From which role do you see it"),
        }
        help_texts = {
            "words": _("For example: when the form is complete, we need not call back."),
            "role": _("For example: adviser. Your name is not shown. It may stay empty."),
        }
        widgets = {"words": forms.Textarea(attrs={"rows": 3})}

    kind = forms.ChoiceField(
        label=_("What do you want to say"),
        widget=forms.RadioSelect,
        choices=[
            (Opinion.Kind.CONFIRM, _("I recognise this")),
            (Opinion.Kind.DOUBT, _("I doubt this")),
            (Opinion.Kind.EXPLAIN, _("I know why this is so")),
        ],
    )
    field_order = ("kind", "words", "role")
