"""Every text of the story is there in Dutch and in English, each written for itself."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from beide.demo import organisation, truths
from beide.text import Text

FORMAL = re.compile(r"\b(u|uw)\b", re.IGNORECASE)
AVOIDED_NL = re.compile(r"\b(pilot|coach|facilitator|workshop|kpi|sla)\b", re.IGNORECASE)
AVOIDED_EN = re.compile(r"\b(pilot|coach|facilitator|kpi|sla|slack|canvas)\b", re.IGNORECASE)
SAME_IS_FINE = {"Hulpmiddelen Noord", "Planning", "Planner", "Groningen", "Friesland", "Drenthe"}


def walk(value: object, path: str = "") -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from walk(item, f"{path}[{getattr(item, 'key', place)}]")
    elif is_dataclass(value):
        for field in fields(value):
            yield from walk(getattr(value, field.name), f"{path}.{field.name}")


TEXTS = dict([*walk(organisation(), "story"), *walk(truths(), "truths")])
BOTH = [(path, said) for path, text in TEXTS.items() for said in (text.nl, text.en)]


def test_there_is_a_whole_story() -> None:
    assert len(TEXTS) > 250


def test_both_languages_are_written_for_themselves() -> None:
    same = {text.nl for text in TEXTS.values() if text.nl == text.en}
    assert same <= SAME_IS_FINE
    assert [path for path, said in BOTH if said.strip() != said] == []


def test_no_shouting_and_no_dashes() -> None:
    assert [path for path, said in BOTH if re.search(r"[!\u2013\u2014]|  ", said)] == []


def test_words_to_avoid_are_avoided() -> None:
    assert [path for path, text in TEXTS.items() if FORMAL.search(text.nl)] == []
    assert [path for path, text in TEXTS.items() if AVOIDED_NL.search(text.nl)] == []
    assert [path for path, text in TEXTS.items() if AVOIDED_EN.search(text.en)] == []


def test_sentences_are_short_enough_to_read() -> None:
    sentences = [(path, part) for path, said in BOTH for part in re.split(r"(?<=[.?:])\s", said)]
    assert [(path, part) for path, part in sentences if len(part.split()) > 34] == []


def test_whole_sentences_end() -> None:
    names = (".name", ".next", ".key")
    told = [
        (path, said) for path, said in BOTH if len(said.split()) > 9 and not path.endswith(names)
    ]
    assert [path for path, said in told if said[-1] not in ".?"] == []
