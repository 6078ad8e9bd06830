"""How much room there is, from a log on disk to sentences."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from beide import log
from beide.errors import Cancelled, TooLittleData, WrongOption
from beide.room import Progress, Refused, Room, room
from tests.unit.room.conftest import COLUMNS

PROMISE = log.promise("within 5d for 90%")


def test_hours_to_count_on_are_no_more_than_is_likely(roomy: Room) -> None:
    assert roomy.hours > 0
    for team in roomy.teams:
        assert 0 <= team.hours <= team.likely <= team.total
    assert roomy.with_room.low >= 0.9
    assert roomy.with_twice.low <= roomy.with_room.low


def test_it_is_told_in_sentences(roomy: Room) -> None:
    first = roomy.sentences[0]
    assert first.en.startswith("Together you can set free ")
    assert first.nl.startswith("Samen kunnen jullie ")
    assert "within 5 days for 90%" in first.en
    assert any("leave these hours alone" in sentence.en for sentence in roomy.sentences)
    assert not any("{" in text.nl + text.en for text in (*roomy.sentences, *roomy.remarks))


def test_it_is_ready_for_programs(roomy: Room) -> None:
    told = json.loads(json.dumps(roomy.to_dict()))
    assert told["refused"] is False
    assert [team["team"] for team in told["teams"]] == ["a", "b", "+"]
    assert [check["role"] for check in told["checks"]] == ["a", "b", "+"]


def test_the_most_fragile_comes_first(roomy: Room) -> None:
    lows = [each.in_time.low for each in roomy.tried]
    assert lows == sorted(lows)


def test_a_broken_promise_has_no_room_and_says_what_would_make_space(calm_log: log.Log) -> None:
    found = room(calm_log, promise=log.promise("within 72h for 99.5%"))
    assert isinstance(found, Room)
    assert found.hours == 0
    assert "There is" in found.sentences[0].en or "no room" in found.sentences[0].en
    assert len(found.sentences) == 2
    gains = [each.in_time.low for each in found.tried]
    assert gains == sorted(gains, reverse=True)


def test_progress_goes_up_and_cancel_stops(calm_log: log.Log) -> None:
    told: list[Progress] = []
    with pytest.raises(Cancelled):
        room(calm_log, promise=PROMISE, progress=told.append, cancel=lambda: len(told) > 3)
    assert [each.share for each in told] == sorted(each.share for each in told)
    assert told[0].text.nl == "Het log wordt gelezen"


@pytest.mark.parametrize(
    ("promise", "options"),
    [
        (log.promise("lead_time <= 5d and lead_time >= 1h for 90%"), {}),
        (log.Promise(within=PROMISE.within, share=0.9, scope=log.Filter(activities=("a",))), {}),
        (PROMISE, {"way": "friday"}),
        (PROMISE, {"teams": "departments"}),
        (PROMISE, {"zone": "Europe/Nowhere"}),
    ],
)
def test_what_cannot_be(calm_log: log.Log, promise: log.Promise, options: dict[str, str]) -> None:
    with pytest.raises(WrongOption):
        room(calm_log, promise=promise, **options)  # type: ignore[arg-type]


def test_a_log_without_roles(calm_file: Path, tmp_path: Path) -> None:
    bare = log.read(calm_file, into=tmp_path / "bare", columns=replace(COLUMNS, role=None))
    with pytest.raises(TooLittleData, match="which role or team"):
        room(bare, promise=PROMISE)


def test_a_log_that_is_too_short(calm_file: Path, tmp_path: Path) -> None:
    lines = calm_file.read_text().splitlines()
    (tmp_path / "short.csv").write_text("\n".join(lines[:300]))
    short = log.read(tmp_path / "short.csv", into=tmp_path / "short", columns=COLUMNS)
    with pytest.raises(TooLittleData, match="13 weeks and 300 cases"):
        room(short, promise=PROMISE)


def test_one_giant_case(calm_file: Path, tmp_path: Path) -> None:
    lines = calm_file.read_text().splitlines()
    extra = [line.split(",", 1)[1] for line in lines[1:900]]
    giant = tmp_path / "giant.csv"
    giant.write_text("\n".join([*lines, *(f"giant,{each}" for each in extra)]))
    read = log.read(giant, into=tmp_path / "giant", columns=COLUMNS)
    with pytest.raises(TooLittleData, match="one case has 899"):
        room(read, promise=PROMISE)


def test_a_model_that_does_not_fit_gives_no_number(calm_log: log.Log) -> None:
    found = room(calm_log, promise=PROMISE, people={"a": 2, "b": 2, "c": 2, "d": 2})
    assert isinstance(found, Refused)
    assert found.sentences[0].en.startswith("Beide gives no number.")
    assert found.sentences[-1].en.startswith("What would help")
    assert found.to_dict()["refused"] is True
