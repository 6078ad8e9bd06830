"""The page on which a guide enters what was counted from cards."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from beide import reflect
from beide.reflect import Statement
from beide.web.page.templatetags.beide_text import say
from beide.web.team_sessions.models import PEOPLE
from beide.web.team_sessions.paper_set import on_cards

POINTS = range(1, 6)


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with its five fields, and what is wrong with it."""

    statement: Statement
    fields: list[BoundField]
    errors: list[str]


class CountsForm(forms.Form):
    """How many cards there were, and how often each of the five boxes was ticked."""

    people = forms.IntegerField(
        label=_("How many cards did you get back?"),
        min_value=1,
        max_value=PEOPLE,
        error_messages={"required": _("Write how many cards there were.")},
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.statements = on_cards()
        for statement in self.statements:
            for value in POINTS:
                self.fields[name(statement.key, value)] = count_of(statement, value)

    def clean(self) -> dict[str, Any]:
        """See that no statement was counted more often than there are cards."""
        data = super().clean() or {}
        people = data.get("people")
        for statement in self.statements:
            total = sum(row_of(data, statement))
            if people is not None and total > people:
                self.add_error(name(statement.key, 1), too_many(total, people))
        if people is not None and not self.errors and not any(map(any, self.table(data).values())):
            raise forms.ValidationError(_("Nothing is counted yet. Fill in at least one row."))
        return data

    def table(self, data: dict[str, Any]) -> dict[str, list[int]]:
        """Return how often each answer was given, by statement."""
        return {statement.key: row_of(data, statement) for statement in self.statements}

    @property
    def counted(self) -> dict[str, list[int]]:
        """What was filled in."""
        return self.table(self.cleaned_data)

    def rows(self) -> list[Row]:
        """Return the fields, laid out by statement."""
        return [
            Row(
                statement,
                fields := [self[name(statement.key, value)] for value in POINTS],
                [str(error) for field in fields for error in field.errors],
            )
            for statement in self.statements
        ]


def count_of(statement: Statement, value: int) -> forms.IntegerField:
    """Return the field for one box; on the page it has no label of its own but this one."""
    answer = say(reflect.answer_labels()[value - 1])
    label = f"{say(statement.text)} {answer}"
    field = forms.IntegerField(
        min_value=0, max_value=PEOPLE, required=False, label=label, help_text=answer
    )
    field.widget.attrs |= {"aria-label": label, "inputmode": "numeric"}
    return field


def name(statement: str, value: int) -> str:
    """Return the name of one field."""
    return f"{statement}_{value}"


def row_of(data: dict[str, Any], statement: Statement) -> list[int]:
    """Return the five counts of a statement; what is left empty is none."""
    return [data.get(name(statement.key, value)) or 0 for value in POINTS]


def too_many(total: int, people: int) -> forms.ValidationError:
    """Say that a row does not add up."""
    return forms.ValidationError(
        _(
            "You counted %(total)s ticks here, and there are %(people)s cards. "
            "Count this row again."
        ),
        params={"total": total, "people": people},
    )
