"""Three questions for every pattern there can be."""

import tomllib
from importlib.resources import files

import pytest

from beide.web.patterns.questions import questions_about

SENTENCES = files("beide.discover") / "content" / "sentences.toml"
KINDS = sorted(tomllib.loads(SENTENCES.read_text("utf-8"))["feature"])


def feature(kind: str) -> dict[str, str]:
    return {"kind": kind, "nl": "zo is het", "en": "so it is"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_feature_has_three(kind: str) -> None:
    asked = questions_about([feature(kind)])
    assert len({question.nl for question in asked}) == 3
    assert len({question.en for question in asked}) == 3
    assert not [question for question in asked if "{" in question.nl + question.en]


def test_two_things_each_get_a_question() -> None:
    first, second, third = questions_about([feature("yes"), feature("weekday")])
    assert "Who decides" in second.en
    assert "different at that moment" in third.en
    assert first not in (second, third)
