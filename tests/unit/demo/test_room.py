"""Room granted and room used, week by week."""

from datetime import date

import pytest

from beide.demo import room_weeks, truths


def test_every_team_from_the_week_it_began() -> None:
    weeks = room_weeks()
    for room in truths().room:
        own = [week for week in weeks if week.team == room.team]
        assert len(own) == room.weeks_before_end
        assert own[-1].monday == date(2026, 10, 26)
        assert {(after.monday - before.monday).days for before, after in zip(own, own[1:])} == {7}  # noqa: B905, RUF007


def test_never_more_used_than_granted() -> None:
    assert all(0 <= week.used <= week.granted for week in room_weeks())


def test_used_is_about_what_is_written_down() -> None:
    for room in truths().room:
        used = [week.used / week.granted for week in room_weeks() if week.team == room.team]
        usual = used[: len(used) - room.dip_weeks_before_end]
        assert sum(usual) / len(usual) == pytest.approx(room.used, abs=0.05)


def test_the_operation_eats_the_room_for_a_few_weeks() -> None:
    (room,) = (room for room in truths().room if room.dip_weeks)
    used = [week.used / week.granted for week in room_weeks() if week.team == room.team]
    first = len(used) - room.dip_weeks_before_end
    dip = used[first : first + room.dip_weeks]
    assert room.dip_weeks >= 3
    assert max(dip) < 0.35
    assert used[first - 1] > 0.5
    assert used[first + room.dip_weeks] > 0.5
