"""What people fill in about an insight."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beide.change import Mode
from beide.web.exchange.models import Insight
from beide.web.organisation.access import teams_of
from beide.web.organisation.models import Organisation, Team

State = Insight.State


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


class CheckForm(forms.Form):
    """A look at whether it still holds."""

    holds = forms.TypedChoiceField(
        label=_("Does it still hold?"),
        choices=[("yes", _("Yes")), ("no", _("No, or not any more"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    saw = forms.CharField(label=_("What did you see?"), widget=forms.Textarea(attrs={"rows": 3}))
