"""Everything that belongs to an organisation, found by following the keys between models.

A room that adds a model with a key to something of an organisation needs to do nothing: its rows
are exported and erased with the rest.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models

from beide.web.organisation.models import Organisation


@dataclass(frozen=True, slots=True)
class Kind:
    """A model whose rows belong to an organisation, and the way from a row to it."""

    model: type[models.Model]
    lookup: str

    @property
    def label(self) -> str:
        """What it is called in files: ``tensions.tension``."""
        return str(self.model._meta.label_lower)  # noqa: SLF001 - Django documents it

    def rows(self, organisation: Organisation) -> models.QuerySet[Any]:
        """Return the rows of one organisation, those that pages leave out included."""
        everything = self.model._base_manager  # noqa: SLF001 - Django documents it
        return everything.filter(**{self.lookup: organisation.pk}).order_by("pk")


def fields_of(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """Return the fields that are columns of a model's table."""
    return list(model._meta.concrete_fields)  # noqa: SLF001 - Django documents it


def keys(model: type[models.Model]) -> list[models.ForeignKey[Any, Any]]:
    """Return a model's keys to other models that it cannot do without."""
    return [
        field
        for field in fields_of(model)
        if isinstance(field, models.ForeignKey)
        and not field.null
        and issubclass(field.related_model, models.Model)
    ]


def kinds() -> list[Kind]:
    """Return every kind of thing of an organisation, what others need before what needs it."""
    found: dict[type[models.Model], str] = {Organisation: "pk"}
    waiting = [model for model in apps.get_models() if model is not Organisation]
    while reached := {model: way for model in waiting if (way := way_from(model, found))}:
        found |= reached
        waiting = [model for model in waiting if model not in found]
    order = TopologicalSorter(
        {model: {key.related_model for key in keys(model)} & set(found) for model in found}
    )
    return [Kind(model, found[model]) for model in order.static_order()]


def way_from(model: type[models.Model], found: dict[type[models.Model], str]) -> str:
    """Return the lookup from a model to the organisation, through a model already found."""
    for key in keys(model):
        if key.related_model is Organisation:
            return key.name
    for key in keys(model):
        if key.related_model in found:
            return f"{key.name}__{found[key.related_model]}"
    return ""


def uploads(kind: Kind, organisation: Organisation) -> Iterator[models.fields.files.FieldFile]:
    """Yield the files that rows of this kind keep."""
    names = [field.name for field in fields_of(kind.model) if isinstance(field, models.FileField)]
    if names:
        for row in kind.rows(organisation):
            yield from (file for name in names if (file := getattr(row, name)))


def logs_folder(organisation: Organisation) -> Path:
    """Return where the organisation's event logs are."""
    return Path(settings.LOGS_ROOT) / str(organisation.pk)
