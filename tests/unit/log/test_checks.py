"""The check report: what was read, what was dropped and what stands out, in plain words."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from beide import log
from tests.unit.log.data import rows, write_csv

HEAD = ["case", "activity", "time"]
COLUMNS = log.Columns(case="case", activity="activity", time="time", attributes=None)
NOW = datetime(2024, 6, 1, tzinfo=UTC)


def read(made: list[list[str]], folder: Path, *, head: list[str] = HEAD, **how: Any) -> log.Log:
    path = write_csv(folder / "orders.csv", [head, *made])
    return log.read(path, **{"columns": COLUMNS, "now": NOW, "zone": "UTC", **how})


def said(found: log.Log, code: str) -> list[str]:
    return [each.text.en for each in found.checks if each.code == code]


def test_a_plain_log_has_a_short_report(tmp_path: Path) -> None:
    found = read([["a", "pick", "2024-01-01 10:00"], ["a", "pack", "2024-01-01 11:00"]], tmp_path)
    assert [each.code for each in found.checks] == ["rows", "zone", "ends_unknown"]
    assert said(found, "rows") == ["Rows read: 2. Cases: 1. Activities: 2. Events in the log: 2."]


def test_rows_left_out_are_told_with_the_first(tmp_path: Path) -> None:
    made = [["a", "pick", "2024-01-01"], ["a", "", "2024-01-01"], ["", "", ""]]
    found = read(made, tmp_path, on_missing="drop")
    assert said(found, "no_value") == [
        (
            "Left out, rows without a case, an activity or a time: 2. The first is row 3, column "
            "'activity'."
        )
    ]


def test_activities_left_out_as_asked(tmp_path: Path) -> None:
    made = [["a", "Start", "2024-01-01"], ["a", "pick", "2024-01-01"]]
    found = read(made, tmp_path, drop_activities=("Start",))
    assert said(found, "left_out") == ["Left out as asked, rows with 'Start': 1."]


def test_columns_left_out_are_told_with_why(tmp_path: Path) -> None:
    made = [["a", "pick", "2024-01-01", "Ann", "", "a"]]
    found = read(made, tmp_path, head=[*HEAD, "Behandelaar", "nothing", "again"])
    assert said(found, "person") == ["Not kept, about people: Behandelaar."]
    assert said(found, "empty") == ["Not kept, empty everywhere: nothing."]
    assert said(found, "case") == ["Not kept, the same as the case: again."]


def test_equal_rows_stay_and_are_told(tmp_path: Path) -> None:
    made = [["a", "pick", "2024-01-01"], ["b", "pick", "2024-01-01"], ["a", "pick", "2024-01-01"]]
    found = read(made, tmp_path)
    assert found.about.events == 3
    assert said(found, "repeated")[0].startswith("Rows that are equal to an earlier one")
    assert "1, such as row 4." in said(found, "repeated")[0]
    assert said(found, "equal_times")[0].startswith("Events at the same time as the one before")


def test_a_clock_that_jumps_back(tmp_path: Path) -> None:
    made = [["a", f"s{n}", f"2024-01-01 {hour:02}:00"] for n, hour in enumerate((9, 10, 8, 11))]
    found = read(made, tmp_path)
    assert "1. The first is row 4." in said(found, "out_of_order")[0]
    times = [row["time"] for row in rows(found, "events")]
    assert times == sorted(times)


def test_work_that_begins_after_it_is_finished(tmp_path: Path) -> None:
    columns = log.Columns(case="case", activity="activity", time="time", start="begin")
    made = [["a", "pick", "2024-01-01 10:00", "2024-01-01 11:00"]]
    found = read(made, tmp_path, head=[*HEAD, "begin"], columns=columns)
    assert "1. The first is row 2." in said(found, "late_start")[0]
    assert found.about.starts_after_end == 1


def test_starts_that_are_missing(tmp_path: Path) -> None:
    columns = log.Columns(case="case", activity="activity", time="time", start="begin")
    made = [
        ["a", "pick", "2024-01-01 10:00", "2024-01-01 09:00"],
        ["a", "pack", "2024-01-01 12:00", ""],
    ]
    found = read(made, tmp_path, head=[*HEAD, "begin"], columns=columns)
    assert [each.count for each in found.checks if each.code == "no_start"] == [1]


def test_rows_that_a_program_added(tmp_path: Path) -> None:
    made = [
        [case, step, f"2024-01-01 1{hour}:00"]
        for case in "abcd"
        for hour, step in enumerate(("Start", "pick", "End"))
    ]
    found = read(made, tmp_path)
    assert [each.data["activity"] for each in found.checks if each.code == "artificial"] == [
        "Start",
        "End",
    ]
    assert [each.count for each in found.checks if each.code == "artificial"] == [4, 4]
    assert found.about.events == 12


def test_a_step_called_start_in_the_middle_is_work(tmp_path: Path) -> None:
    made = [
        [case, step, f"2024-01-01 1{hour}:00"]
        for case in "abcd"
        for hour, step in enumerate(("pick", "start", "pack"))
    ]
    assert not said(read(made, tmp_path), "artificial")


def test_times_in_the_future(tmp_path: Path) -> None:
    made = [["a", "pick", "2024-01-01"], ["a", "pack", "2042-01-01 08:30"]]
    found = read(made, tmp_path)
    assert said(found, "future") == [
        "Times in the future: 1. The first is row 3: 2042-01-01 08:30."
    ]
    assert found.about.window_until == datetime(2024, 1, 1, tzinfo=UTC)
    assert found.about.until.year == 2042


def days(count: int, *, without: range = range(0)) -> list[list[str]]:
    begin = datetime.fromisoformat("2024-01-01 10:00")
    return [
        [f"case {day}", "pick", (begin + timedelta(days=day)).isoformat(" ")]
        for day in range(count)
        if day not in without
    ]


def test_single_odd_dates(tmp_path: Path) -> None:
    found = read([*days(60), ["old", "pick", "1970-01-01 00:00"]], tmp_path)
    assert said(found, "far_off") == [
        (
            "Events far outside the period of the others: 1. The period is here from 2024-01-01 "
            "up to 2024-02-29."
        )
    ]
    assert found.about.window_from == datetime(2024, 1, 1, 10, tzinfo=UTC)


def test_stretches_without_anything(tmp_path: Path) -> None:
    found = read(days(90, without=range(40, 55)), tmp_path)
    assert said(found, "gap") == [
        (
            "Periods in which nothing happened, which is unusual: 1. The longest is from "
            "2024-02-09 to 2024-02-25. Is something missing in the source there?"
        )
    ]
    assert not said(read(days(90, without=range(40, 44)), tmp_path), "gap")


def test_days_without_a_time(tmp_path: Path) -> None:
    found = read([["a", "pick", "2024-01-01"], ["a", "pack", "2024-01-02"]], tmp_path)
    assert [each.count for each in found.checks if each.code == "whole_days"] == [2]


def test_the_report_stays_with_the_log(tmp_path: Path) -> None:
    made = [["a", "pick", "2024-01-01"], ["b", "pick", "2042-01-01"]]
    found = read(made, tmp_path, into=tmp_path / "orders.log")
    assert log.open(tmp_path / "orders.log").checks == found.checks


def test_the_report_names_no_case_and_no_person(tmp_path: Path) -> None:
    head = [*HEAD, "Behandelaar"]
    made = [["zaak-17", "pick", "2042-01-01", "Ann"]] * 2
    found = read(made, tmp_path, head=head, into=tmp_path / "orders.log")
    text = (tmp_path / "orders.log" / "about.json").read_text()
    assert "zaak-17" not in text
    assert "Ann" not in text
    assert Counter(each.code for each in found.checks)["repeated"] == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_numbers_are_written_as_people_do(language: str) -> None:
    text = log.Finding(code="future", count=12_345, data={"row": 12_345, "value": "x"}).text
    assert ("12.345" if language == "nl" else "12,345") in text.in_language(language)
    assert "12345" in text.in_language(language)
