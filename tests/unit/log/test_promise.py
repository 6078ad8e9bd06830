"""A promise: what it may be, and whether it was kept, week by week."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import log
from beide.errors import TooLittleData, WrongCondition, WrongOption
from tests.unit.log.data import PLAIN, real, rows, write_csv
from tests.unit.log.examples import examples

FIVE_DAYS = log.Promise(within=timedelta(days=5), share=0.9)
MONDAY = datetime(2024, 1, 1, tzinfo=UTC)


def log_of(folder: Path, cases: list[tuple[int, int]]) -> log.Log:
    """Return a log of cases completed so many hours after a Monday, each with so many hours."""
    made = [["case", "activity", "time"]]
    for case, (completed, length) in enumerate(cases):
        end = MONDAY + timedelta(hours=completed)
        made.append([str(case), "begin", (end - timedelta(hours=length)).isoformat()])
        made.append([str(case), "end", end.isoformat()])
    return log.read(write_csv(folder / "t.csv", made), columns=PLAIN)


@pytest.mark.parametrize(
    "text",
    [
        "within 5d for 90%",
        "Within 5 days for 90 %",
        "binnen 5 dagen voor 90%",
        "binnen 120 uur voor 90,0%",
        "lead time within 5 days for 90%",
        "doorlooptijd binnen 5d bij 90%",
    ],
)
def test_is_read_as_people_say_it(text: str) -> None:
    assert log.Promise.parse(text) == FIVE_DAYS


@pytest.mark.parametrize("text", ["", "5d", "within 5d", "within 5d for 0%", "within 5d for 101%"])
def test_is_refused(text: str) -> None:
    with pytest.raises(WrongOption):
        log.Promise.parse(text)


def test_what_is_wrong_in_its_condition_is_pointed_at() -> None:
    with pytest.raises(WrongCondition, match=r"'soon' \(character 14\)"):
        log.promise("lead_time <= soon for 90%")


@pytest.mark.parametrize("share", [0, -0.1, 1.1, 90, float("nan")])
def test_share_is_a_share(share: float) -> None:
    with pytest.raises(WrongOption, match="share"):
        log.Promise(within=timedelta(days=1), share=share)


def test_has_words_in_both_languages() -> None:
    assert FIVE_DAYS.text.nl == "binnen 5 dagen voor 90%"
    assert FIVE_DAYS.text.en == "within 5 days for 90%"


@given(st.lists(st.tuples(st.integers(0, 24 * 40), st.integers(0, 240)), min_size=5, max_size=60))
@examples(5, many=75)
def test_agrees_with_counting(
    tmp_path_factory: pytest.TempPathFactory, cases: list[tuple[int, int]]
) -> None:
    found = log.promise_over_time(log_of(tmp_path_factory.mktemp("made"), cases), FIVE_DAYS)
    assert found.cases == len(cases)
    assert found.kept == sum(length <= 120 for _, length in cases)
    assert found.kept_overall == (found.kept / found.cases >= 0.9)
    for week in found.periods:
        begin = (week.begin - MONDAY.date()).days * 24
        inside = [length for completed, length in cases if begin <= completed < begin + 168]
        assert week.cases == len(inside)
        if week.share is not None:
            assert week.kept == sum(length <= 120 for length in inside)
            assert week.share == week.kept / week.cases
            assert week.interval == log.wilson(week.kept, week.cases)


def test_exactly_on_time_is_on_time(tmp_path: Path) -> None:
    found = log.promise_over_time(log_of(tmp_path, [(1, 120)] * 5), FIVE_DAYS)
    assert found.kept == 5


def test_a_small_week_is_hidden_with_the_next_smallest(tmp_path: Path) -> None:
    cases = [(1, 1)] * 9 + [(169, 1)] * 2 + [(337, 1)] * 6
    weeks = log.promise_over_time(log_of(tmp_path, cases), FIVE_DAYS).periods
    assert [week.is_hidden for week in weeks] == [False, True, True]
    assert weeks[1].to_dict() == {
        "begin": "2024-01-08",
        "cases": 2,
        "kept": None,
        "share": None,
        "interval": None,
        "kept_promise": None,
        "settled": True,
    }


def test_the_threshold_can_only_be_raised(tmp_path: Path) -> None:
    made = log_of(tmp_path, [(1, 1)] * 9 + [(169, 1)] * 9)
    assert all(w.is_hidden for w in log.promise_over_time(made, FIVE_DAYS, minimum=10).periods)
    with pytest.raises(WrongOption, match="5 or more"):
        log.promise_over_time(made, FIVE_DAYS, minimum=4)


@pytest.mark.parametrize("until", [date(2024, 1, 8), datetime(2024, 1, 8, 1, tzinfo=UTC)])
def test_until_leaves_later_cases_out(until: date, tmp_path: Path) -> None:
    made = log_of(tmp_path, [(1, 1)] * 5 + [(169, 1)] * 5)
    assert log.promise_over_time(made, FIVE_DAYS, until=until).cases == 5


def test_too_few_cases_is_said(tmp_path: Path) -> None:
    with pytest.raises(TooLittleData, match="at least 5"):
        log.promise_over_time(log_of(tmp_path, [(1, 1)] * 4), FIVE_DAYS)


@pytest.mark.shared_data
def test_a_real_log() -> None:
    made = real("env_permit_receipt.xes.gz")
    found = log.promise_over_time(made, FIVE_DAYS)
    whole = [row for row in rows(made, "cases") if row["whole"]]
    expected = sum(row["last"] - row["first"] <= timedelta(days=5) for row in whole)
    assert (found.cases, found.kept) == (len(whole), expected)
    assert 1_000 < found.cases < 1_434
