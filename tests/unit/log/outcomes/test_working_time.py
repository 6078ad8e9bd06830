"""Working time: only the hours in which people work count."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import log
from beide.errors import WrongOption
from tests.unit.log.examples import examples
from tests.unit.log.outcomes import reference
from tests.unit.log.questions.made import orders, write
from tests.unit.log.questions.reference import Case, Event

ABOUT = {"kind": "post", "size": 1, "urgent": False}
SPRING, AUTUMN, CHRISTMAS = (
    datetime.fromisoformat(day) for day in ("2024-03-29", "2024-10-25", "2024-12-23")
)
TEAMS = {"desk": log.Hours.parse("daily 22:00-6:00"), "repair": log.Hours.parse("mon-sat 8-12")}
steps = st.tuples(st.integers(0, 1500), st.sampled_from([None, "desk", "repair", "planning"]))
cases = st.builds(
    lambda begin, steps: Case(ABOUT, list(_events(begin, steps))),
    st.sampled_from([SPRING, AUTUMN, CHRISTMAS]),
    st.lists(steps, min_size=1, max_size=4),
)


def _events(now: datetime, found: list[tuple[int, str | None]]) -> list[Event]:
    events = []
    for minutes, role in found:
        now += timedelta(minutes=minutes)
        events.append(Event("step", role, None, now))
    return events


def lengths(found: log.Log, outcome: log.Outcome) -> list[timedelta]:
    """Return the outcome of every case, in the log's order."""
    from beide import engine

    asked = log.outcomes(found, outcome)
    assert asked.measure == "time"
    values = engine.default().values(asked.table.order_by("case"), "value")
    return [timedelta(microseconds=each) for each in values]


@given(st.lists(cases, min_size=1, max_size=5))
@examples(4, many=40)
def test_agrees_with_looking_every_minute(
    tmp_path_factory: pytest.TempPathFactory, made: list[Case]
) -> None:
    # Every role once, so that the calendar's teams are in the log.
    roles = [Event("step", role, None, SPRING) for role in TEAMS]
    made = [*made, Case(ABOUT, roles)]
    found = write(made, tmp_path_factory.mktemp("made"))
    whole = reference.whole(found, made)
    for calendar in (log.Calendar(), log.Calendar(teams=TEAMS)):
        told = lengths(found, log.Outcome(what="working_time", calendar=calendar))
        assert told == [reference.worked_by_teams(calendar, case) for case in whole]


def test_a_weekend_does_not_count(tmp_path: Path) -> None:
    friday, monday = map(datetime.fromisoformat, ("2024-01-05T14:00", "2024-01-08T10:00"))
    made = [Case(ABOUT, [Event("a", None, None, friday), Event("b", None, None, monday)])]
    # In Amsterdam from 15:00 to 17:00 on Friday and from 9:00 to 11:00 on Monday.
    assert lengths(write(made, tmp_path), log.Outcome(what="working_time")) == [timedelta(hours=4)]


def test_a_team_that_the_log_does_not_know_is_refused(tmp_path: Path) -> None:
    calendar = log.Calendar(teams={"nobody": log.Hours()})
    with pytest.raises(WrongOption, match="desk"):
        log.outcomes(
            orders(("ab", 3), folder=tmp_path), log.Outcome(what="working_time", calendar=calendar)
        )
