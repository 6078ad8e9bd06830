"""What people fill in about an insight."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from beide.change import Mode
from beide.web.exchange.models import AlarmAnswer, Insight
from beide.web.initiatives.access import initiatives_of
from beide.web.initiatives.models import Initiative
from beide.web.organisation.access import teams_of
from beide.web.organisation.models import Organisation, Team

State = Insight.State
LONGEST_QUIET = timedelta(weeks=8)


class InsightForm(forms.ModelForm[Insight]):
    """What was learnt, in one sentence, and what it rests on."""

    class Meta:
        model = Insight
        fields = ("what", "kind", "about")
        widgets = {
            "what": forms.Textarea(attrs={"rows": 2, "maxlength": 240}),
            "about": forms.Textarea(attrs={"rows": 4}),
            "kind": forms.RadioSelect,
        }
        help_texts = {
            "what": _(
                "One sentence that someone who was not there understands. For example: customers "
                "who see the aid at home first, almost never send it back."
            ),
            "about": _("What did you see, with how many, and how sure are you?"),
        }

    def __init__(self, *arguments: Any, found_in: Mode, **named: Any) -> None:
        super().__init__(*arguments, **named)
        kinds = list(Insight.Kind.choices)
        if found_in is Mode.NETWORK:
            kinds = [kind for kind in kinds if kind[0] in {"insight", "customer"}]
        self.fields["kind"] = forms.ChoiceField(
            label=self.fields["kind"].label,
            choices=kinds,
            widget=forms.RadioSelect,
            initial=Insight.Kind.INSIGHT,
        )


class OfferForm(forms.Form):
    """To whom in the other mode an insight is offered."""

    to_role = forms.CharField(
        label=_("To which role"),
        max_length=120,
        help_text=_("A role, not a name. For example: planner, or lead of the fitting team."),
    )
    to_team: forms.ModelChoiceField[Team] = forms.ModelChoiceField(
        label=_("In which team"),
        queryset=Team.objects.none(),
        required=False,
        empty_label=_("no team in particular"),
        help_text=_("The lead of this team sees the offer and answers it."),
    )

    def __init__(self, *arguments: Any, organisation: Organisation, **named: Any) -> None:
        super().__init__(*arguments, **named)
        field = self.fields["to_team"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells mypy what it is
        field.queryset = organisation.teams.all()
        field.choices = [
            ("", field.empty_label),
            *((team.pk, team.name) for team in teams_of(organisation)),
        ]


class AnswerForm(forms.Form):
    """Accept, adapt or decline; never silently."""

    state = forms.ChoiceField(
        label=_("Your answer"),
        choices=[
            (State.ACCEPTED, _("We take this over")),
            (State.ADAPTED, _("We take this over in another form")),
            (State.DECLINED, _("Not now, and we say why")),
        ],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=_("What do you want to say with it?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In another form: which form? Not now: why not, and what would change that?"),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words where an answer without them would be silence."""
        cleaned = super().clean() or {}
        if cleaned.get("state") in {State.ADAPTED, State.DECLINED} and not cleaned.get("why"):
            self.add_error(
                "why",
                _("Write at least one sentence. Whoever found this can then go on with it."),
            )
        return cleaned


class UseForm(forms.Form):
    """Since when, and how, an insight is in use."""

    on = forms.DateField(
        label=_("In use since"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    how = forms.CharField(label=_("How do we use it?"), widget=forms.Textarea(attrs={"rows": 3}))
    carried_by: forms.ModelChoiceField[Initiative] = forms.ModelChoiceField(
        label=_("Through which improvement or renewal?"),
        queryset=Initiative.objects.none(),
        required=False,
        empty_label=_("none, we just began to do it"),
        help_text=_("Its effect on the promise is then shown beside this insight."),
    )

    def __init__(self, *arguments: Any, organisation: Organisation, **named: Any) -> None:
        super().__init__(*arguments, **named)
        field = self.fields["carried_by"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells mypy what it is
        field.queryset = initiatives_of(organisation=organisation.pk, mode=Mode.HIERARCHY)


class CheckForm(forms.Form):
    """A look at whether it still holds."""

    holds = forms.TypedChoiceField(
        label=_("Does it still hold?"),
        choices=[("yes", _("Yes")), ("no", _("No, or not any more"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    saw = forms.CharField(label=_("What did you see?"), widget=forms.Textarea(attrs={"rows": 3}))


class AlarmForm(forms.Form):
    """What people do about an alarm, and until when it may be quiet."""

    way = forms.ChoiceField(
        label=_("What do you do?"),
        choices=[
            (AlarmAnswer.Way.TRY, _("We try something")),
            (AlarmAnswer.Way.ASIDE, _("We put it aside for now")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=_("What will you try, or why do you put it aside?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everyone can read this. It is kept, also when the alarm is over."),
    )
    until = forms.DateField(
        label=_("Look again on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Until then it is quiet. If it is still there then, it sounds again."),
    )

    def clean_until(self) -> date:
        """Ask for a day that comes, and soon enough to still matter."""
        until: date = self.cleaned_data["until"]
        today = timezone.localdate()
        if until <= today:
            raise forms.ValidationError(_("This day has passed. Choose a day that is to come."))
        if until > today + LONGEST_QUIET:
            raise forms.ValidationError(
                _("This is more than eight weeks from now. Choose an earlier day to look again.")
            )
        return until


class OrderForm(forms.Form):
    """Which teams start something, from when, and how far apart."""

    what = forms.CharField(
        label=_("What starts?"),
        max_length=140,
        help_text=_("For example: two hours a week to explore, for the whole team."),
    )
    teams: forms.ModelMultipleChoiceField[Team] = forms.ModelMultipleChoiceField(
        label=_("Which teams?"),
        queryset=Team.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Two or more. Teams that wait are what the others are compared with."),
    )
    first = forms.DateField(
        label=_("When does the first team start?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    weeks_between = forms.IntegerField(
        label=_("Weeks between two teams"),
        min_value=4,
        max_value=26,
        initial=6,
        help_text=_("Four at least. More weeks make a smaller effect visible."),
    )

    def __init__(self, *arguments: Any, organisation: Organisation, **named: Any) -> None:
        super().__init__(*arguments, **named)
        field = self.fields["teams"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101 - for mypy
        field.queryset = organisation.teams.all()

    def clean_teams(self) -> list[Team]:
        """Ask for two teams: one has nothing to be compared with."""
        teams = list(self.cleaned_data["teams"])
        if len(teams) < 2:
            raise forms.ValidationError(_("Choose two teams or more, so that there is an order."))
        return teams
