"""A calendar: the days on which nobody works."""

from datetime import date

import pytest

from beide.errors import WrongOption
from beide.log import Calendar

YEAR = (date(2025, 1, 1), date(2025, 12, 31))


def test_the_dutch_holidays_are_free() -> None:
    free = Calendar().free(*YEAR)
    assert {date(2025, 4, 26), date(2025, 4, 21), date(2025, 12, 26)} <= free


def test_liberation_day_is_free_once_in_five_years() -> None:
    assert date(2025, 5, 5) in Calendar().free(*YEAR)
    assert date(2024, 5, 5) not in Calendar().free(date(2024, 1, 1), date(2024, 12, 31))


def test_good_friday_is_worked_unless_said_otherwise() -> None:
    good_friday = date(2025, 4, 18)
    assert good_friday not in Calendar().free(*YEAR)
    assert good_friday in Calendar(worked=()).free(*YEAR)
    assert good_friday in Calendar(holidays="GB").free(*YEAR)


def test_own_days_and_no_holidays() -> None:
    own = date(2025, 7, 1)
    assert Calendar(holidays=None, closed=(own,)).free(*YEAR) == {own}


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [("zone", "Amsterdam", "Europe/Amsterdam"), ("holidays", "XX", "NL"), ("zone", "../x", "zone")],
)
def test_what_does_not_exist_is_refused(option: str, value: str, hint: str) -> None:
    with pytest.raises(WrongOption, match=hint):
        Calendar(**{option: value})  # type: ignore[arg-type]


def test_a_misspelt_holiday_is_refused_with_the_ones_there_are() -> None:
    with pytest.raises(WrongOption, match="King's Day"):
        Calendar(worked=("Kings Day",))


def test_equal_calendars_are_one() -> None:
    assert len({Calendar(), Calendar(), Calendar(zone="Europe/Brussels")}) == 2
