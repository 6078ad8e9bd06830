"""What people fill in about partners, meetings and guests."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beide.web.network.models import Experiment
from beide.web.organisation.models import Organisation
from beide.web.page.templatetags.beide_text import say
from beide.web.partnerships import access
from beide.web.partnerships.content import stages
from beide.web.partnerships.models import (
    LONGEST,
    MOST_WEEKS,
    Guest,
    Meeting,
    Partner,
    Sighting,
    Stage,
    default_until,
)


def day_input() -> forms.DateInput:
    """Return a field for a date that the browser helps with."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def text_area(rows: int) -> forms.Textarea:
    """Return a box for a few sentences."""
    return forms.Textarea(attrs={"rows": rows})


class PartnerForm(forms.ModelForm[Partner]):
    """Who they are, and what each side wants to learn."""

    class Meta:
        model = Partner
        fields = ("name", "kind", "they_learn", "we_learn", "contact", "since")
        labels = {
            "name": _("What is it called"),
            "kind": _("What are they to you"),
            "they_learn": _("What do they want to learn"),
            "we_learn": _("What do you want to learn"),
            "contact": _("How do you reach each other"),
            "since": _("Since when"),
        }
        help_texts = {
            "name": _("The organisation or group. For example: Home care West."),
            "they_learn": _("Ask them, and use their words."),
            "we_learn": _("For example: what family carers need before the aid arrives."),
            "contact": _("In words. For example: their district nurses, each first Tuesday."),
        }
        widgets = {
            "kind": forms.RadioSelect,
            "they_learn": text_area(2),
            "we_learn": text_area(2),
            "since": day_input(),
        }


class StageForm(forms.Form):
    """Where the relation is now, and what changed."""

    stage = forms.ChoiceField(label=_("Where is the relation now"), widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("What changed between you"),
        max_length=400,
        required=False,
        widget=text_area(2),
        help_text=_("For example: they asked us to look at the whole route home with them."),
    )

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        field = self.fields["stage"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (stage.value, f"{str(stage.label).capitalize()}: {say(stages()[stage].text)}")
                for stage in Stage
            ]


class MeetingForm(forms.ModelForm[Meeting]):
    """What was said when one met."""

    class Meta:
        model = Meeting
        fields = ("on", "said")
        labels = {"on": _("When did you meet"), "said": _("What was said")}
        help_texts = {"said": _("What surprised you, what you agreed, what nobody knows yet.")}
        widgets = {"on": day_input(), "said": text_area(4)}


class TogetherForm(forms.Form):
    """Which experiment one does with this partner."""

    experiment = forms.ModelChoiceField(
        Experiment.objects.none(),
        label=_("Which experiment do you do together"),
        empty_label=_("choose an experiment"),
    )

    def __init__(self, *arguments: Any, partner: Partner, **named: Any) -> None:
        super().__init__(*arguments, **named)
        field = self.fields["experiment"]
        if isinstance(field, forms.ModelChoiceField):
            taken = partner.togethers.values("experiment")
            field.queryset = access.experiments_of(partner.organisation).exclude(pk__in=taken)


class GuestForm(forms.Form):
    """Whom to let in, and until when."""

    email = forms.EmailField(
        label=_("E-mail address"), help_text=_("For example: nurse@homecare.example.")
    )
    partner = forms.ModelChoiceField(
        Partner.objects.none(),
        label=_("With which partner do they come"),
        required=False,
        empty_label=_("no partner in particular"),
    )
    until = forms.DateField(
        label=_("Until when"),
        widget=day_input(),
        initial=default_until,
        help_text=_("It ends by itself after this day, and you can end it at any moment."),
    )

    def __init__(
        self, *arguments: Any, organisation: Organisation, initiative: int, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self.initiative = initiative
        field = self.fields["partner"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = access.partners_of(organisation)

    def clean_email(self) -> str:
        """Refuse someone who is let in already."""
        email = str(self.cleaned_data["email"]).lower()
        standing = Guest.objects.filter(
            initiative=self.initiative,
            email=email,
            let_out=None,
            until__gte=timezone.localdate(),
        )
        if standing.exists():
            message = gettext("%(email)s is let in already.") % {"email": email}
            raise forms.ValidationError(message)
        return email

    def clean_until(self) -> Any:
        """A guest stays at least today, and half a year at most."""
        until, today = self.cleaned_data["until"], timezone.localdate()
        if until < today:
            raise forms.ValidationError(_("This day is over. Choose today or later."))
        if until > today + timedelta(weeks=MOST_WEEKS):
            message = gettext("Choose a day within %(weeks)s weeks. You can invite them again.")
            raise forms.ValidationError(message % {"weeks": MOST_WEEKS})
        return until


class SightingForm(forms.ModelForm[Sighting]):
    """What a guest sees."""

    class Meta:
        model = Sighting
        fields = ("words",)
        labels = {"words": _("What do you see?")}
        help_texts = {
            "words": _(
                "What do you recognise, what is different where you are, what would you try?"
            )
        }
        widgets = {"words": forms.Textarea(attrs={"rows": 4, "maxlength": LONGEST})}
