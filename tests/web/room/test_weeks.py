"""Granted and used beside each other, and the alarm when the operation eats the room."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide.web.room import access
from beide.web.room.models import Agreement
from beide.web.room.weeks import WEEK, TeamWeek, eaten_now, monday_of, spells
from tests.web.people import World
from tests.web.room.made import agreed, this_monday, told, with_people

START = date(2026, 1, 5)
NOTHING = Agreement()


def weeks(*used: str | None) -> list[TeamWeek]:
    return [
        TeamWeek(
            monday=START + at * WEEK,
            agreement=NOTHING,
            granted=Decimal(10),
            used=None if hours is None else Decimal(hours),
        )
        for at, hours in enumerate(used)
    ]


def after(found: list[TeamWeek], weeks_later: int = 1) -> date:
    return found[-1].monday + weeks_later * WEEK


@pytest.mark.parametrize(
    ("used", "eaten"),
    [
        (("4", "0", "4.5"), True),
        (("9", "4", "0", "4"), True),
        (("4", "0"), False),
        (("5", "5", "5"), False),
        (("4", "5", "4", "4"), False),
        (("4", "4", None, "4"), False),
        (("1", "1", "1", "9"), False),
        (("1", "1", "1", None), True),
        ((None, None, None), False),
    ],
)
def test_eaten_is_less_than_half_three_weeks_in_a_row(
    used: tuple[str | None, ...], eaten: bool
) -> None:
    found = weeks(*used)
    assert eaten_now(found, today=after(found)) is eaten


def test_what_was_long_ago_is_no_alarm_today() -> None:
    found = weeks("1", "1", "1")
    assert eaten_now(found, today=after(found, 2))
    assert not eaten_now(found, today=after(found, 3))
    assert len(spells(found)) == 1


@given(st.lists(st.one_of(st.none(), st.integers(0, 10)), max_size=30))
def test_spells_are_the_long_runs_of_eaten_weeks(used: list[int | None]) -> None:
    found = weeks(*(None if hours is None else str(hours) for hours in used))
    marks = "".join("x" if hours is not None and hours < 5 else "." for hours in used)
    runs = [len(run) for run in marks.split(".") if len(run) >= 3]
    assert [len(spell.weeks) for spell in spells(found)] == runs


def test_all_teams_are_added_up_by_week(world: World) -> None:
    intake, passen = (with_people(world.teams[name]) for name in ("Intake", "Passen"))
    told(agreed(intake, "10", weeks_ago=3), "9", None, "4")
    told(agreed(passen, "6", weeks_ago=2), "5", None)
    found = access.weeks(world.noord)
    assert [week.granted for week in found] == [10, 16, 16]
    assert [week.granted_told for week in found] == [10, 6, 10]
    assert [week.used for week in found] == [9, 5, 4]
    assert [(week.teams_that_told, week.teams) for week in found] == [(1, 1), (1, 2), (1, 2)]
    assert access.granted_now(world.noord) == Decimal(16)


def test_nothing_agreed_is_not_zero(world: World) -> None:
    assert access.granted_now(world.noord) is None
    assert access.weeks(world.noord) == []
    agreed(with_people(world.teams["Intake"]), weeks_ago=-1)
    assert access.granted_now(world.noord) is None


def test_the_alarm_names_the_team(world: World) -> None:
    intake = with_people(world.teams["Intake"])
    told(agreed(intake, "10"), "3", "2", "0")
    assert [room.team for room in access.eaten(world.noord)] == [intake]
    assert access.eaten(world.zuid) == []


def test_this_week_counts_once_it_was_told(world: World) -> None:
    made = agreed(with_people(world.teams["Intake"]), weeks_ago=0)
    assert access.weeks(world.noord) == []
    made.used_weeks.create(week=this_monday(), used_hours=7)
    assert [week.used for week in access.weeks(world.noord)] == [7]


def test_weeks_of_a_changed_agreement_are_granted_what_held_then(world: World) -> None:
    intake = with_people(world.teams["Intake"])
    agreed(intake, "10", weeks_ago=4)
    agreed(intake, "6", weeks_ago=2)
    assert [week.granted for week in access.weeks(world.noord)] == [10, 10, 6, 6]


def test_small_teams_are_in_no_figure(world: World) -> None:
    told(agreed(with_people(world.teams["Passen"], 4), "6", weeks_ago=2), "5", "5")
    told(agreed(with_people(world.teams["Intake"], 5), "10", weeks_ago=2), "9", "8")
    assert [room.team.name for room in access.teams(world.noord)] == ["Intake"]
    assert {week.granted for week in access.weeks(world.noord)} == {Decimal(10)}
    assert access.granted_now(world.noord) == Decimal(10)


def test_monday_of_a_day() -> None:
    assert {monday_of(date(2026, 11, day)) for day in range(16, 23)} == {date(2026, 11, 16)}


def test_a_team_is_as_large_as_what_is_under_it(world: World) -> None:
    with_people(world.teams["Intake"], 5)
    agreed(world.teams["Klant"], "12", weeks_ago=1)
    assert [room.team.name for room in access.teams(world.noord)] == ["Klant"]


def test_team_weeks_are_at_most_as_many_as_asked(world: World) -> None:
    agreed(with_people(world.teams["Intake"]), weeks_ago=40)
    assert len(access.weeks(world.noord)) == 26
    assert len(access.weeks(world.noord, last=5)) == 5
