"""What is asked: consent, a file, its columns, a promise."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beide.web.evidence.kinds import KINDS, plain_name, suffix_of
from beide.web.evidence.models import Consent, EventLog

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


class ConsentForm(forms.ModelForm[Consent]):
    """Who agreed, when, and to what."""

    class Meta:
        model = Consent
        fields = ("by", "on", "scope", "purpose")
        widgets = {
            "by": forms.RadioSelect,
            "on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "scope": forms.Textarea(attrs={"rows": 3}),
            "purpose": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "by": _("If you have a works council, its consent is needed. If not, ask the staff."),
            "scope": _("For example: orders from intake to delivery, from January 2025. No names."),
            "purpose": _(
                "For example: to see whether we keep our promise. Never to judge one person."
            ),
        }

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["purpose"].required = True
        by = self.fields["by"]
        if isinstance(by, forms.TypedChoiceField):
            by.choices = Consent.By.choices

    def clean_on(self) -> Any:
        """Refuse a day that is still to come: consent that is expected is not consent."""
        on = self.cleaned_data["on"]
        if on > timezone.localdate():
            raise forms.ValidationError(
                gettext("%(day)s is still to come. Fill in the day on which they agreed.")
                % {"day": localize(on)}
            )
        return on


def file_field() -> forms.FileField:
    """Return a field for a file that Beide reads."""
    return forms.FileField(
        label=_("The file"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ",".join((*KINDS, ".gz"))}),
        error_messages={"required": _("Choose a file.")},
    )


def which_files() -> str:
    """Say which files can be sent."""
    return gettext(
        "A file that ends in %(kinds)s, packed with gzip or not, up to %(limit)s MB. "
        "Drag it here or choose it."
    ) % {"kinds": ", ".join(KINDS), "limit": localize(settings.UPLOAD_LIMIT // 1_000_000)}


def readable(file: "UploadedFile[bytes]") -> "UploadedFile[bytes]":
    """Return a file when it can be read by its name and size, or raise ``ValidationError``."""
    name = plain_name(file.name or "")
    if not suffix_of(name):
        raise forms.ValidationError(
            gettext("Beide does not read “%(name)s”. Choose a file that ends in %(kinds)s.")
            % {"name": name, "kinds": ", ".join(KINDS)}
        )
    if not file.size:
        raise forms.ValidationError(
            gettext("“%(name)s” is empty. Make the export again and choose that file.")
            % {"name": name}
        )
    if file.size > settings.UPLOAD_LIMIT:
        raise forms.ValidationError(
            gettext("“%(name)s” is larger than %(limit)s MB. Pack it with gzip, or split it.")
            % {"name": name, "limit": localize(settings.UPLOAD_LIMIT // 1_000_000)}
        )
    return file


class NextExportForm(forms.Form):
    """A next export of the same source."""

    file = file_field()

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["file"].help_text = which_files()

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse what cannot be read, before it is kept."""
        return readable(self.cleaned_data["file"])


class AddLogForm(forms.ModelForm[EventLog]):
    """A file, what it is called, and what it is used for."""

    file = file_field()

    class Meta:
        model = EventLog
        fields = ("file", "name", "purpose", "generated")
        labels = {
            "name": _("What do you call it?"),
            "purpose": _("What will you use it for?"),
            "generated": _("This is generated or sample data, not from real work"),
        }
        widgets = {"purpose": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "name": _("For example: orders 2025. Left empty, it gets the name of the file."),
            "purpose": _(
                "For example: to see whether we deliver within two days. "
                "The works council can read this."
            ),
        }

    def __init__(self, *arguments: Any, real_allowed: bool, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.real_allowed = real_allowed
        self.fields["purpose"].required = True
        self.fields["name"].required = False
        self.fields["file"].help_text = which_files()

    def clean_file(self) -> "UploadedFile[bytes]":
        """Refuse what cannot be read, before it is kept."""
        return readable(self.cleaned_data["file"])

    def clean(self) -> dict[str, Any] | None:
        """Call the log after its file when it got no name."""
        cleaned = super().clean() or self.cleaned_data
        file = cleaned.get("file")
        if file is not None and not cleaned.get("name"):
            cleaned["name"] = plain_name(file.name or "").split(".")[0] or "log"
        return cleaned

    def clean_generated(self) -> bool:
        """Without consent only generated data may come in."""
        generated: bool = self.cleaned_data["generated"]
        if not generated and not self.real_allowed:
            raise forms.ValidationError(
                gettext("Data from real work needs consent first. An administrator records it.")
            )
        return generated


class LogForm(forms.ModelForm[EventLog]):
    """What a log is called and used for."""

    class Meta:
        model = EventLog
        fields = ("name", "purpose")
        widgets = {"purpose": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["purpose"].required = True
