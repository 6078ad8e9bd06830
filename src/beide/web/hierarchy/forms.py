"""What people fill in about an initiative of the hierarchy."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from beide.change import Form, content
from beide.web.hierarchy.stages import FORMS, RHYTHM
from beide.web.initiatives.fields import PromiseField, TeamField
from beide.web.organisation.models import Organisation
from beide.web.page.templatetags.beide_text import form_name, say, stage_name

LONGEST = 4000


def day_input() -> forms.DateInput:
    """Return a field for a date that the browser helps with."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class FrameForm(forms.Form):
    """What an initiative is about, who owns it, and when we look."""

    title = forms.CharField(
        label=_("What do we call it?"),
        help_text=_("For example: measuring form complete at intake."),
        max_length=140,
        error_messages={"required": _("Give it a name of a few words.")},
    )
    about = forms.CharField(
        label=_("What is it about?"),
        help_text=_("What becomes better or different, and for whom."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        required=False,
    )
    owner_role = forms.CharField(
        label=_("Which role owns it?"),
        help_text=_("A role, not a name. For example: intake coordinator."),
        max_length=120,
        error_messages={"required": _("Write which role owns it. A role is enough.")},
    )
    team = TeamField(
        label=_("Which team carries it?"),
        help_text=_(
            "The people of this team can move it on. Without a team only leads and "
            "administrators can."
        ),
        required=False,
    )
    promise = PromiseField(
        label=_("Which promise does it serve?"),
        help_text=_("What customers notice when it works."),
        required=False,
    )
    held_when = forms.CharField(
        label=_("How will we see that it holds?"),
        help_text=_("For example: eight weeks in a row no call back about a missing measurement."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONGEST,
        required=False,
    )
    look_on = forms.DateField(
        label=_("When do we look?"),
        help_text=_("From this day on, Beide reminds you on the board."),
        widget=day_input(),
        required=False,
    )

    def __init__(self, *arguments: Any, organisation: Organisation, **options: Any) -> None:
        super().__init__(*arguments, **options)
        team, promise = self.fields["team"], self.fields["promise"]
        if isinstance(team, TeamField) and isinstance(promise, PromiseField):
            team.offer(organisation)
            promise.offer(organisation)


def form_choices() -> list[tuple[str, SafeString]]:
    """Return improvement and renewal, each with a sentence."""
    return [
        (
            form.value,
            format_html(
                '<span class="choice__text">{} <span class="choice__more">{}</span></span>',
                capfirst(form_name(form)),
                say(content().forms[form].in_short),
            ),
        )
        for form in FORMS
    ]


class StartForm(FrameForm):
    """The frame, and which form of change it is."""

    form = forms.TypedChoiceField(
        label=_("Which form of change is it?"),
        choices=form_choices,
        coerce=Form,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose improvement or renewal.")},
    )
    field_order = ("title", "form", "about")


class StepForm(forms.Form):
    """A step with a date."""

    what = forms.CharField(
        label=_("Step"),
        max_length=200,
        error_messages={"required": _("Write what the step is.")},
    )
    due = forms.DateField(label=_("Done by"), widget=day_input(), required=False)


class StopForm(forms.Form):
    """Why we stop."""

    why = forms.CharField(
        label=_("Why do we stop?"),
        help_text=_("Whoever wants to try this again later will be glad to know."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        error_messages={"required": _("Write in one sentence why we stop.")},
    )


def stage_choices() -> list[tuple[str, str]]:
    """Return the stages to go back to."""
    return [(stage, capfirst(stage_name(stage))) for stage in RHYTHM]


class LookForm(forms.Form):
    """What we saw, and whether it holds."""

    held = forms.TypedChoiceField(
        label=_("Does it hold?"),
        choices=[("yes", _("Yes, it holds")), ("no", _("No, not yet"))],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )
    saw = forms.CharField(
        label=_("What did we see?"),
        help_text=_("For example: 3 calls back in eight weeks, all in the holiday period."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        error_messages={"required": _("Write in one sentence what you saw.")},
    )
    back_to = forms.ChoiceField(
        label=_("If not: where do we go on?"), choices=stage_choices, required=False
    )
    look_on = forms.DateField(
        label=_("When do we look again?"),
        help_text=_("Leave this empty if once is enough."),
        widget=day_input(),
        required=False,
    )


class Sifting(forms.Form):
    """Which part of the board to show."""

    team = TeamField(label=_("Team"), required=False)
    form = forms.ChoiceField(
        label=_("Form of change"),
        required=False,
        choices=lambda: [
            ("", str(_("Both forms"))),
            *((form.value, capfirst(form_name(form))) for form in FORMS),
        ],
    )

    def __init__(self, *arguments: Any, organisation: Organisation, **options: Any) -> None:
        super().__init__(*arguments, **options)
        team = self.fields["team"]
        if isinstance(team, TeamField):
            team.offer(organisation, nothing=str(_("Every team")))
