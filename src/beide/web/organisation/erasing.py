"""Erase an organisation: every row, every file, for good."""

import shutil
from functools import partial

from django.db import models, transaction

from beide.web.organisation.belongings import Kind, fields_of, kinds, logs_folder, uploads
from beide.web.organisation.models import Organisation


@transaction.atomic
def erase(*, organisation: Organisation) -> None:
    """Erase everything of an organisation; files go once the rows are gone for certain."""
    found = kinds()
    for kind in found:
        for file in uploads(kind, organisation):
            transaction.on_commit(partial(file.storage.delete, str(file.name)))
    transaction.on_commit(partial(shutil.rmtree, logs_folder(organisation), ignore_errors=True))
    for kind in reversed(found):
        untie(kind, organisation)
        kind.rows(organisation).delete()


def untie(kind: Kind, organisation: Organisation) -> None:
    """Loosen rows that hold each other, such as a team and the team above it."""
    for field in fields_of(kind.model):
        if isinstance(field, models.ForeignKey) and field.related_model is kind.model:
            kind.rows(organisation).update(**{field.name: None})
