"""The shipped files cannot leave something out, or say something nobody reads."""

from collections.abc import Mapping

import pytest

from beide.change import Fit, Idea
from beide.change._build import build
from beide.change._place import Place
from beide.errors import ContentError
from beide.text import Text

WORDS = {"nl": "woorden", "en": "words"}
PLACE = Place("ideas.toml")


def test_a_record_keeps_its_key_and_the_order_of_the_file() -> None:
    idea = {"name": WORDS, "sentence": WORDS, "question": WORDS}

    built = build(tuple[Idea, ...], {"second": idea, "first": idea}, PLACE)

    assert [item.key for item in built] == ["second", "first"]


def test_a_field_left_out_is_named() -> None:
    with pytest.raises(ContentError, match=r"ideas\.toml: at 'wins\.question', nothing is filled"):
        build(tuple[Idea, ...], {"wins": {"name": WORDS, "sentence": WORDS}}, PLACE)


def test_a_field_nobody_reads_is_named() -> None:
    idea = {"name": WORDS, "sentence": WORDS, "question": WORDS, "author": WORDS}

    with pytest.raises(ContentError, match=r"'wins\.author'.*name, sentence, question"):
        build(tuple[Idea, ...], {"wins": idea}, PLACE)


def test_a_table_needs_every_member_of_its_enum() -> None:
    with pytest.raises(ContentError, match="'not_sure', nothing is filled"):
        build(Mapping[Fit, Text], {"yes": WORDS, "partly": WORDS, "no": WORDS}, PLACE)
