"""Wins, photos and posts that tests begin with."""

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from beide.web.organisation.models import Organisation
from beide.web.wins.models import Win

TAKEN_ON, ORIENTATION, GPS = 0x0132, 0x0112, 0x8825


def win(organisation: Organisation, **other: Any) -> Win:
    return Win.objects.create(organisation=organisation, **{"title": "It fits at home", **other})


def answers(**other: Any) -> dict[str, Any]:
    """A win as a browser sends it."""
    today = timezone.localdate().isoformat()
    return {"title": "Ten chose at home", "happened": today, **other}


def photo(width: int = 40, height: int = 20, *, turned: bool = False) -> SimpleUploadedFile:
    """A photo with what a camera writes in it."""
    picture, into, said = Image.new("RGB", (width, height), "teal"), io.BytesIO(), Image.Exif()
    said[TAKEN_ON] = "2026:01:05 10:00:00"
    said.get_ifd(GPS)[1] = "N"
    if turned:
        said[ORIENTATION] = 6
    picture.save(into, "JPEG", exif=said)
    return SimpleUploadedFile("holiday.jpg", into.getvalue(), "image/jpeg")


def url(name: str, *arguments: object) -> str:
    return reverse(f"wins:{name}", args=["noord", *arguments])


def post(browser: Client, name: str, *arguments: object, **data: object) -> Any:
    return browser.post(url(name, *arguments), data, follow=True)


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def undo(browser: Client, answer: Any) -> Any:
    notice = list(answer.context["messages"])[-1]
    assert notice.extra_tags, f"'{notice}' cannot be undone"
    return browser.post(notice.extra_tags, follow=True)
