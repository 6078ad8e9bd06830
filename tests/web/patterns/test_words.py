"""Numbers in words, with singular and plural."""

import pytest
from django.utils.translation import override

from beide.web.patterns.shown import explain_away, in_points, with_said, without_said


@pytest.mark.parametrize(
    ("language", "count", "with_", "without"),
    [
        (
            "en",
            1,
            "With the pattern 1 of 100 cases goes well.",
            "Of 100 comparable cases without it, 1 goes well.",
        ),
        (
            "nl",
            1,
            "Met het patroon gaat 1 van de 100 casussen goed.",
            "Van 100 vergelijkbare casussen zonder gaat er 1 goed.",
        ),
        (
            "nl",
            0,
            "Met het patroon gaan 0 van de 100 casussen goed.",
            "Van 100 vergelijkbare casussen zonder gaan er 0 goed.",
        ),
    ],
)
def test_one_and_more_cases(language: str, count: int, with_: str, without: str) -> None:
    with override(language):
        assert (with_said(count), without_said(count)) == (with_, without)


def test_stronger_is_said_more_strongly() -> None:
    with override("en"):
        said = [explain_away(value) for value in (1.1, 1.6, 2.4, 4.0, float("inf"))]
    assert len(set(said)) == 5
    assert said[0].endswith("So be careful with it.")
    assert "1.6 times" in said[1]
    assert said[4].startswith("Nothing")


def test_fewer_is_not_a_negative_number() -> None:
    with override("en"):
        assert in_points(-3) == "3 fewer in every 100"
        assert in_points(0) == "no difference"
