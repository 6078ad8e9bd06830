"""Series from weekly numbers, and what is refused."""

from collections.abc import Callable
from datetime import date

import numpy as np
import pytest

from beide.effect import Kind, Series, amounts, ratings, shares
from beide.errors import WrongOption
from tests.unit.effect.data import weeks


def test_days_become_mondays_in_order() -> None:
    found = amounts([date(2025, 3, 14), date(2025, 3, 3), date(2025, 3, 30)], [2.0, 1.0, 3.0])
    assert [str(week) for week in found.weeks] == ["2025-03-03", "2025-03-10", "2025-03-24"]
    assert found.positions == (0, 1, 3)
    assert list(found.values) == [1.0, 2.0, 3.0]
    assert (found.first, found.last) == (date(2025, 3, 3), date(2025, 3, 24))


def test_days_before_1970_have_mondays_too() -> None:
    assert amounts([date(1969, 12, 31)], [1.0]).first == date(1969, 12, 29)


def test_lower_is_better_for_lead_times_only() -> None:
    assert amounts(weeks(2), [1.0, 2.0]).lower_is_better
    assert not shares(weeks(2), [1.0, 2.0], [3.0, 3.0]).lower_is_better
    assert not ratings(weeks(2), [7.0, 8.0]).lower_is_better


def test_weeks_without_cases_are_left_out_of_shares() -> None:
    found = shares(weeks(3), [1.0, 0.0, 2.0], [2.0, 0.0, 2.0])
    assert found.positions == (0, 2)
    assert list(found.values) == [0.5, 1.0]
    assert found.kind is Kind.SHARE


def test_ready_for_json() -> None:
    assert amounts(weeks(1), [2.5], cases=[4.0]).to_dict() == {
        "kind": "amount",
        "lower_is_better": True,
        "weeks": ["2024-01-01"],
        "values": [2.5],
        "cases": [4.0],
    }


@pytest.mark.parametrize(
    ("make", "shown"),
    [
        (lambda: amounts(weeks(2), [1.0, 0.0]), "0.0"),
        (lambda: amounts(weeks(2), [1.0, float("nan")]), "nan"),
        (lambda: amounts(weeks(2), [1.0]), "2 / 1"),
        (lambda: amounts([], []), "0 / 0"),
        (lambda: amounts([*weeks(1), date(2024, 1, 3)], [1.0, 2.0]), "2024-01-01"),
        (lambda: amounts(weeks(2), [1.0, 2.0], cases=[1.0, 0.0]), "0.0"),
        (lambda: shares(weeks(2), [1.0, 5.0], [3.0, 3.0]), "5 / 3"),
        (lambda: shares(weeks(2), [1.0, -1.0], [3.0, 3.0]), "-1 / 3"),
        (lambda: ratings(weeks(2), [7.0, 8.0], spread=0.0), "0.0"),
        (lambda: amounts(np.array(["2024-01-01", "NaT"], "datetime64[D]"), [1.0, 2.0]), "NaT"),
        (lambda: amounts(["no day"], [1.0]), "no day"),  # type: ignore[list-item]
    ],
)
def test_refused_with_the_value(make: Callable[[], Series], shown: str) -> None:
    with pytest.raises(WrongOption) as refused:
        make()
    assert shown in refused.value.in_language("en")
    assert shown in refused.value.in_language("nl")
