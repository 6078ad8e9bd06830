"""The period of a log, and where it has gaps."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from beide.log._period import bounds, gaps

FIRST = date(2024, 1, 1)
spread = st.lists(st.integers(0, 400), min_size=20, max_size=200)


def counted(places: list[int]) -> list[tuple[date, int]]:
    return [(FIRST + timedelta(days=day), places.count(day)) for day in sorted(set(places))]


def slow_bounds(places: list[int]) -> tuple[int, int]:
    """The same with every event on a line, rather than counted by day."""
    line = sorted(places)
    few = max(1, len(line) // 200)
    low, high = line[few], line[-few - 1]
    width = (high - low) / 4
    return (
        low if low - line[0] > width else line[0],
        high if line[-1] - high > width else line[-1],
    )


@given(spread)
def test_bounds_agree_with_plain_python(places: list[int]) -> None:
    low, high = bounds(counted(places), last=date(2099, 1, 1))
    assert ((low - FIRST).days, (high - FIRST).days) == slow_bounds(places)


def test_few_events_are_never_odd() -> None:
    days = counted([0, 1, 9000])
    assert bounds(days, last=date(2099, 1, 1)) == (days[0][0], days[-1][0])


def test_the_future_is_left_out_unless_there_is_nothing_else() -> None:
    days = counted([0, 5, 9])
    assert bounds(days, last=FIRST + timedelta(days=6)) == (FIRST, FIRST + timedelta(days=5))
    assert bounds(days, last=date(2000, 1, 1)) == (FIRST, FIRST + timedelta(days=9))


@given(st.sets(st.integers(0, 300), min_size=20))
def test_gaps_agree_with_plain_python(chosen: set[int]) -> None:
    days = sorted(chosen)
    lengths = sorted(b - a for a, b in zip(days, days[1:], strict=False))  # noqa: RUF007
    usual = lengths[-(-95 * len(lengths) // 100) - 1]
    expected = {
        (a, b)
        for a, b in zip(days, days[1:], strict=False)  # noqa: RUF007
        if b - a >= 7 and 2 * (b - a) > 5 * usual
    }
    found = gaps([FIRST + timedelta(days=day) for day in days])
    assert {((a - FIRST).days, (b - FIRST).days) for a, b in found} == expected
    assert [b - a for a, b in found] == sorted((b - a for a, b in found), reverse=True)


def test_weekends_are_no_gaps() -> None:
    days = [FIRST + timedelta(days=day) for day in range(90) if day % 7 < 5]
    assert gaps(days) == []
