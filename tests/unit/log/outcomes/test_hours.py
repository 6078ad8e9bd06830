"""Opening hours, as people write them."""

from datetime import timedelta

import pytest

from beide.errors import WrongOption
from beide.log import Hours


@pytest.mark.parametrize(
    ("text", "day", "windows"),
    [
        ("mon-fri 9:00-17:00", 4, ((540, 1020),)),
        ("ma-vr 9-17", 0, ((540, 1020),)),
        ("daily 22-6", 6, ((1320, 1800),)),
        ("dagelijks 0:00-24:00", 3, ((0, 1440),)),
        ("vr-ma 8.30-12", 6, ((510, 720),)),
        ("mon 13-17, mon 8-12", 0, ((480, 720), (780, 1020))),
    ],
)
def test_is_read_as_people_write_it(
    text: str, day: int, windows: tuple[tuple[int, int], ...]
) -> None:
    assert Hours.parse(text).week[day] == windows


@pytest.mark.parametrize(
    "text", ["", "9-17", "mon", "foo 9-17", "mon-bar 9-17", "mon 9-9", "mon 25-26", "mon 9-17 fri"]
)
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(WrongOption, match="mon-fri 9:00-17:00"):
        Hours.parse(text)


def test_hours_without_work_are_refused() -> None:
    with pytest.raises(WrongOption, match="hours"):
        Hours(((),) * 7)


@pytest.mark.parametrize("text", ["mon-fri 9:00-17:00", "mon 22:00-6:00, sat-sun 0:00-24:00"])
def test_the_text_reads_back(text: str) -> None:
    hours = Hours.parse(text)
    assert hours.text.en == text
    assert Hours.parse(hours.text.nl) == hours


def test_a_day_is_how_long_people_work_on_one() -> None:
    assert Hours.parse("mon-fri 9-17").day == timedelta(hours=8)
    assert Hours.parse("mon-thu 8-17, fri 8-12").day == timedelta(hours=8)
    assert Hours.parse("mon-thu 8-17, fri 8-12").whole_week == timedelta(hours=40)
