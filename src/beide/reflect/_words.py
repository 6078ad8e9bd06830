"""The sentences in which results are told, and the labels of the answers."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from beide.reflect._model import POINTS
from beide.reflect._place import Place, need, table, text
from beide.text import Text


@cache
def answer_labels() -> tuple[Text, ...]:
    """Return what stands on the five buttons, from not at all (1) to completely (5)."""
    labels = need(content("scale.toml"), "answers", list, Place("scale.toml"))
    if len(labels) != POINTS:
        raise Place("scale.toml", "answers").wrong(
            nl=f"horen {POINTS} antwoorden te staan, nu zijn het er {len(labels)}",
            en=f"there should be {POINTS} answers, now there are {len(labels)}",
        )
    return tuple(text(label, Place("scale.toml", "answers") / n) for n, label in enumerate(labels))


@cache
def unsure_label() -> Text:
    """Return what stands on the button for someone who does not know yet."""
    return text(content("scale.toml").get("unsure"), Place("scale.toml", "unsure"))


def say(part: str, key: str, **data: object) -> Text:
    """Return a sentence of ``says.toml``, with the data filled in; texts fill both languages."""
    nl = {name: value.nl if isinstance(value, Text) else value for name, value in data.items()}
    en = {name: value.en if isinstance(value, Text) else value for name, value in data.items()}
    sentence = sentences()[part][key]
    return Text(nl=sentence.nl.format(**nl), en=sentence.en.format(**en))


@cache
def sentences() -> Mapping[str, Mapping[str, Text]]:
    """Return every sentence of ``says.toml``, by part and key."""
    place = Place("says.toml")
    return {
        part: {key: text(value, place / part / key) for key, value in table(each, place).items()}
        for part, each in content("says.toml").items()
    }


def listed(parts: Iterable[Text]) -> Text:
    """Join parts as in speech: a, b and c."""
    each = list(parts)
    return Text(
        nl=_joined([part.nl for part in each], "en"), en=_joined([part.en for part in each], "and")
    )


def capital(sentence: Text) -> Text:
    """Return the same with a capital first."""
    return Text(
        nl=sentence.nl[:1].upper() + sentence.nl[1:], en=sentence.en[:1].upper() + sentence.en[1:]
    )


@cache
def content(name: str) -> dict[str, Any]:
    """Read a content file of this room."""
    return tomllib.loads((files("beide.reflect") / "content" / name).read_text(encoding="utf-8"))


def _joined(parts: list[str], word: str) -> str:
    return f" {word} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
