"""A file that does not fit its dataclass is refused, with the place and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pytest

from beide.change import Form
from beide.demo._toml import fill
from beide.errors import ContentError
from beide.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    name: Text
    size: float
    form: Form
    state: Literal["open", "shut"] = "open"
    since: date | None = None
    parts: tuple[int, ...] = ()
    shares: Mapping[str, float] | None = None


GOOD: dict[str, object] = {"name": {"nl": "doos", "en": "box"}, "size": 2, "form": "renewal"}


def test_a_good_file_is_filled() -> None:
    box = fill(Box, GOOD | {"parts": [1, 2], "shares": {"a": 1}}, file="box.toml")
    assert box == Box(
        name=Text(nl="doos", en="box"),
        size=2.0,
        form=Form.RENEWAL,
        parts=(1, 2),
        shares={"a": 1.0},
    )
    assert isinstance(box.size, float)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"size": "big"}, "size"),
        ({"size": True}, "size"),
        ({"colour": "red"}, "colour"),
        ({"name": {"nl": "doos"}}, "name.en"),
        ({"name": {"nl": "doos", "en": " "}}, "name.en"),
        ({"name": "doos"}, "name"),
        ({"form": "revolution"}, "form"),
        ({"state": "ajar"}, "state"),
        ({"since": "2026-01-01"}, "since"),
        ({"parts": [1, "two"]}, "parts[1]"),
        ({"parts": 1}, "parts"),
        ({"shares": {"a": "half"}}, "shares.a"),
        ({"shares": [1]}, "shares"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(change: dict[str, object], key: str) -> None:
    with pytest.raises(ContentError) as caught:
        fill(Box, GOOD | change, file="box.toml")
    assert caught.value.data["key"] == key
    assert "box.toml" in str(caught.value)


def test_a_missing_key_is_told() -> None:
    with pytest.raises(ContentError, match="form"):
        fill(Box, {key: value for key, value in GOOD.items() if key != "form"}, file="box.toml")
