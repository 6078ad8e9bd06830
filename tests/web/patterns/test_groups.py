"""Groups that are shown never give away a small one by what is left of the total."""

from hypothesis import given
from hypothesis import strategies as st

from beide.web.patterns.groups import enough

COUNTS = st.lists(st.integers(min_value=1, max_value=40), max_size=8)


@given(counts=COUNTS, minimum=st.integers(min_value=5, max_value=20))
def test_what_is_left_out_is_nothing_or_enough(counts: list[int], minimum: int) -> None:
    groups = [{"cases": count} for count in counts]
    shown = enough(groups, total=sum(counts), minimum=minimum)
    left = sum(counts) - sum(group["cases"] for group in shown)
    assert left == 0 or left >= minimum or not shown
    assert all(group["cases"] >= minimum for group in shown)


def test_all_are_shown_when_all_are_large() -> None:
    groups = [{"cases": 12}, {"cases": 40}]
    assert enough(groups, total=52, minimum=5) == [{"cases": 40}, {"cases": 12}]
