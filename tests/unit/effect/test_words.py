"""Effects in words, for people."""

import pytest

from beide.effect import Kind, Range, Verdict
from beide.effect._words import change_text, interval_text, smallest_text, verdict_text


@pytest.mark.parametrize(
    ("kind", "change", "nl", "en"),
    [
        (Kind.AMOUNT, -0.241, "24% lager", "24% lower"),
        (Kind.AMOUNT, 0.052, "5,2% hoger", "5.2% higher"),
        (Kind.AMOUNT, 0.0996, "10% hoger", "10% higher"),
        (Kind.AMOUNT, 0.0001, "ongeveer gelijk", "about the same"),
        (Kind.SHARE, 0.12, "12 procentpunt hoger", "12 percentage points higher"),
        (Kind.RATING, -0.35, "0,35 punt lager", "0.35 points lower"),
        (Kind.RATING, 1.25, "1,2 punt hoger", "1.2 points higher"),
    ],
)
def test_a_change(kind: Kind, change: float, nl: str, en: str) -> None:
    found = change_text(kind, change)
    assert (found.nl, found.en) == (nl, en)


@pytest.mark.parametrize(
    ("kind", "interval", "en"),
    [
        (Kind.AMOUNT, Range(-0.34, -0.12), "between 12% and 34% lower"),
        (Kind.AMOUNT, Range(0.05, 0.3), "between 5.0% and 30% higher"),
        (Kind.AMOUNT, Range(-0.12, 0.05), "between 12% lower and 5.0% higher"),
        (Kind.SHARE, Range(0.02, 0.1), "between 2.0 and 10 percentage points higher"),
        (Kind.RATING, Range(-0.4, 0.1), "between 0.40 points lower and 0.10 points higher"),
    ],
)
def test_an_interval(kind: Kind, interval: Range, en: str) -> None:
    assert interval_text(kind, interval).en == en


def test_an_interval_in_dutch() -> None:
    assert interval_text(Kind.AMOUNT, Range(-0.34, -0.052)).nl == "tussen 5,2% en 34% lager"


@pytest.mark.parametrize("verdict", Verdict)
def test_no_verdict_without_its_interval(verdict: Verdict) -> None:
    found = verdict_text(Kind.AMOUNT, verdict, -0.2, Range(-0.34, -0.12))
    assert "12% and 34% lower" in found.en
    assert "12% en 34% lager" in found.nl


def test_the_smallest_change() -> None:
    assert "25%" in smallest_text(Kind.AMOUNT, 0.25).en
    assert "6,0 procentpunt" in smallest_text(Kind.SHARE, 0.06).nl
