"""What a conversation about readiness asks, and what each stage of a relation asks next."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from beide.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question about readiness, what is missing without a yes, and a first step."""

    key: str
    text: Text
    missing: Text
    step: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StageText:
    """What a stage of a relation is, and what to ask for the next one."""

    text: Text
    asks: tuple[Text, ...]


def _read(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files(__package__ or "").joinpath(name).read_text("utf-8"))


@cache
def questions() -> tuple[Question, ...]:
    """Return the ten questions, in their order."""
    return tuple(
        Question(
            key=each["key"],
            text=Text(nl=each["nl"], en=each["en"]),
            missing=Text(**each["missing"]),
            step=Text(**each["step"]),
        )
        for each in _read("readiness.toml")["question"]
    )


@cache
def stages() -> Mapping[str, StageText]:
    """Return what each stage is and asks."""
    return {
        key: StageText(
            text=Text(**each["is"]),
            asks=tuple(
                Text(nl=nl, en=en)
                for nl, en in zip(each["asks"]["nl"], each["asks"]["en"], strict=True)
            ),
        )
        for key, each in _read("stages.toml").items()
    }
