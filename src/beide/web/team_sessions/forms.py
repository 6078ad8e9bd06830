"""What a guide and people who take part fill in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from beide.change import Form
from beide.web.page.templatetags.beide_text import form_name
from beide.web.team_sessions.codes import LENGTH, tidy
from beide.web.team_sessions.models import Way
from beide.web.tensions.models import Shared, Sure, Tension

LONGEST = 4000
MOST_TENSIONS = 4
NO_FORM = "none"


class CodeForm(forms.Form):
    """The code on the big screen."""

    code = forms.CharField(
        label=_("The code on the screen"),
        help_text=_("Six letters and digits, for example KM7 4QX. Capitals do not matter."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        max_length=20,
        error_messages={"required": _("Type the code that is on the big screen.")},
    )

    def clean_code(self) -> str:
        """Say when it cannot be a code."""
        code = tidy(self.cleaned_data["code"])
        if len(code) != LENGTH:
            raise forms.ValidationError(
                _("A code has %(length)s letters and digits. This one has %(found)s."),
                params={"length": LENGTH, "found": len(code)},
            )
        return code


class TensionsField(forms.ModelMultipleChoiceField[Tension]):
    """Tensions to choose from, by their first line."""

    def label_from_instance(self, obj: Tension) -> str:
        """Return what people call it."""
        return obj.headline


class BeginForm(forms.Form):
    """What the session is about, and how people answer."""

    tensions = TensionsField(
        label=_("What is on the table?"),
        help_text=_("One is enough for 45 minutes. With more, you take them in turn."),
        queryset=Tension.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one tension.")},
    )
    way = forms.ChoiceField(
        label=_("How do people answer?"),
        choices=[
            (Way.PHONES.value, _("On their own phone, without a name")),
            (Way.PAPER.value, _("On paper cards, which you count afterwards")),
        ],
        initial=Way.PHONES.value,
        widget=forms.RadioSelect,
    )

    def __init__(self, *arguments: Any, tensions: QuerySet[Tension], **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["tensions"]
        if isinstance(field, TensionsField):
            field.queryset = tensions

    def clean_tensions(self) -> QuerySet[Tension]:
        """Keep it to what fits in one session."""
        chosen: QuerySet[Tension] = self.cleaned_data["tensions"]
        if len(chosen) > MOST_TENSIONS:
            raise forms.ValidationError(
                _("You chose %(chosen)s. Take at most %(most)s in one session."),
                params={"chosen": len(chosen), "most": MOST_TENSIONS},
            )
        return chosen


def capitals(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    """Return choices as they stand on their own, with a capital."""
    return [(value, capfirst(str(label))) for value, label in choices]


def form_choices() -> list[tuple[str, str]]:
    """Return the forms of change, and none of them."""
    names = [(form.value, capfirst(form_name(form))) for form in Form]
    return [*names, (NO_FORM, str(_("No single form, it is still open")))]


class DecideForm(forms.Form):
    """What the team decides, with what the picture says filled in."""

    form = forms.ChoiceField(
        label=_("Which form of change do you choose?"),
        choices=form_choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a form, or say that it is still open.")},
    )
    why = forms.CharField(
        label=_("Why this one?"),
        help_text=_("Above all when it is not what the picture says."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONGEST,
        required=False,
    )
    decided = forms.CharField(
        label=_("What did you decide?"),
        help_text=_(
            "For example: we visit five families before they order. The planning stays as it is."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        error_messages={"required": _("Write in a sentence what you decided.")},
    )
    first_step = forms.CharField(
        label=_("What is the first step?"),
        help_text=_("Something small, within two weeks."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONGEST,
        required=False,
    )
    who = forms.CharField(
        label=_("Who takes it?"),
        help_text=_("A role or a team. A name only of someone here who wants that."),
        max_length=140,
        required=False,
    )

    sure = forms.ChoiceField(
        label=_("How sure are you of it?"),
        choices=lambda: capitals(Sure.choices),
        widget=forms.RadioSelect,
    )
    shared = forms.ChoiceField(
        label=_("How far do you agree?"),
        choices=lambda: capitals([*Shared.choices, ("", _("we cannot tell"))]),
        widget=forms.RadioSelect,
        required=False,
    )

    @property
    def chosen(self) -> dict[str, Any]:
        """What was filled in, as the action takes it."""
        data = dict(self.cleaned_data)
        form, shared = data["form"], data["shared"]
        return data | {
            "form": None if form == NO_FORM else Form(form),
            "sure": Sure(data["sure"]),
            "shared": Shared(shared) if shared else None,
        }
