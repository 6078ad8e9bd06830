"""Where newer exports of a log come from."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beide.web.evidence import places
from beide.web.evidence.models import Source


class SourceForm(forms.ModelForm[Source]):
    """One of the places that the host named, and for a database what to read of it."""

    place = forms.ChoiceField(
        label=_("Where the exports are"),
        help_text=_("A folder or a database that your host made available."),
    )

    class Meta:
        model = Source
        fields = ("place", "table", "query")
        widgets = {"query": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "table": _("For a database. For example: orders_log."),
            "query": _("Or a question in SQL that begins with SELECT."),
        }

    def __init__(self, *arguments: Any, known: Mapping[str, str], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.known = known
        field = self.fields["place"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(name, name) for name in known]
        if not any(places.is_database(place) for place in known.values()):
            del self.fields["table"], self.fields["query"]

    def clean(self) -> dict[str, Any] | None:
        """Ask for one table or one question of a database, and for neither of a folder."""
        cleaned = super().clean() or self.cleaned_data
        table, query = cleaned.get("table"), cleaned.get("query")
        if not places.is_database(self.known.get(cleaned.get("place", ""), "")):
            cleaned.update(table="", query="")
        elif bool(table) == bool(query):
            self.add_error("table", gettext("Fill in a table, or a question, and not both."))
        return cleaned
