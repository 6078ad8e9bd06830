"""The statements are plain, balanced, and put so that every answer has one meaning."""

import re
from collections import Counter

import pytest

from beide import reflect
from beide.text import Text

STATEMENTS = reflect.bank().statements
TEXTS = [
    *(statement.text for statement in STATEMENTS),
    *reflect.answer_labels(),
    reflect.unsure_label(),
    *(question.question for question in reflect.organisation_questions()),
    *(
        text
        for question in reflect.organisation_questions()
        for option in question.options
        for text in (option.label, option.colours)
    ),
]
# To disagree with a sentence that denies something makes people stumble.
DENIALS_NL = "niet|geen|nooit|niemand|niets|nergens|zonder"
DENIALS_EN = "not|no|never|nobody|nothing|nowhere|without|cannot|don't"
AVOID_NL = "issue|ticket|probleem|kwadrant|SLA|KPI|target|project|pilot|impact|coach|stakeholder"
AVOID_EN = "issue|ticket|problem|survey|quadrant|SLA|KPI|target|project|pilot|impact|stakeholder"


def with_words(words: str, sentences: list[str]) -> list[str]:
    return [s for s in sentences if re.search(rf"\b({words})\b", s, re.IGNORECASE)]


def test_there_are_enough_to_take_turns() -> None:
    for dimension in reflect.Dimension:
        own = [statement for statement in STATEMENTS if statement.dimension is dimension]
        assert len(own) >= 14
        assert Counter(each.reversed for each in own) == {True: len(own) / 2, False: len(own) / 2}


def test_two_are_asked_of_everyone_in_a_team_one_each_way() -> None:
    anchors = [statement for statement in STATEMENTS if statement.anchor]
    assert {each.dimension for each in anchors} == set(reflect.Dimension)
    assert {each.reversed for each in anchors} == {True, False}


def test_both_languages_are_there_and_differ() -> None:
    assert len({text.nl for text in TEXTS}) == len({text.en for text in TEXTS}) == len(TEXTS)
    assert all(text.nl != text.en for text in TEXTS)


def test_statements_do_not_deny() -> None:
    assert with_words(DENIALS_NL, [each.text.nl for each in STATEMENTS]) == []
    assert with_words(DENIALS_EN, [each.text.en for each in STATEMENTS]) == []


def test_statements_are_one_short_sentence() -> None:
    for text in (each.text for each in STATEMENTS):
        for sentence in (text.nl, text.en):
            assert len(sentence.split()) <= 16, sentence
            assert re.fullmatch(r"[A-Z][^.;:?!()]*\.", sentence), sentence


def test_words_to_avoid_are_avoided_and_dutch_says_je() -> None:
    assert with_words(AVOID_NL + "|u|uw", [text.nl for text in TEXTS]) == []
    assert with_words(AVOID_EN, [text.en for text in TEXTS]) == []
    assert with_words("goede mensen|slecht|lui|onbekwaam", [text.nl for text in TEXTS]) == []


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.en[:30])
def test_only_quiet_punctuation(text: Text) -> None:
    for sentence in (text.nl, text.en):
        assert sentence == " ".join(sentence.split())
        assert re.fullmatch(r"[A-Za-zéëïü0-9 ,.:?'-]+", sentence), sentence


def test_five_answers_from_not_at_all_to_completely() -> None:
    labels = [label.nl for label in reflect.answer_labels()]
    assert labels[0] == "Helemaal niet"
    assert labels[-1] == "Helemaal wel"
    assert len(labels) == 5
    assert reflect.unsure_label().nl == "Weet ik nog niet"


def test_the_shipped_statements_are_near_the_border() -> None:
    for statement in STATEMENTS:
        middle = sum(statement.parameters.b) / 4
        assert abs(middle) <= 0.5
        assert 1.0 <= statement.parameters.a <= 1.4
