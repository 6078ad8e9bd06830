"""What people fill in: a subject, an answer, and six questions about their organisation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beide import reflect
from beide.web.page.templatetags.beide_text import say
from beide.web.reflections.models import SUBJECT

UNSURE = "unsure"
EXAMPLES = {
    "ai": _("AI writes the first version of our answers to customers"),
    "partner": _("A customer no longer wants a supplier, but a partner"),
    "sustainability": _("We want to repair first, and replace only when we must"),
    "regulation": _("A new law wants us to explain every choice we make"),
}


class SubjectForm(forms.Form):
    """What is on the table, in one sentence."""

    # Without a limit in the page: a browser would cut off what someone pastes.
    subject = forms.CharField(
        label=_("What is on the table?"),
        help_text=_("One sentence is enough. Leave out names of customers and colleagues."),
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write in a few words what it is about.")},
    )

    def clean_subject(self) -> str:
        """Make it one line, and say how much too long it is."""
        subject = " ".join(self.cleaned_data["subject"].split())
        if len(subject) > SUBJECT:
            raise forms.ValidationError(
                _("This is %(length)s characters long. Make it one sentence of at most %(most)s."),
                params={"length": len(subject), "most": SUBJECT},
            )
        return subject


class PlaceForm(forms.Form):
    """Which answer a page is about: the time through the statements, and the place in it."""

    round = forms.IntegerField(min_value=1, max_value=9999)
    position = forms.IntegerField(min_value=0, max_value=99)


class AnswerForm(PlaceForm):
    """An answer, with the statement it answers."""

    statement = forms.CharField(max_length=60)
    value = forms.TypedChoiceField(
        choices=[(value, value) for value in ("1", "2", "3", "4", "5", UNSURE)],
        coerce=lambda value: None if value == UNSURE else int(value),
        empty_value=None,
    )


class OrganisationForm(forms.Form):
    """The six questions; each may be left open."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in reflect.organisation_questions():
            self.fields[question.key] = forms.ChoiceField(
                label=say(question.question),
                choices=[(option.key, say(option.label)) for option in question.options],
                widget=forms.RadioSelect,
                required=False,
            )

    @property
    def answers(self) -> dict[str, str]:
        """The questions that were answered."""
        return {key: value for key, value in self.cleaned_data.items() if value}
