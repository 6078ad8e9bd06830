"""Three questions for the team that looks at a finding."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from beide.text import Text
from beide.web.patterns.stored import text_of

ASKED = 3


@cache
def written() -> Mapping[str, Any]:
    """Return the questions as they are written."""
    source = files("beide.web.patterns") / "content" / "questions.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def questions_about(features: Sequence[Mapping[str, Any]]) -> list[Text]:
    """Return three questions that fit what a pattern is about.

    One fits every pattern; the others go round the things that it consists of.
    """
    sets = [_filled(feature) for feature in features]
    turns = [each[turn] for turn in range(ASKED - 1) for each in sets if turn < len(each)]
    asked = [text_of(written()["first"]), *dict.fromkeys(turns)]
    return asked[:ASKED]


def _filled(feature: Mapping[str, Any]) -> list[Text]:
    """Return the questions about one thing, with the thing itself filled in."""
    label = text_of(feature)
    return [
        Text(nl=each["nl"].format(label=label.nl), en=each["en"].format(label=label.en))
        for about in written()["about"]
        if feature["kind"] in about["kinds"]
        for each in about["questions"]
    ]
