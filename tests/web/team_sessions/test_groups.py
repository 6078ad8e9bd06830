"""Who is in what is shown: no two pictures differ by fewer people than it takes to show one."""

from itertools import permutations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from beide.reflect import Answer, Thresholds, bank
from beide.web.team_sessions.asking import Answers
from beide.web.team_sessions.revealing import first_round, second_group, second_round

PEOPLE = st.frozensets(st.integers(0, 30).map(str))
DRAWN = np.random.default_rng


@st.composite
def firsts(draw: st.DrawFn) -> tuple[frozenset[str], int]:
    """Return the first picture's people, none or enough, and how many are enough."""
    least = draw(st.integers(2, 9))
    first = draw(PEOPLE)
    return (first if len(first) >= least else frozenset()), least


@given(firsts(), PEOPLE, st.integers(0, 99))
def test_differences_are_nobody_or_enough(
    known: tuple[frozenset[str], int], answered: frozenset[str], seed: int
) -> None:
    first, least = known
    second = second_group(first, answered, least, DRAWN(seed))
    assert second <= answered
    both = first & second
    published = [group for group in (first, second, both) if len(group) >= least]
    for one, other in permutations(published, 2):
        assert len(one - other) == 0 or len(one - other) >= least


@given(firsts(), st.integers(0, 99))
def test_the_same_people_again_are_all_in_it(known: tuple[frozenset[str], int], seed: int) -> None:
    first, least = known
    assert second_group(first, first, least, DRAWN(seed)) == first


def test_who_is_left_out_beside_a_leaver_is_drawn_by_lot() -> None:
    first = frozenset("abcdefghijkl")
    groups = {second_group(first, first - {"a"}, 5, DRAWN(seed)) for seed in range(50)}
    assert len(groups) > 20
    assert {len(first - group) for group in groups} == {5}


def answers(*values: int | None) -> Answers:
    """Answer the bank's first statements."""
    pairs = zip(bank().statements, values, strict=False)
    return tuple(Answer(statement.key, value) for statement, value in pairs)


def people(names: str, *values: int | None) -> dict[str, Answers]:
    return {name: answers(*values) for name in names}


def test_fewer_than_enough_are_not_shown_and_the_page_says_why() -> None:
    shown = first_round(people("abcd", 5, 5), Thresholds(), DRAWN(0))
    assert shown.picture is None
    assert shown.covered is not None
    assert shown.covered.needed == 5
    assert "5" in shown.covered.text.nl


def test_who_only_does_not_know_yet_is_not_counted() -> None:
    five = people("abcd", 5, 5) | people("e", None, None)
    assert first_round(five, Thresholds(), DRAWN(0)).picture is None


def test_how_far_people_agree_is_shown_from_eight_on() -> None:
    picture = first_round(people("abcdefg", 5, 1), Thresholds(), DRAWN(0)).picture
    assert picture is not None
    assert picture.people == 7
    assert picture.agreed is None
    assert picture.differs is None
    picture = first_round(people("abcdefgh", 5, 1), Thresholds(), DRAWN(0)).picture
    assert picture is not None
    assert picture.agreed is not None


def test_one_who_does_not_answer_again_is_hidden_among_others() -> None:
    before = people("abcdefghijkl", 5, 1, 5)
    after = people("abcdefghijk", 1, 5, 1)
    shown = second_round(before, after, Thresholds(), DRAWN(1))
    assert shown.picture is not None
    assert shown.picture.people == 7
    assert shown.shifted is not None
    assert shown.shifted.people == 7


def test_when_hiding_one_leaves_too_few_nothing_is_shown() -> None:
    shown = second_round(people("abcdefg", 5, 1), people("abcdef", 1, 5), Thresholds(), DRAWN(1))
    assert shown.picture is None
    assert shown.covered is not None
    assert shown.covered.why == "part_of_them"


def test_a_first_picture_that_was_not_shown_gives_nothing_to_compare() -> None:
    shown = second_round(people("abcd", 5, 1), people("abcdefgh", 1, 5), Thresholds(), DRAWN(1))
    assert shown.picture is not None
    assert shown.picture.people == 8
    assert shown.shift is None


def test_other_people_the_second_time_give_no_shift() -> None:
    shown = second_round(people("abcdef", 5, 1), people("mnopqrs", 1, 5), Thresholds(), DRAWN(1))
    assert shown.picture is not None
    assert shown.shifted is None
    assert shown.shift is not None


def test_in_the_open_two_are_enough() -> None:
    few = Thresholds(result=2, spread=2)
    shown = first_round(people("ab", 5, 1), few, DRAWN(1))
    assert shown.picture is not None
    again = second_round(people("ab", 5, 1), people("ab", 1, 5), few, DRAWN(1))
    assert again.picture is not None
    assert again.shifted is None
