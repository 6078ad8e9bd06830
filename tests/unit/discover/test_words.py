"""Sentences: numbers, plurals and lists, each language its own way."""

from datetime import timedelta

import pytest

from beide.discover import Feature
from beide.discover._words import (
    feature_text,
    number_text,
    rounded,
    sentence,
    share_texts,
    together,
)


@pytest.mark.parametrize(
    ("share", "nl", "en"),
    [
        (0.0, "gaat bijna geen casus goed", "hardly any case goes well"),
        (0.1, "gaat 1 van de 10 casussen goed", "1 of 10 cases goes well"),
        (0.62, "gaan 6 van de 10 casussen goed", "6 of 10 cases go well"),
        (0.97, "gaan bijna alle casussen goed", "nearly all cases go well"),
    ],
)
def test_one_some_and_all(share: float, nl: str, en: str) -> None:
    told, _ = share_texts(share, 0.4, "good", None)
    assert (told.nl, told.en) == (nl, en)


def test_of_a_hundred_where_ten_shows_no_difference() -> None:
    with_, beside = share_texts(0.54, 0.51, "within", timedelta(days=5))
    assert with_.en == "54 of 100 cases are ready within 5 days"
    assert beside.nl == "bij vergelijkbare casussen 51 van de 100"


def test_lists_end_in_one_and() -> None:
    features = [Feature(kind="done", values={"step": name}) for name in "abc"]
    assert together(features).en == ("'a' has been done, 'b' has been done and 'c' has been done")
    assert together(features[:2], "label").nl == "met 'a' en met 'b'"
    assert together(features[:1]).nl == "'a' is gedaan"


@pytest.mark.parametrize(
    ("value", "nl", "en"),
    [(1234567.0, "1.234.567", "1,234,567"), (3.7, "3,7", "3.7"), (0.1234, "0,123", "0.123")],
)
def test_numbers(value: float, nl: str, en: str) -> None:
    told = number_text(value)
    assert (told.nl, told.en) == (nl, en)


@pytest.mark.parametrize(
    ("exact", "told"),
    [
        (timedelta(days=53, hours=5), timedelta(days=53)),
        (timedelta(days=3, hours=17, minutes=9), timedelta(days=3, hours=16)),
        (timedelta(hours=22, minutes=40), timedelta(hours=23)),
        (timedelta(minutes=47), timedelta(minutes=47)),
        (timedelta(seconds=11.2), timedelta(seconds=11)),
    ],
)
def test_times_as_one_would_say_them(exact: timedelta, told: timedelta) -> None:
    assert rounded(exact) == told


def test_limits_of_counts_are_whole() -> None:
    feature = Feature(kind="open_cases", values={"level": "low", "low": "3.3", "high": "9"})
    assert "fewer than 4" in feature_text(feature, "when").en


def test_days_in_words() -> None:
    feature = Feature(kind="weekday", values={"day": "friday"})
    assert feature_text(feature, "when").nl == "de casus op vrijdag binnenkomt"
    assert feature_text(feature, "label").en == "arrives on a Friday"


def test_a_sentence_with_numbers_in_both_languages() -> None:
    told = sentence("seen", cases=2140, held=4)
    assert told.nl == "Gezien in 2.140 casussen, in 4 van de 4 delen van de periode."
    assert told.en == "Seen in 2,140 cases, in 4 of 4 quarters of the period."
