"""What a person says about a file itself, when it looks wrong."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beide.web.evidence.kinds import is_text
from beide.web.evidence.models import EventLog

ENCODINGS = ("utf-8", "cp1252", "iso-8859-15", "cp850", "utf-16")
DELIMITERS = {";": ";", ",": ",", "\t": _("tab"), "|": "|"}


class FileForm(forms.Form):
    """What a person can say about the file itself, when it looks wrong."""

    sheet = forms.ChoiceField(label=_("Which sheet"), required=False)
    table = forms.CharField(label=_("Which table"), required=False, max_length=200)
    encoding = forms.ChoiceField(
        label=_("How the text is written"),
        required=False,
        help_text=_("Choose another one when letters such as é or ë look wrong."),
    )
    delimiter = forms.ChoiceField(label=_("What stands between the columns"), required=False)

    def __init__(self, said: QueryDict | None, *, log: EventLog, sheets: Sequence[str]) -> None:
        super().__init__(said, initial=log.columns.get("how", {}))
        found = ("", gettext("found by itself"))
        offered: Mapping[str, Collection[tuple[str, Any]]] = {
            "sheet": [(sheet, sheet) for sheet in sheets] if len(sheets) > 1 else [],
            "encoding": [(name, name) for name in ENCODINGS] if is_text(log.source) else [],
            "delimiter": list(DELIMITERS.items()) if is_text(log.source) else [],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            if choices and isinstance(field, forms.ChoiceField):
                field.choices = [found, *choices]
            else:
                del self.fields[name]
        if Path(log.source).suffix.lower() not in {".sqlite", ".sqlite3", ".db"}:
            del self.fields["table"]

    def chosen(self) -> dict[str, str]:
        """Return what was said."""
        return {name: value for name, value in self.cleaned_data.items() if value}
