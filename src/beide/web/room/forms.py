"""What people fill in when they agree on room and tell what they used."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beide.web.initiatives.fields import PromiseField
from beide.web.organisation.models import Organisation
from beide.web.page.templatetags.beide_text import say
from beide.web.room import words
from beide.web.room.actions import Terms
from beide.web.room.models import LEAST_HOURS, MOST_HOURS, WAYS, Study
from beide.web.room.safe import SafeHours, for_team, safe_hours
from beide.web.room.weeks import WEEK

if TYPE_CHECKING:
    from beide.web.evidence.models import Promise

Numbers = Mapping[int, Mapping[str, Study]]
WEEKS_AHEAD = 9


class HoursField(forms.DecimalField):
    """Hours, with a comma or a point."""

    def __init__(self, *, least: Decimal = LEAST_HOURS, **named: Any) -> None:
        super().__init__(
            min_value=least, max_value=MOST_HOURS, max_digits=5, decimal_places=1, **named
        )
        self.widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def prepare_value(self, value: Any) -> Any:
        """Show hours as the reader writes them; what was typed stays as it was typed."""
        return words.number(value) if isinstance(value, Decimal) else value

    def to_python(self, value: Any) -> Any:
        """Read 2,5 as well as 2.5."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class ProposeForm(forms.Form):
    """How many hours a week, how, and from when."""

    hours_a_week = HoursField(
        label=_("How many hours a week, for the whole team together"),
        help_text=_("Planned working time. For example: 12 hours, so an hour each with 12 people."),
    )
    way = forms.ChoiceField(label=_("How do you set them free"), widget=forms.RadioSelect)
    since = forms.TypedChoiceField(label=_("From which week"), coerce=date.fromisoformat)
    promise = PromiseField(
        label=_("Which promise has to hold"),
        required=False,
        help_text=_("Beide looks up how many hours are safe for this promise."),
    )
    log_team = forms.ChoiceField(
        label=_("What your team is called in the data"),
        required=False,
        help_text=_("Data speak of roles. Choose the role that does most of your team's work."),
    )
    why_more = forms.CharField(
        label=_("Why these hours"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Only when it is more than Beide found safe, or when Beide has no number. For example: "
            "we begin with half an hour each and look at the promise every week."
        ),
    )

    def __init__(
        self, *arguments: Any, organisation: Organisation, numbers: Numbers, monday: date, **n: Any
    ) -> None:
        super().__init__(*arguments, **n)
        self.numbers = numbers
        self._offer("way", words.way_choices(WAYS))
        mondays = [monday + ahead * WEEK for ahead in range(WEEKS_AHEAD)]
        self._offer("since", [(day.isoformat(), words.week_of(day)) for day in mondays])
        nothing = [("", gettext("not in the data, or not by itself"))]
        self._offer("log_team", nothing + log_teams(numbers))
        promise = self.fields["promise"]
        if isinstance(promise, PromiseField):
            promise.offer(organisation)

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        """Ask for a reason for more hours than are known to be safe."""
        data = super().clean() or self.cleaned_data
        hours, safe = data.get("hours_a_week"), self.safe
        if hours is None or data.get("why_more") or (safe is not None and hours <= safe.hours):
            return data
        self.add_error("why_more", why_asked(safe))
        return data

    @property
    def safe(self) -> SafeHours | None:
        """What is known to be safe for what was chosen."""
        data = self.cleaned_data
        promise: Promise | None = data.get("promise")
        if promise is None or not data.get("log_team"):
            return None
        study = self.numbers.get(promise.pk, {}).get(data.get("way", ""))
        return for_team(study, data["log_team"])

    def terms(self) -> Terms:
        """Return what is proposed."""
        data = self.cleaned_data
        return Terms(
            promise=data["promise"],
            hours_a_week=data["hours_a_week"],
            way=data["way"],
            since=data["since"],
            log_team=data["log_team"],
            safe=self.safe,
            why_more=data["why_more"],
        )


def log_teams(numbers: Numbers) -> list[tuple[str, str]]:
    """Return the teams of the data about which a study says something."""
    found = {
        each.team: words.capital(say(each.name))
        for ways in numbers.values()
        for study in ways.values()
        for each in safe_hours(study)
    }
    return sorted(found.items(), key=lambda each: each[1].casefold())


def why_asked(safe: SafeHours | None) -> str:
    """Return why a reason is needed."""
    if safe is None:
        return gettext(
            "Beide has no number for this team in this way. Say why you think these hours can be "
            "set free while the promise holds."
        )
    return gettext(
        "Beide found %(hours)s safe for this team in this way. Say why you want to try more, or "
        "choose fewer hours."
    ) % {"hours": words.hours_a_week(safe.hours)}


class EndForm(forms.Form):
    """Why an agreement ends, for those who want to say it."""

    why = forms.CharField(
        label=_("Why does it end"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Nobody has to say why. Others may learn from it."),
    )


class TellForm(forms.Form):
    """How much of the agreed hours a team used in one week."""

    week = forms.DateField(widget=forms.HiddenInput)
    used_hours = HoursField(least=Decimal(0), label=_("Hours used, the whole team together"))
    why_less = forms.CharField(
        label=_("Why less"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("What came in between? About the work, not about people."),
    )
