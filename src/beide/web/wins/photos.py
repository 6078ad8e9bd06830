"""A photo as it is kept: checked, upright, small, and without what the camera wrote in it."""

import io
from typing import IO

from django.core.files.base import ContentFile
from PIL import Image, ImageOps

from beide.errors import InputError
from beide.text import Text

LARGEST = 20_000_000  # bytes
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 1600
FORMATS = ("JPEG", "PNG", "WEBP")
A_MILLION = 1_000_000


class PhotoTooLarge(InputError):
    """A photo is larger than can be taken in."""

    code = "photo_too_large"
    says = Text(
        nl="Deze foto is {size} groot. Kies er een van hoogstens {most}, of maak hem kleiner.",
        en="This photo is {size}. Choose one of at most {most}, or make it smaller.",
    )


class NoPhoto(InputError):
    """A file is no photo, or a damaged one."""

    code = "no_photo"
    says = Text(
        nl="{file} is geen foto die Beide kan lezen. Kies een JPEG, PNG of WebP.",
        en="{file} is not a photo that Beide can read. Choose a JPEG, PNG or WebP.",
    )


def prepared(file: IO[bytes], *, name: str, size: int) -> ContentFile[bytes]:
    """Return a photo of at most 1600 pixels wide and high, as JPEG, with nothing but the picture.

    Raises ``PhotoTooLarge`` above 20 MB or 60 million pixels and ``NoPhoto`` when it is something
    else.
    """
    if size > LARGEST:
        raise PhotoTooLarge(size=f"{size / A_MILLION:.0f} MB", most=f"{LARGEST // A_MILLION} MB")
    try:
        with Image.open(file, formats=FORMATS) as image:
            check_pixels(image)
            return as_jpeg(image)
    except (
        OSError,
        SyntaxError,
        ValueError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as problem:
        raise NoPhoto(file=name) from problem


def check_pixels(image: Image.Image) -> None:
    """Refuse a picture that would take too much memory, before it is unpacked."""
    pixels = image.width * image.height
    if pixels > MOST_PIXELS:
        raise PhotoTooLarge(
            size=f"{pixels // A_MILLION} megapixel", most=f"{MOST_PIXELS // A_MILLION} megapixel"
        )


def as_jpeg(image: Image.Image) -> ContentFile[bytes]:
    """Return a picture upright and small, on white where it is see-through."""
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    picture = upright.convert("RGBA")
    plain = Image.new("RGB", picture.size, "white")
    plain.paste(picture, mask=picture)
    into = io.BytesIO()
    plain.save(into, "JPEG", quality=85, optimize=True)
    return ContentFile(into.getvalue(), name="photo.jpg")
