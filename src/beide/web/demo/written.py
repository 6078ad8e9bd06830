"""What the demo's later rooms are told of, as it is written down in TOML."""

import tomllib
from importlib.resources import files
from typing import Any

from beide.text import Text
from beide.web.demo.cast import Cast


def written(name: str) -> dict[str, Any]:
    """Return one of the demo's own files."""
    folder = files("beide.web.demo").joinpath("content")
    return tomllib.loads(folder.joinpath(name).read_text("utf-8"))


def said(cast: Cast, told: dict[str, Any] | None) -> str:
    """Return what was told, in the language of this demo; nothing when nothing was."""
    return cast.say(Text(nl=told["nl"], en=told["en"])) if told else ""
