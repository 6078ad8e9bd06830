"""Ten questions that a team answers in a conversation."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from beide.web.initiatives.fields import TeamField
from beide.web.organisation.models import Organisation
from beide.web.page.templatetags.beide_text import say
from beide.web.partnerships.content import questions
from beide.web.partnerships.forms import day_input
from beide.web.partnerships.models import LONGEST, Reply


class ReadyForm(forms.Form):
    """For each question yes, partly or not yet, and the words that go with it."""

    team = TeamField(label=_("Which team talks about it"), required=False)
    on = forms.DateField(label=_("When"), widget=day_input(), initial=timezone.localdate)

    def __init__(self, *arguments: Any, organisation: Organisation, **named: Any) -> None:
        super().__init__(*arguments, **named)
        team = self.fields["team"]
        if isinstance(team, TeamField):
            team.offer(organisation, nothing=str(_("several teams together")))
        for question in questions():
            self.fields[question.key] = forms.ChoiceField(
                label=say(question.text),
                choices=Reply.Ready.choices,
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose what you find together.")},
            )
            self.fields[words_of(question.key)] = forms.CharField(
                label=_("What makes you say so"),
                required=False,
                max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def replies(self) -> dict[str, tuple[str, str]]:
        """Return what was found on each question."""
        given = self.cleaned_data
        return {
            question.key: (given[question.key], given[words_of(question.key)])
            for question in questions()
        }


def words_of(key: str) -> str:
    """Return the name of the field for the words with an answer."""
    return f"{key}_words"
