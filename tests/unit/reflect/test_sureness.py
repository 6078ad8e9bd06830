"""Sureness is told as a number of people, and never as certainty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide.change import Form
from beide.reflect._model import Dimension
from beide.reflect._sureness import how_sure, out_of_ten, where_it_stands


@given(st.lists(st.floats(0, 1), min_size=1, max_size=6).filter(lambda each: sum(each) > 0.01))
def test_ten_people_are_ten_people(shares: list[float]) -> None:
    counts = out_of_ten(shares)
    assert sum(counts) == 10
    for count, share in zip(counts, shares, strict=True):
        assert abs(count - 10 * share / sum(shares)) <= 1


def chances(**given: float) -> dict[Form, float]:
    return {form: given.get(form, 0.0) for form in Form}


def test_one_form() -> None:
    found = how_sure((Form.RENEWAL,), chances(renewal=0.7), chances(renewal=0.92))
    assert found.nl == (
        "Van 10 mensen die zo antwoorden, gaat het bij 7 om vernieuwing, "
        "2 om iets wat er vlak naast ligt en 1 om iets anders."
    )
    assert found.en == (
        "Of 10 people who answer like this, 7 face renewal, "
        "2 are just next to it and 1 face something else."
    )


def test_never_all_ten() -> None:
    found = how_sure((Form.RENEWAL,), chances(renewal=0.999), chances(renewal=1.0))
    assert found.nl.endswith("gaat het bij bijna iedereen om vernieuwing.")
    assert "10 face" not in found.en


def test_between_two() -> None:
    given = chances(innovation=0.6, transition=0.38, renewal=0.02)
    found = how_sure((Form.INNOVATION, Form.TRANSITION), given, given)
    assert found.en == "Of 10 people who answer like this, 6 face innovation and 4 face transition."


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        (0.95, "verandert bijna zeker"),
        (0.8, "verandert waarschijnlijk (8 van de 10)"),
        (0.6, "is nog open (6 van de 10)"),
        (0.2, "kan waarschijnlijk blijven (8 van de 10)"),
        (0.05, "kan bijna zeker blijven"),
    ],
)
def test_a_dimension_in_words(changes: float, says: str) -> None:
    for dimension in Dimension:
        assert says in where_it_stands(dimension, changes).nl
