"""What people fill in about a barrier or a win."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from beide.errors import BeideError
from beide.web.effects.access import Shown
from beide.web.effects.models import Plan
from beide.web.initiatives.models import Initiative
from beide.web.organisation.models import Organisation
from beide.web.page.templatetags.beide_text import say
from beide.web.wins import access
from beide.web.wins.actions import Told
from beide.web.wins.models import LONGEST, Barrier, Win
from beide.web.wins.photos import prepared

EFFECT_IN_LIST = 120  # signs of an effect's sentence in a list


def text_area(rows: int) -> forms.Textarea:
    """Return a box for a few sentences."""
    return forms.Textarea(attrs={"rows": rows})


def day_field(label: Any, **options: Any) -> forms.DateField:
    """Return a field for a day."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, initial=timezone.localdate, **options)


class InitiativeField(forms.ModelChoiceField[Initiative]):
    """Choose an initiative of the organisation, or none."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Initiative.objects.none(), required=False, **options)

    def offer(self, organisation: Organisation, *, nothing: str) -> None:
        """Offer the initiatives of an organisation, and the words for choosing none."""
        self.queryset = access.initiatives_in(organisation)
        self.empty_label = nothing


class NotAhead(forms.Form):
    """A form in which no day may be ahead."""

    def days_behind(self, *names: str) -> None:
        """Refuse days that have not come."""
        for name in names:
            day = self.cleaned_data.get(name)
            if day and day > timezone.localdate():
                self.add_error(name, _("This day has not come yet. Choose today or earlier."))


class BarrierForm(NotAhead):
    """What is in the way."""

    what = forms.CharField(
        label=_("What is in the way"),
        max_length=240,
        widget=text_area(2),
        help_text=_("For example: a fitting at home cannot be planned in the present system."),
    )
    initiative = InitiativeField(label=_("Of what is it in the way"))
    who_can = forms.CharField(
        label=_("Who can take it away"),
        max_length=200,
        required=False,
        help_text=_(
            "A role or a team, no name. For example: who manages the planning system. "
            "Leave it empty if nobody knows."
        ),
    )
    stands_since = day_field(_("Since when"))

    def __init__(self, *arguments: Any, organisation: Organisation, **named: Any) -> None:
        super().__init__(*arguments, **named)
        field = self.fields["initiative"]
        if isinstance(field, InitiativeField):
            field.offer(organisation, nothing=gettext("of everything, or of nothing in particular"))

    def clean(self) -> dict[str, Any]:
        """It cannot begin tomorrow."""
        super().clean()
        self.days_behind("stands_since")
        return self.cleaned_data


class RemovedForm(NotAhead):
    """How a barrier went away, and what the win is called."""

    how = forms.CharField(
        label=_("How did it go away"),
        max_length=LONGEST,
        widget=text_area(3),
        help_text=_("What did you do, and who made it possible? Teams and roles are enough."),
    )
    title = forms.CharField(
        label=_("What do you call this win"),
        max_length=140,
        help_text=_("For example: every district can plan a fitting at home now."),
    )
    on = day_field(_("When"))

    def __init__(self, *arguments: Any, barrier: Barrier, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.barrier = barrier

    def clean(self) -> dict[str, Any]:
        """It cannot go away before it stood, or tomorrow."""
        super().clean()
        self.days_behind("on")
        on = self.cleaned_data.get("on")
        if on and on < self.barrier.stands_since:
            self.add_error("on", _("That is before the day since which it stood."))
        return self.cleaned_data


class EffectField(forms.ModelChoiceField[Plan]):
    """Choose an effect that says it improved, or probably did."""

    def __init__(self, **options: Any) -> None:
        super().__init__(Plan.objects.none(), required=False, **options)

    def offer(self, organisation: Organisation, *, chosen: int | None) -> None:
        """Offer the effects on which a win can rest, and the one on which it rests already."""
        good = access.good_effects(organisation)
        self.queryset = access.plans_in(organisation).filter(
            pk__in=[*(each.plan.pk for each in good), *([chosen] if chosen else [])]
        )
        said = {each.plan.pk: told(each) for each in good}
        self.choices = [
            ("", gettext("no effect, or it is not known yet")),
            *((plan.pk, said.get(plan.pk, plan.name)) for plan in self.queryset),
        ]


def told(effect: Shown) -> str:
    """Return an effect in one line."""
    return Truncator(f"{effect.plan.name}: {say(effect.sentence)}").chars(EFFECT_IN_LIST)


class WinForm(NotAhead):
    """What went well, and on what it rests."""

    title = forms.CharField(
        label=_("What went well"),
        max_length=140,
        help_text=_("One sentence. For example: ten customers chose their aid at home."),
    )
    words = forms.CharField(
        label=_("A few words about it"), max_length=LONGEST, required=False, widget=text_area(3)
    )
    happened = day_field(_("When"))
    initiative = InitiativeField(label=_("Where does it come from"))
    plan = EffectField(
        label=_("Which effect does it rest on"),
        help_text=_("The win then says what the data say, and no more than that."),
    )
    quote = forms.CharField(
        label=_("What did a customer say"),
        max_length=LONGEST,
        required=False,
        widget=text_area(2),
        help_text=_("In their own words. For example: for the first time nobody sent me on."),
    )
    quoted_from = forms.CharField(
        label=_("Who said it"),
        max_length=120,
        required=False,
        help_text=_(
            "In words, such as: a daughter who cares for her mother. "
            "A name only when this customer agreed to it."
        ),
    )
    photo = forms.FileField(
        label=_("A photo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_(
            "JPEG, PNG or WebP, at most 20 MB. Beide makes it smaller and takes out the place and "
            "time the camera wrote in it. Are there people in it? Ask them first."
        ),
    )
    photo_shows = forms.CharField(
        label=_("What does the photo show"),
        max_length=200,
        required=False,
        help_text=_("For who cannot see it. For example: a table full of bricks in the canteen."),
    )
    without_photo = forms.BooleanField(label=_("Take the photo away"), required=False)

    def __init__(
        self, *arguments: Any, organisation: Organisation, win: Win | None = None, **named: Any
    ) -> None:
        super().__init__(*arguments, **named)
        self.win = win
        initiative, plan = self.fields["initiative"], self.fields["plan"]
        if isinstance(initiative, InitiativeField):
            initiative.offer(organisation, nothing=gettext("nothing in particular"))
        if isinstance(plan, EffectField):
            plan.offer(organisation, chosen=win.plan_id if win else None)
        if win is None or not win.photo:
            del self.fields["without_photo"]

    @staticmethod
    def now(win: Win) -> dict[str, Any]:
        """Return what a win tells now."""
        names = ("title", "words", "happened", "quote", "quoted_from", "photo_shows")
        keys = {"initiative": win.initiative_id, "plan": win.plan_id}
        return {name: getattr(win, name) for name in names} | keys

    def clean_photo(self) -> ContentFile[bytes] | None:
        """Check the photo and make it small."""
        given = self.cleaned_data.get("photo")
        if not isinstance(given, UploadedFile):
            return None
        try:
            return prepared(given, name=given.name or "", size=given.size or 0)
        except BeideError as problem:
            raise ValidationError(problem.in_language(get_language() or "nl")) from problem

    def clean(self) -> dict[str, Any]:
        """A photo says what it shows, and words say whose they are."""
        super().clean()
        self.days_behind("happened")
        given = self.cleaned_data
        if self._keeps_photo() and not given.get("photo_shows"):
            self.add_error("photo_shows", _("Say what the photo shows, for who cannot see it."))
        if given.get("quote") and not given.get("quoted_from"):
            self.add_error("quoted_from", _("Say in words who said it, such as: a customer."))
        return given

    def _keeps_photo(self) -> bool:
        if self.cleaned_data.get("photo"):
            return True
        had = self.win is not None and bool(self.win.photo)
        return had and not self.cleaned_data.get("without_photo")

    def told(self) -> Told:
        """Return what was filled in."""
        given = dict(self.cleaned_data)
        given.pop("without_photo", None)
        return Told(**given)
