"""How times are written is decided for a whole column, and never guessed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from beide import log
from beide.errors import OpenDates, WrongOption, WrongValue
from tests.unit.log.data import PLAIN, event, rows, write_csv, xes


def read(folder: Path, times: Sequence[str], **how: str) -> log.Log:
    made = [[f"case {number}", "step", time] for number, time in enumerate(times)]
    path = write_csv(folder / "t.csv", [["case", "activity", "time"], *made])
    return log.read(path, columns=PLAIN, time_format=how.get("time_format"))


def first_time(found: log.Log) -> str:
    return str(min(row["time"] for row in rows(found, "events")))


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2024-01-31", "2024-01-31 00:00:00"),
        ("2024-01-31 13:45", "2024-01-31 13:45:00"),
        ("2024/01/31 13:45", "2024-01-31 13:45:00"),
        ("2024-01-31T13:45:10.123456+02:00", "2024-01-31 11:45:10.123456"),
        ("2024-01-31T13:45:10,5Z", "2024-01-31 13:45:10.500000"),
        ("2024-01-31 13:45:10 -0330", "2024-01-31 17:15:10"),
        ("31-01-2024", "2024-01-31 00:00:00"),
        ("31/1/2024 9:05", "2024-01-31 09:05:00"),
        ("31.01.2024 13:45:10,25", "2024-01-31 13:45:10.250000"),
        ("01/31/2024 13:45", "2024-01-31 13:45:00"),
        ("2400-02-29 12:00", "2400-02-29 12:00:00"),
        ("9999-12-31 23:59:59", "9999-12-31 23:59:59"),
    ],
)
def test_is_read(written: str, utc: str, tmp_path: Path) -> None:
    assert first_time(read(tmp_path, [written])) == utc


def test_one_day_over_twelve_decides_for_every_row(tmp_path: Path) -> None:
    found = read(tmp_path, ["01/02/2024 10:00", "05/06/2024 10:00", "13/06/2024 10:00"])
    assert found.about.time_format == "day first"
    assert first_time(found) == "2024-02-01 10:00:00"


def test_one_month_over_twelve_is_an_error_and_not_another_order(tmp_path: Path) -> None:
    with pytest.raises(WrongValue) as raised:
        read(tmp_path, ["13/02/2024", "14/02/2024", "02/13/2024"])
    assert (raised.value.data["row"], raised.value.data["value"]) == (4, "02/13/2024")


def test_open_dates_are_asked_about(tmp_path: Path) -> None:
    with pytest.raises(OpenDates) as raised:
        read(tmp_path, ["01-02-2024 10:00:00", "02-02-2024 10:00:00"])
    assert raised.value.data["day_first"] == "%d-%m-%Y %H:%M:%S"
    assert raised.value.data["month_first"] == "%m-%d-%Y %H:%M:%S"


def test_the_answer_to_that_question_is_enough(tmp_path: Path) -> None:
    found = read(tmp_path, ["01-02-2024 10:00"], time_format="%d-%m-%Y %H:%M")
    assert first_time(found) == "2024-02-01 10:00:00"


@pytest.mark.parametrize(
    ("written", "time_format", "utc"),
    [
        ("5/3/24 1:05 PM", "%d/%m/%y %I:%M %p", "2024-03-05 13:05:00"),
        ("31/12/69 12:30 am", "%d/%m/%y %I:%M %p", "1969-12-31 00:30:00"),
        ("20240131134510", "%Y%m%d%H%M%S", "2024-01-31 13:45:10"),
        ("13:45 on 31.1.2024", "%H:%M on %d.%m.%Y", "2024-01-31 13:45:00"),
        ("31-01-2024 13:45+0100", "%d-%m-%Y %H:%M%z", "2024-01-31 12:45:00"),
    ],
)
def test_a_given_format(written: str, time_format: str, utc: str, tmp_path: Path) -> None:
    assert first_time(read(tmp_path, [written], time_format=time_format)) == utc


@pytest.mark.parametrize("time_format", ["%d", "%d-%m", "%d-%m-%Y %Q", "%d-%d-%m-%Y", "dd-mm"])
def test_a_format_that_cannot_be(time_format: str, tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="time_format"):
        read(tmp_path, ["31-01-2024"], time_format=time_format)


@pytest.mark.parametrize(
    "written", ["2024-02-30", "2024-13-01", "0000-01-01", "2024-01-01 25:00", "12:00", "45321.5"]
)
def test_what_is_no_time(written: str, tmp_path: Path) -> None:
    with pytest.raises(WrongValue, match="row 2"):
        read(tmp_path, [written, "2024-01-01"])


def test_times_without_a_zone_are_counted(tmp_path: Path) -> None:
    found = read(tmp_path, ["2024-01-01 10:00", "2024-01-01 10:00Z", "2024-01-02"])
    assert (found.about.times_without_zone, found.about.zone_assumed) == (2, "UTC")


def test_start_times_may_be_written_otherwise_and_be_absent(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "t.csv",
        [
            ["case", "activity", "time", "start"],
            ["a", "one", "2024-01-31 10:00", "31/01/2024 09:00"],
            ["a", "two", "2024-01-31 11:00", ""],
            ["a", "three", "2024-01-31 12:00", "31/01/2024 13:00"],
        ],
    )
    columns = log.Columns(case="case", activity="activity", time="time", start="start")
    found = log.read(path, columns=columns)
    starts = [row["start"] for row in rows(found, "events")]
    assert starts[0] == datetime(2024, 1, 31, 9, tzinfo=UTC).replace(tzinfo=None)
    assert starts[1] is None
    assert found.about.starts_after_end == 1


def test_years_past_2262_in_xes(tmp_path: Path) -> None:
    path = tmp_path / "t.xes"
    path.write_text(xes({"a": [event("far", "2400-12-30T14:32:00.123456+01:00")]}))
    assert first_time(log.read(path)) == "2400-12-30 13:32:00.123456"
