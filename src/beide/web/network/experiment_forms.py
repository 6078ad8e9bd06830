"""What people write down before and after an experiment."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from beide.web.initiatives.fields import PromiseField
from beide.web.network.forms import text_area
from beide.web.network.models import Experiment
from beide.web.organisation.models import Organisation

Next = Experiment.Next


class PlanForm(forms.ModelForm[Experiment]):
    """The card, written before the experiment begins."""

    protects = PromiseField(
        label=_("Which promise must not suffer"),
        required=False,
        help_text=_("The experiment stops when this promise is in danger."),
    )

    class Meta:
        model = Experiment
        fields = (
            "title",
            "believe",
            "attempt",
            "together_with",
            "will_see",
            "stops_when",
            "protects",
            "begins",
        )
        labels = {
            "title": _("Name of the experiment"),
            "believe": _("What we believe"),
            "attempt": _("What we try"),
            "together_with": _("With which customer or partner"),
            "will_see": _("What we will see if it is so"),
            "stops_when": _("When we stop"),
            "begins": _("Begins on"),
        }
        widgets = {
            "believe": text_area(2),
            "attempt": text_area(3),
            "will_see": text_area(2),
            "stops_when": text_area(2),
            "begins": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        }
        help_texts = {
            "title": _("For example: fitting together at the customer's home."),
            "believe": _("For example: customers who see the aid at home first, choose better."),
            "attempt": _("Small, and soon. For example: five fittings at home in three weeks."),
            "together_with": _("Someone outside your own team. A real customer tells you most."),
            "will_see": _("Say it so that you can be wrong. For example: four of five keep it."),
            "stops_when": _("For example: after three weeks, or when two customers have to wait."),
            "begins": _("From this day the plan is fixed. Leave it empty if you do not know yet."),
        }

    def __init__(self, *arguments: Any, organisation: Organisation, **named: Any) -> None:
        super().__init__(*arguments, **named)
        if isinstance(self.fields["protects"], PromiseField):
            self.fields["protects"].offer(organisation)


class LearnForm(forms.Form):
    """The card, written afterwards."""

    saw = forms.CharField(
        label=_("What we saw"),
        widget=text_area(),
        help_text=_("What happened, as someone with a camera would have seen it."),
    )
    learnt = forms.CharField(
        label=_("What we learnt"),
        widget=text_area(),
        help_text=_("Was it as you believed? A disappointment teaches as much as a success."),
    )
    next = forms.ChoiceField(
        label=_("What next"),
        choices=[
            (Next.ADOPT, _("Adopt: this works, it can become part of daily work")),
            (Next.ADAPT, _("Adapt: there is something in it, but in another form")),
            (Next.AGAIN, _("Again: we do not know yet, we try once more")),
            (Next.STOP, _("Stop: this is not the way, and we know why")),
        ],
        widget=forms.RadioSelect,
    )
