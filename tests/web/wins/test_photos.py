"""A photo of a win: checked, upright, small, and without what the camera wrote."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pytest_django import Settings

from beide.web.wins.models import Win
from beide.web.wins.photos import LARGEST, NoPhoto, PhotoTooLarge, prepared
from tests.web.conftest import As
from tests.web.people import World
from tests.web.wins.told import answers, photo, post, text, url


def small(file: SimpleUploadedFile) -> Image.Image:
    return Image.open(prepared(file, name="x.jpg", size=file.size or 0))


def test_photo_loses_what_the_camera_wrote() -> None:
    assert dict(small(photo()).getexif()) == {}


def test_photo_is_turned_upright() -> None:
    assert small(photo(40, 20, turned=True)).size == (20, 40)


def test_photo_is_made_small() -> None:
    assert small(photo(3200, 800)).size == (1600, 400)


def test_see_through_becomes_white() -> None:
    into = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(into, "PNG")
    found = small(SimpleUploadedFile("a.png", into.getvalue()))
    assert found.getpixel((4, 4)) == (255, 255, 255)


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<svg/>", photo().read()[:200]])
def test_no_photo_gets_a_sentence(content: bytes) -> None:
    with pytest.raises(NoPhoto, match="not a photo that Beide can read"):
        prepared(io.BytesIO(content), name="x.jpg", size=len(content))


def test_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(PhotoTooLarge, match="80 MB"):
        prepared(io.BytesIO(), name="x.jpg", size=80_000_000)
    assert LARGEST < 80_000_000


def test_member_sees_the_photo_and_an_outsider_does_not(
    world: World, signed_in: As, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    made = post(
        signed_in(world.mia), "new", **answers(photo=photo(), photo_shows="A table with bricks")
    )
    assert 'alt="A table with bricks"' in text(made)
    found = Win.objects.get()
    answer: Any = signed_in(world.ben).get(url("photo", found.pk))
    assert answer["Content-Type"] == "image/jpeg"
    assert answer.content[:2] == b"\xff\xd8"
    assert signed_in(world.otto).get(url("photo", found.pk)).status_code == 404


def test_photo_needs_words_and_what_was_typed_stays(world: World, signed_in: As) -> None:
    answer = post(signed_in(world.mia), "new", **answers(photo=photo(), words="Such a day"))
    assert answer.status_code == 422
    assert "Say what the photo shows" in text(answer)
    assert "Such a day" in text(answer)


def test_photo_taken_away_is_gone(
    world: World, signed_in: As, django_capture_on_commit_callbacks: Any
) -> None:
    mia = signed_in(world.mia)
    post(mia, "new", **answers(photo=photo(), photo_shows="Bricks"))
    made = Win.objects.get()
    path = Path(made.photo.path)
    assert path.exists()
    with django_capture_on_commit_callbacks(execute=True):
        post(mia, "edit", made.pk, **answers(without_photo="on"))
    made.refresh_from_db()
    assert not made.photo
    assert not path.exists()
