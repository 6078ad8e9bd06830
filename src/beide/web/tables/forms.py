"""What people fill in about a table and what stands on it."""

import json
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from beide.web.initiatives.access import initiatives_of
from beide.web.initiatives.fields import TeamField
from beide.web.initiatives.models import Initiative
from beide.web.organisation.models import Organisation
from beide.web.page.templatetags.beide_text import say
from beide.web.tables import marks
from beide.web.tables.reading import Board
from beide.web.tables.starting.from_patterns import FORMAT, from_patterns

LARGEST_FILE = 2_000_000
INDENT = "\u2003"


def brick_kinds() -> list[tuple[str, str]]:
    """Return the kinds of brick for a list."""
    return [(word.key, capfirst(say(word.name))) for word in marks.bricks()]


def link_kinds() -> list[tuple[str, str]]:
    """Return the kinds of link for a list."""
    return [(word.key, capfirst(say(word.name))) for word in marks.links()]


def brick_names(board: Board, *, without: str = "") -> list[tuple[str, str]]:
    """Return the bricks for a list, each under what it lies on."""
    kinds = dict(brick_kinds())
    return [
        (brick.id, f"{INDENT * min(brick.depth, 6)}{brick.label or kinds[brick.kind]}")
        for brick in board.bricks
        if brick.id != without
    ]


def label_field() -> forms.CharField:
    """Return the field for what is written on a brick."""
    return forms.CharField(
        label=_("What is written on it"),
        max_length=marks.LONGEST_LABEL,
        help_text=_("A few words. For example: measure at the customer's home."),
        error_messages={"required": _("Write a few words on the brick.")},
    )


class AboutForm(forms.Form):
    """What a table is called, what it asks, and what it belongs to."""

    name = forms.CharField(
        label=_("What do you build?"),
        max_length=marks.LONGEST_NAME,
        help_text=_("For example: an order, from the call to the delivery."),
        error_messages={"required": _("Give the table a name of a few words.")},
    )
    question = forms.CharField(
        label=_("Which question do you build around?"),
        max_length=marks.LONGEST_QUESTION,
        required=False,
        help_text=_("For example: what happens when it goes well?"),
    )
    team = TeamField(label=_("Which team builds?"), required=False)
    initiative: forms.ModelChoiceField[Initiative] = forms.ModelChoiceField(
        label=_("Which initiative does it belong to?"),
        queryset=Initiative.objects.none(),
        required=False,
        empty_label=_("no initiative in particular"),
        help_text=_("Guests from outside who were let in there, can build along."),
    )

    def __init__(self, *arguments: Any, organisation: Organisation, **named: Any) -> None:
        super().__init__(*arguments, **named)
        team, initiative = self.fields["team"], self.fields["initiative"]
        if isinstance(team, TeamField):
            team.offer(organisation)
        if isinstance(initiative, forms.ModelChoiceField):
            initiative.queryset = initiatives_of(organisation=organisation.pk)


class StartForm(AboutForm):
    """A new table: empty, or with the bricks of a file."""

    bricks = forms.FileField(
        label=_("Bricks from a file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "application/json,.json"}),
        help_text=_(
            "Leave this empty to begin with nothing. A pattern can be saved as a file with bricks."
        ),
    )

    def clean_bricks(self) -> dict[str, Any] | None:
        """Read the file, or say what is wrong with it."""
        file = self.cleaned_data["bricks"]
        if not isinstance(file, UploadedFile):
            return None
        if (file.size or 0) > LARGEST_FILE:
            raise forms.ValidationError(gettext("This file is larger than 2 MB."))
        try:
            told = json.loads(file.read())
        except (ValueError, RecursionError) as error:
            said = gettext("This file cannot be read. Choose the JSON file that Beide made.")
            raise forms.ValidationError(said) from error
        if not isinstance(told, dict) or told.get("format") != FORMAT:
            raise forms.ValidationError(
                gettext("There are no bricks in this file. Choose a file made for a build table.")
            )
        return from_patterns(told)


class AddForm(forms.Form):
    """A new brick."""

    kind = forms.ChoiceField(label=_("Kind of brick"), choices=brick_kinds)
    label = label_field()
    on = forms.ChoiceField(label=_("Lay it on"), required=False)

    def __init__(self, *arguments: Any, board: Board, **named: Any) -> None:
        super().__init__(*arguments, **named)
        on = self.fields["on"]
        if isinstance(on, forms.ChoiceField):
            on.choices = [("", gettext("the table")), *brick_names(board)]


class BrickForm(forms.Form):
    """What a brick is."""

    label = label_field()
    kind = forms.ChoiceField(label=_("Kind of brick"), choices=brick_kinds)
    text = forms.CharField(
        label=_("More about it"),
        required=False,
        max_length=marks.LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What makes it go well here? What does someone need to know?"),
    )


class MoveForm(forms.Form):
    """Where a brick comes."""

    how = forms.ChoiceField(
        label=_("Move it"),
        choices=[
            ("on", _("onto the brick below")),
            ("beside", _("beside, right after the brick below")),
            ("first", _("to the beginning of the table")),
            ("last", _("to the end of the table")),
        ],
    )
    other = forms.ChoiceField(label=_("Which brick"), required=False)

    def __init__(self, *arguments: Any, board: Board, brick: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        other = self.fields["other"]
        if isinstance(other, forms.ChoiceField):
            other.choices = [("", gettext("choose a brick")), *brick_names(board, without=brick)]

    def clean(self) -> dict[str, Any]:
        """Ask for the other brick where there must be one."""
        cleaned = super().clean() or {}
        if cleaned.get("how") in {"on", "beside"} and not cleaned.get("other"):
            self.add_error("other", gettext("Choose the brick where it comes."))
        return cleaned


class LinkForm(forms.Form):
    """What a link says."""

    kind = forms.ChoiceField(label=_("What the link says"), choices=link_kinds)
    label = forms.CharField(
        label=_("In your own words"), required=False, max_length=marks.LONGEST_LABEL
    )


class NewLinkForm(LinkForm):
    """A link to another brick."""

    to = forms.ChoiceField(label=_("To which brick"))
    field_order = ("to", "kind", "label")

    def __init__(self, *arguments: Any, board: Board, brick: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        to = self.fields["to"]
        if isinstance(to, forms.ChoiceField):
            to.choices = brick_names(board, without=brick)


class VersionForm(forms.Form):
    """A name for the table as it is now."""

    name = forms.CharField(
        label=_("Keep this version as"),
        max_length=80,
        help_text=_("For example: after the first afternoon."),
        error_messages={"required": _("Give this version a name.")},
    )


class PhotoForm(forms.Form):
    """A photo of a real build."""

    photo = forms.FileField(
        label=_("Photo of what you built"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
        help_text=_(
            "JPEG, PNG or WebP, at most 20 MB. Beide takes out the place and time the camera "
            "wrote in it. Are there people in it? Ask them first."
        ),
        error_messages={"required": _("Choose a photo first.")},
    )


class AgreeForm(forms.Form):
    """Who agreed, and what is different."""

    name = forms.CharField(
        label=_("What do you call this way of working?"),
        max_length=marks.LONGEST_NAME,
        error_messages={"required": _("Give it a name of a few words.")},
    )
    agreed_by = forms.CharField(
        label=_("Which roles agreed?"),
        max_length=240,
        help_text=_("Roles, not names. For example: intake, fitting and the planner."),
        error_messages={"required": _("Write which roles agreed.")},
    )
    why = forms.CharField(
        label=_("What is different from before, and why?"),
        required=False,
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
