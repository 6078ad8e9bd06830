"""A filter is checked when it is made, and joined with another by ``&``."""

from datetime import date, timedelta
from typing import Any

import pytest

from beide.errors import WrongOption
from beide.log import Filter

DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("given", "option"),
    [
        ({"period": (date(2024, 2, 1), date(2024, 1, 1))}, "until"),
        ({"period": (date(2024, 1, 1), date(2024, 1, 1))}, "until"),
        ({"longer_than": 2 * DAY, "shorter_than": DAY}, "shorter_than"),
        ({"by": "birth"}, "by"),
    ],
)
def test_what_no_case_can_fit_is_refused(given: dict[str, Any], option: str) -> None:
    with pytest.raises(WrongOption) as refused:
        Filter(**given)
    assert refused.value.data["option"] == option


def test_an_open_end_is_fine() -> None:
    assert Filter(period=(None, date(2024, 1, 1))).period[0] is None


def test_attributes_cannot_be_changed_afterwards() -> None:
    given = {"kind": "web"}
    where = Filter(attributes=given)
    given["kind"] = "post"
    assert where.attributes == {"kind": "web"}
    with pytest.raises(TypeError):
        where.attributes["kind"] = "post"  # type: ignore[index]


def test_joined_filters_are_all_kept() -> None:
    one, two, three = (Filter(activities=(name,)) for name in "abc")
    found = [each.activities for each in ((one & two) & three).all]
    assert found == [each.activities for each in (one & (two & three)).all]
    assert found == [("a",), ("b",), ("c",)]
