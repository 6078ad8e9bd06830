"""What people fill in about a tension."""

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from beide.change import Choice, Fit, Form, Origin, content
from beide.web.page.templatetags.beide_text import form_name, say

LONGEST = 4000
NONE_YET = "none"


def origin_choices() -> list[tuple[str, str]]:
    """Return where a tension can come from, in the reader's language."""
    return [(key.value, capfirst(say(words.name))) for key, words in content().origins.items()]


def fit_choices() -> list[tuple[str, SafeString]]:
    """Return whether it fits how people decide today, each with a sentence that helps."""
    return [(key.value, explained(words)) for key, words in content().fits.items()]


def explained(words: Choice) -> SafeString:
    """Return a name with its helping sentence under it."""
    return format_html(
        '<span class="choice__text">{} <span class="choice__more">{}</span></span>',
        capfirst(say(words.name)),
        say(words.helper),
    )


class TensionForm(forms.Form):
    """The four questions."""

    what = forms.CharField(
        label=_("What does not fit?"),
        help_text=_(
            "One or two sentences are enough. For example: customers ask us to think along, "
            "and our order form only has room for an article number."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST,
        error_messages={"required": _("Write in a few words what does not fit.")},
    )
    meanwhile = forms.CharField(
        label=_("What must go on meanwhile?"),
        help_text=_(
            "What customers or colleagues count on. For example: every bed is there the same day."
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
        required=False,
    )
    origin = forms.TypedChoiceField(
        label=_("Where does it come from?"),
        coerce=Origin,
        choices=origin_choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose where it comes from. Something else is fine too.")},
    )
    fits = forms.TypedChoiceField(
        label=_("Does it fit how we decide things today?"),
        coerce=Fit,
        choices=fit_choices,
        widget=forms.RadioSelect,
        initial=Fit.NOT_SURE.value,
    )


class NewTensionForm(TensionForm):
    """The four questions, and whether to sign."""

    unsigned = forms.BooleanField(
        label=_("Bring it in without my name"),
        help_text=_(
            "Then we keep no name and no time, only today's date. Nobody can see or find out in "
            "Beide that it was you. Nobody can change the text afterwards either, you neither."
        ),
        required=False,
    )


class QuickForm(forms.Form):
    """The two quick questions."""

    configuration = forms.TypedChoiceField(
        choices=[("yes", "yes"), ("no", "no")],
        coerce=lambda answer: answer == "yes",
        error_messages={"required": _("Choose yes or no for how you work.")},
        widget=forms.RadioSelect,
    )
    paradigm = forms.TypedChoiceField(
        choices=[("yes", "yes"), ("no", "no")],
        coerce=lambda answer: answer == "yes",
        error_messages={"required": _("Choose yes or no for how you think.")},
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=_("Why do you see it this way?"),
        help_text=_("One sentence helps whoever looks back later."),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONGEST,
        required=False,
    )


def form_choices() -> list[tuple[str, str]]:
    """Return the forms of change to look for, and those without one."""
    forms_of_change = [(form.value, capfirst(form_name(form))) for form in Form]
    return [("", str(_("Every form"))), *forms_of_change, (NONE_YET, str(_("No form yet")))]


class Looking(forms.Form):
    """What to look for in the list."""

    q = forms.CharField(
        label=_("Words to look for"),
        required=False,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    origin = forms.ChoiceField(
        label=_("Where it comes from"),
        required=False,
        choices=lambda: [("", str(_("Everywhere"))), *origin_choices()],
    )
    form = forms.ChoiceField(label=_("Form of change"), required=False, choices=form_choices)
