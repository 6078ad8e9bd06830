"""What people fill in when they start, walk and learn in the network."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from beide.change import Form, Mode, content
from beide.web.initiatives.access import forms_of
from beide.web.initiatives.fields import PromiseField, TeamField
from beide.web.network.models import HOURS_PROPOSED, LEAST_HOURS, MOST_HOURS, LedgerEntry
from beide.web.organisation.models import Organisation


def text_area(rows: int = 4) -> forms.Textarea:
    """Return a box for a few sentences."""
    return forms.Textarea(attrs={"rows": rows})


class HoursField(forms.DecimalField):
    """Hours a week, with a comma or a point."""

    def __init__(self, **named: Any) -> None:
        named.setdefault("label", _("Hours a week"))
        super().__init__(
            min_value=LEAST_HOURS, max_value=MOST_HOURS, max_digits=4, decimal_places=1, **named
        )
        self.widget.attrs["step"] = "0.5"

    def to_python(self, value: Any) -> Any:
        """Read 2,5 as well as 2.5."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class TeamAndPromise(forms.Form):
    """Which team hosts it and which promise must not suffer, from this organisation."""

    team = TeamField(
        label=_("Which team hosts it"),
        required=False,
        help_text=_("People from every team can join. The host only keeps a place for it."),
    )
    promise = PromiseField(
        label=_("Which promise must not suffer"),
        required=False,
        help_text=_("Exploring pauses when this promise is in danger."),
    )

    def __init__(self, *arguments: Any, organisation: Organisation, **named: Any) -> None:
        super().__init__(*arguments, **named)
        team, promise = self.fields["team"], self.fields["promise"]
        if isinstance(team, TeamField):
            team.offer(organisation, nothing=gettext("no team in particular"))
        if isinstance(promise, PromiseField):
            promise.offer(organisation)


class FrameForm(TeamAndPromise):
    """The name, the question, what it is about, and what it protects."""

    title = forms.CharField(
        label=_("What do you call it"),
        max_length=140,
        help_text=_("A few words. For example: from order to conversation."),
    )
    question = forms.CharField(
        label=_("Your guiding question"),
        max_length=240,
        widget=text_area(2),
        help_text=_(
            "A question you do not know the answer to yet, instead of a goal. For example: what do "
            "family carers need from us before the aid arrives? Or: what becomes possible when we "
            "ask before we advise?"
        ),
    )
    about = forms.CharField(
        label=_("What it is about"),
        required=False,
        widget=text_area(),
        help_text=_("What makes this question matter now, and for whom?"),
    )
    field_order = ("title", "question", "about", "form", "team", "promise", "hours")


class StartForm(FrameForm):
    """Everything to start exploring, with the hours of the person who starts."""

    form = forms.ChoiceField(label=_("What kind of change is it"), widget=forms.RadioSelect)
    hours = HoursField(
        label=_("How many hours a week do you want to give it yourself"),
        required=False,
        initial=HOURS_PROPOSED,
        help_text=_(
            "Your lead agrees these hours as planned time. Leave it empty if you only bring the "
            "question."
        ),
    )

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        choices = [(form, form_in_short(Form(form))) for form in forms_of(Mode.NETWORK)]
        self.fields["form"] = forms.ChoiceField(
            label=self.fields["form"].label, choices=choices, widget=forms.RadioSelect
        )


def form_in_short(form: Form) -> str:
    """Say what a form of change is, in one line."""
    texts, language = content().forms[form], get_language() or "nl"
    return f"{capfirst(texts.name.in_language(language))}: {texts.in_short.in_language(language)}"


class CloseForm(forms.Form):
    """What a round taught, and whether another one follows."""

    NEXT, END = "next", "end"

    # Which round it is about, so that pressing twice does not close the next one too.
    number = forms.IntegerField(required=False, widget=forms.HiddenInput)
    learnt = forms.CharField(
        label=_("What did this round teach us"),
        widget=text_area(),
        help_text=_("Also what you had not expected, and what you now do differently."),
    )
    onward = forms.ChoiceField(
        label=_("And now"),
        choices=[
            (NEXT, _("We open a new round, with the same or another question")),
            (END, _("We round it off here")),
        ],
        widget=forms.RadioSelect,
        initial=NEXT,
    )
    question = forms.CharField(
        label=_("The guiding question of the next round"),
        max_length=240,
        required=False,
        widget=text_area(2),
        help_text=_("Only for a new round. Which question do you have now that is new?"),
    )

    def clean(self) -> dict[str, Any]:
        """A new round needs a question."""
        data = super().clean() or {}
        if data.get("onward") == self.NEXT and not data.get("question"):
            self.add_error("question", _("Write the question you take into the next round."))
        return data


class QuestionForm(forms.Form):
    """The question with which something that was rounded off is taken up again."""

    question = forms.CharField(
        label=_("The guiding question of the new round"), max_length=240, widget=text_area(2)
    )


class StopForm(forms.Form):
    """What was learnt by stopping."""

    why = forms.CharField(
        label=_("What do we learn by stopping"),
        widget=text_area(),
        help_text=_("For example: our customers turned out to have another question."),
    )


class HoursForm(forms.Form):
    """The hours someone wants to give, or that a lead proposes."""

    hours = HoursField()


class CallForm(forms.Form):
    """Who is being looked for."""

    looking_for = forms.CharField(
        label=_("Who are you looking for"),
        max_length=200,
        help_text=_("For example: who often talks to family carers?"),
    )
    hours = HoursField(initial=HOURS_PROPOSED)


class EntryForm(forms.ModelForm[LedgerEntry]):
    """A line in the ledger."""

    class Meta:
        model = LedgerEntry
        fields = ("kind", "what")
        labels = {"kind": _("Column"), "what": _("What is it")}
        widgets = {"what": forms.Textarea(attrs={"rows": 2, "maxlength": 240})}
