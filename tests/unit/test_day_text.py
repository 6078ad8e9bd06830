"""A day is said in words, in both languages."""

from datetime import date

import pytest

from beide.text import Text, day_text


@pytest.mark.parametrize(
    ("day", "nl", "en"),
    [
        (date(2026, 1, 1), "1 januari 2026", "1 January 2026"),
        (date(2024, 2, 29), "29 februari 2024", "29 February 2024"),
        (date(2025, 12, 31), "31 december 2025", "31 December 2025"),
    ],
)
def test_a_day_in_words(day: date, nl: str, en: str) -> None:
    assert (day_text(day).nl, day_text(day).en) == (nl, en)


def test_a_day_in_a_sentence_is_in_its_language() -> None:
    said = Text(nl="Op {day}, {n} keer.", en="On {day}, {n} times.")
    found = said.format(day=day_text(date(2026, 3, 2)), n=3)
    assert found == Text(nl="Op 2 maart 2026, 3 keer.", en="On 2 March 2026, 3 times.")
