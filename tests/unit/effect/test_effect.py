"""The verdict: right direction, never without its interval, never more than is known."""

from datetime import date, timedelta

import numpy as np
import pytest

from beide.effect import Effect, Plan, Verdict, amounts, effect, ratings
from beide.errors import BeideError, TooLittleData, WrongOption
from beide.text import day_text
from tests.unit.effect.data import lead_times, noise, weeks

START = weeks(52)[40]


def test_a_third_less_is_improved() -> None:
    found = effect(lead_times(step=np.log(0.7)), start=START)
    assert found.verdict is Verdict.IMPROVED
    assert found.interval.low < -0.3 < found.interval.high < 0
    assert found.probability_of_improvement > 0.97
    assert (found.weeks_before, found.weeks_after) == (40, 12)
    assert found.level_before == pytest.approx(6, rel=0.2)


def test_nothing_is_cannot_tell() -> None:
    found = effect(lead_times(seed=1), start=START)
    assert found.verdict is Verdict.CANNOT_TELL
    assert found.interval.low < 0 < found.interval.high


def test_worse_when_higher_is_worse_and_improved_when_it_is_better() -> None:
    logs = noise(52, seed=4)
    logs[40:] += 0.6
    lead = effect(amounts(weeks(52), np.exp(logs)), start=START)
    sales = effect(amounts(weeks(52), np.exp(logs), lower_is_better=False), start=START)
    assert (lead.verdict, sales.verdict) == (Verdict.WORSE, Verdict.IMPROVED)
    assert lead.interval == sales.interval
    assert lead.probability_of_improvement == pytest.approx(1 - sales.probability_of_improvement)


def test_the_unit_does_not_matter() -> None:
    days = lead_times(seed=2, step=-0.3)
    hours = amounts(weeks(52), 24 * days.values)
    one, other = effect(days, start=START), effect(hours, start=START)
    assert one.interval == pytest.approx(other.interval)
    assert other.level_before == pytest.approx(24 * one.level_before)


@pytest.mark.parametrize("step", [-0.6, -0.2, 0.0, 0.6])
@pytest.mark.parametrize("seed", range(3))
def test_the_sentence_has_the_interval(step: float, seed: int) -> None:
    found = effect(lead_times(seed=seed, step=step), start=START)
    assert "between" in found.text.en
    assert "tussen" in found.text.nl
    assert "%" in found.text.en
    assert found.text.in_language("nl") != found.text.in_language("en")


def test_the_smallest_effect_is_mostly_found() -> None:
    """Of many series with just that effect about four in five are found."""
    sizes = [effect(lead_times(seed=seed), start=START).smallest for seed in range(12)]
    found = [
        effect(lead_times(seed=seed, step=np.log(1 - size)), start=START).interval.high < 0
        for seed, size in enumerate(sizes)
    ]
    assert 0.1 < np.mean(sizes) < 0.5
    assert sum(found) >= 7


def test_a_start_within_a_week_leaves_that_week_out() -> None:
    found = effect(lead_times(step=-0.4), start=START + timedelta(days=2))
    assert (found.weeks_before, found.weeks_after) == (40, 11)


def test_until_leaves_out_what_comes_later() -> None:
    found = effect(lead_times(), start=START, until=START + timedelta(weeks=5))
    assert found.weeks_after == 6


def test_only_two_years_on_either_side_count() -> None:
    found = effect(lead_times(260, at=140), start=weeks(260)[140])
    assert (found.weeks_before, found.weeks_after) == (104, 104)


def test_a_week_without_cases_is_no_trouble() -> None:
    series = lead_times(step=-0.4)
    gone = series.part(~np.isin(np.arange(52), [7, 8, 45]))
    found = effect(gone, start=START)
    assert (found.weeks_before, found.weeks_after) == (38, 11)
    assert found.verdict is Verdict.IMPROVED


def test_ratings_are_told_in_points() -> None:
    rng = np.random.default_rng(0)
    means = 7 + 0.2 * rng.standard_normal(52)
    means[40:] += 0.8
    found = effect(ratings(weeks(52), means, cases=[9.0] * 52, spread=1.2), start=START)
    assert found.change == pytest.approx(0.8, abs=0.3)
    assert "points higher" in found.text.en
    assert "punt hoger" in found.text.nl


def test_ready_for_json() -> None:
    import json

    told = json.loads(json.dumps(effect(lead_times(), start=START).to_dict()))
    assert told["verdict"] == "cannot_tell"
    assert told["interval"][0] < told["change"] < told["interval"][1]
    assert set(told["text"]) == {"nl", "en"}
    assert len(told["in_time"]) == 20


# What is refused.


def message(error: BeideError) -> str:
    return error.in_language("en")


def test_fewer_than_16_weeks_before() -> None:
    series = lead_times(30, at=15)
    with pytest.raises(TooLittleData) as refused:
        effect(series, start=weeks(30)[15])
    assert "15 weeks" in message(refused.value)
    assert effect(series, start=weeks(30)[16]).weeks_before == 16


def test_fewer_than_4_weeks_after() -> None:
    with pytest.raises(TooLittleData) as refused:
        effect(lead_times(), start=weeks(52)[49])
    assert "3 weeks" in message(refused.value)


@pytest.mark.parametrize("start", [date(2023, 5, 1), weeks(1)[0], date(2026, 1, 5)])
def test_a_start_outside_the_data(start: date) -> None:
    with pytest.raises(WrongOption) as refused:
        effect(lead_times(), start=start)
    assert start.isoformat() in message(refused.value)


def test_an_outcome_that_never_changes() -> None:
    with pytest.raises(TooLittleData):
        effect(amounts(weeks(52), [3.0] * 52), start=START)


# Other initiatives on the same outcome.


@pytest.mark.parametrize("apart", [-4, 3, 10])
def test_another_start_close_by_cannot_be_told_apart(apart: int) -> None:
    other = START + timedelta(weeks=apart)
    with pytest.raises(TooLittleData) as refused:
        effect(lead_times(), start=START, others=[other])
    assert day_text(other).en in message(refused.value)


def test_an_earlier_start_shortens_what_counts_as_before() -> None:
    other = START - timedelta(weeks=20)
    found = effect(lead_times(), start=START, others=[other])
    assert found.weeks_before == 20
    assert day_text(other).en in found.remarks[0].en


def test_a_later_start_outside_the_window_does_not_matter() -> None:
    until = START + timedelta(weeks=5)
    found = effect(lead_times(), start=START, until=until, others=[until + timedelta(weeks=2)])
    assert found.weeks_after == 6


def test_with_teams_beside_it_another_start_is_a_remark() -> None:
    beside = {name: lead_times(seed=9 + seed) for seed, name in enumerate("abc")}
    found = effect(lead_times(), start=START, compare=beside, others=[START])
    assert day_text(START).en in found.remarks[0].en


# The plan.


def planned(look: date) -> Effect:
    plan = Plan(start=START, look=look, outcome="lead time", stops="promise below 80%")
    return effect(lead_times(step=-0.6), start=START, plan=plan)


def test_the_plan_says_when_to_look() -> None:
    found = planned(START + timedelta(weeks=8))
    assert found.weeks_after == 8
    assert found.verdict is Verdict.IMPROVED
    assert found.plan is not None
    assert found.to_dict()["plan"]["stops"] == "promise below 80%"


def test_before_that_day_there_is_no_verdict() -> None:
    found = planned(START + timedelta(weeks=20))
    assert found.verdict is Verdict.CANNOT_TELL
    assert day_text(START + timedelta(weeks=20)).en in found.remarks[0].en


def test_the_plan_fixes_the_start() -> None:
    plan = Plan(start=START - timedelta(weeks=1), look=START + timedelta(weeks=8))
    with pytest.raises(WrongOption):
        effect(lead_times(), start=START, plan=plan)


def test_a_look_before_the_start_is_no_plan() -> None:
    with pytest.raises(WrongOption):
        planned(START)


# Effects that take time.


@pytest.mark.parametrize("over", [1, 4, 8])
def test_an_effect_that_grows_is_told_as_what_it_has_become(over: int) -> None:
    logs = noise(60, seed=11)
    logs[40:] += np.log(0.5) * np.minimum(np.arange(1, 21) / over, 1.0)
    found = effect(amounts(weeks(60), np.exp(logs)), start=START)
    assert found.verdict is Verdict.IMPROVED
    assert found.interval.low < -0.5 < found.interval.high
