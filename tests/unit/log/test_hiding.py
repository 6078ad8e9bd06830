"""What is too small to show stays hidden, also from someone who subtracts."""

from hypothesis import given
from hypothesis import strategies as st

from beide.log._hiding import hidden

groups = st.dictionaries(st.integers(), st.integers(0, 30), max_size=12)


def test_nothing_is_hidden_when_every_group_is_large_enough() -> None:
    assert hidden({"a": 5, "b": 6}, 5) == frozenset()


def test_one_small_group_takes_the_next_smallest_along() -> None:
    assert hidden({"a": 3, "b": 40, "c": 9}, 5) == {"a", "c"}


def test_two_small_groups_that_are_still_few_together_take_one_along() -> None:
    assert hidden({"a": 1, "b": 2, "c": 9, "d": 40}, 5) == {"a", "b", "c"}


def test_enough_small_groups_hide_each_other() -> None:
    assert hidden({"a": 3, "b": 4, "c": 9}, 5) == {"a", "b"}


@given(groups, st.integers(5, 10))
def test_subtracting_never_gives_a_small_group_away(cases: dict[int, int], minimum: int) -> None:
    secret = hidden(cases, minimum)
    small = {group for group, count in cases.items() if 0 < count < minimum}
    assert small <= secret
    shown_is_possible = sum(cases.values()) >= minimum and sum(n > 0 for n in cases.values()) > 1
    if secret and shown_is_possible:
        assert len(secret) > 1
        assert sum(cases[group] for group in secret) >= minimum


@given(groups)
def test_no_more_is_hidden_than_needed(cases: dict[int, int]) -> None:
    taken_along = [cases[group] for group in hidden(cases, 5) if cases[group] >= 5]
    assert len(taken_along) <= 1
