"""Every text in the content, with where it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from beide.text import Text


def every_text(value: object, place: str = "") -> Iterator[tuple[str, Text]]:
    """Walk whatever the content is made of; a place reads ``forms.transition.name``."""
    if isinstance(value, Text):
        yield place, value
    else:
        for key, part in _parts(value):
            yield from every_text(part, f"{place}.{key}" if place else key)


def _parts(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from ((str(key), part) for key, part in value.items())
    elif isinstance(value, tuple):
        yield from ((getattr(part, "key", str(i)), part) for i, part in enumerate(value))
    elif is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in fields(value))
