"""Both languages are written with care: whole, plain, and in the words of the glossary."""

import re
from collections.abc import Callable

from beide.change import content
from tests.unit.change.walk import every_text

TEXTS = list(every_text(content()))
SAME_IN_BOTH = {"origins.ai.name"}
NAMES = ("name", "rhythm_name", "from_", "to")
PHRASES = (*NAMES, "label")
QUESTIONS = ("question", "questions")

AVOID_EN = (
    "issue|ticket|problem|survey|test|assessment|quadrant|SLA|KPI|target|slack|capacity|project|"
    "pilot|impact|facilitator|coach|consultant|canvas|whiteboard|stakeholder|leverage|synergy|"
    "agile|mindset|roll out|buy-in|change management"
)
AVOID_NL = (
    "issue|ticket|probleem|problemen|enquête|kwadrant|SLA|KPI|doelstelling|target|capaciteit|"
    "project|pilot|impact|facilitator|coach|consultant|adviestraject|stakeholder|draagvlak|"
    "synergie|agile|mindset|uitrollen|borgen|verandermanagement|stip op de horizon"
)


def last_field(place: str) -> str:
    return next(part for part in reversed(place.split(".")) if not part.isdigit())


def wrong(fits: Callable[[str, str], bool]) -> list[str]:
    """Return every sentence, with its place, that does not fit."""
    return [
        f"{place}: {sentence}"
        for place, text in TEXTS
        for sentence in (text.nl, text.en)
        if not fits(last_field(place), sentence)
    ]


def with_words(words: str, sentences: list[str]) -> list[str]:
    return [s for s in sentences if re.search(rf"\b({words})(s|es|en|e)?\b", s, re.IGNORECASE)]


def test_there_is_enough_to_look_at() -> None:
    assert len(TEXTS) > 200


def test_everything_is_said_in_both_languages_and_nothing_is_left_untranslated() -> None:
    assert {place for place, text in TEXTS if text.nl == text.en} == SAME_IN_BOTH


def test_spaces_are_single_and_inside() -> None:
    assert wrong(lambda _, sentence: sentence == " ".join(sentence.split())) == []


def test_a_phrase_has_no_full_stop_and_a_sentence_ends() -> None:
    def ends_well(field: str, sentence: str) -> bool:
        if field in PHRASES:
            return sentence[-1].isalnum()
        return sentence.endswith("?" if field in QUESTIONS else ".")

    assert wrong(ends_well) == []


def test_a_name_fits_inside_a_sentence_and_a_sentence_starts_with_a_capital() -> None:
    def starts_well(field: str, sentence: str) -> bool:
        return sentence[0].isupper() != (field in NAMES) or sentence.startswith("AI")

    assert wrong(starts_well) == []


def test_dutch_says_je_and_never_u() -> None:
    assert with_words("u|uw|uzelf", [text.nl for _, text in TEXTS]) == []


def test_words_to_avoid_are_avoided() -> None:
    assert with_words(AVOID_NL, [text.nl for _, text in TEXTS]) == []
    assert with_words(AVOID_EN, [text.en for _, text in TEXTS]) == []


def test_only_plain_letters_and_quiet_punctuation() -> None:
    assert wrong(lambda _, s: bool(re.fullmatch(r"[A-Za-zéëïüè0-9 ,.:?'-]+", s))) == []


def test_sentences_are_short_enough_to_say_aloud() -> None:
    def sayable(_: str, text: str) -> bool:
        return all(len(sentence.split()) <= 30 for sentence in re.split(r"(?<=[.?]) ", text))

    assert wrong(sayable) == []
