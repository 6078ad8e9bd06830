"""Lengths of time as people write them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide.errors import WrongOption
from beide.log import parse_duration, short_duration, spoken_duration


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("5d", 120),
        ("36h", 36),
        ("2w", 336),
        ("1d12h", 36),
        ("1d 12h", 36),
        ("5 dagen", 120),
        ("36 uur", 36),
        ("1 week", 168),
        ("1 dag en 6 uur", 30),
        ("1 day and 6 hours", 30),
        ("1,5 dagen", 36),
        ("0.5d", 12),
        ("90 minuten", 1.5),
        ("36U", 36),
    ],
)
def test_is_understood(text: str, hours: float) -> None:
    assert parse_duration(text) == timedelta(hours=hours)


@pytest.mark.parametrize(
    "text", ["", "5", "d", "5x", "-5d", "0d", "5d!", "five days", "5 d d", "9" * 20 + "w", "5d and"]
)
def test_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(WrongOption, match="such as 5d") as raised:
        parse_duration(text)
    assert repr(text) in raised.value.in_language("nl")


@given(st.integers(1, 10**9))
def test_short_form_is_read_back(seconds: int) -> None:
    length = timedelta(seconds=seconds)
    assert parse_duration(short_duration(length)) == length


@pytest.mark.parametrize(
    ("length", "nl", "en"),
    [
        (timedelta(days=5), "5 dagen", "5 days"),
        (timedelta(days=1), "1 dag", "1 day"),
        (timedelta(hours=36), "36 uur", "36 hours"),
        (timedelta(days=2.5), "2,5 dagen", "2.5 days"),
        (timedelta(minutes=1), "1 minuut", "1 minute"),
        (timedelta(0), "0 seconden", "0 seconds"),
    ],
)
def test_spoken(length: timedelta, nl: str, en: str) -> None:
    assert (spoken_duration(length).nl, spoken_duration(length).en) == (nl, en)
