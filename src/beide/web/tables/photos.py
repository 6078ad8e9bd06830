"""Keeping a photo of a real build."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from PIL import Image

from beide.web.tables.models import Photo, Table
from beide.web.wins.photos import prepared


@transaction.atomic
def keep(*, table: Table, file: UploadedFile[Any]) -> Photo:
    """Keep a photo, encoded anew.

    Raises ``beide.errors.InputError`` for what is too large or no photo.
    """
    made = prepared(file, name=file.name or "", size=file.size or 0)
    with Image.open(made) as image:
        width, height = image.size
    made.seek(0)
    photo = Photo(table=table, width=width, height=height)
    photo.file.save(f"{photo.key}.jpg", made)
    return photo
