"""What `beide validate effect` measures and how it reports."""

from dataclasses import replace

import numpy as np
import pytest

from beide.effect import validate as module
from beide.effect._bars import BARS, COVERAGE_BARS
from beide.effect._trials import _measure as measure
from beide.effect._trials._worlds import WORLDS, World, after_bad_months, teams_of, weeks_of
from beide.effect.validate import Sizes, ValidationReport, validate


@pytest.fixture(scope="module")
def report() -> ValidationReport:
    tiny = Sizes(series=150, looked=40, small=4, panels=40, permutations=99)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "QUICK", tiny)
        return validate(quick=True, seed=1)


def test_keys(report: ValidationReport) -> None:
    told = report.to_dict()
    assert set(BARS) <= set(told)
    assert set(told["coverage"]) == set(COVERAGE_BARS) == {*WORLDS, "compared", "growing"}
    assert {"t_test", "segmented"} == set(told["rivals"])
    assert told["quick"]


def test_every_figure_is_held_against_its_bar(report: ValidationReport) -> None:
    assert set(held(report)) == {*BARS, *(f"coverage.{world}" for world in COVERAGE_BARS)}
    assert held(replace(report, power_30=0.849))["power_30"] is False
    assert held(replace(report, power_30=0.85))["power_30"] is True
    low = replace(report, coverage={**report.coverage, "drift": 0.9})
    assert held(low)["coverage.drift"] is False
    assert not low.holds


def held(report: ValidationReport) -> dict[str, bool]:
    return {check.name: check.holds for check in report.checks}


def test_coverage_can_be_too_high_as_well() -> None:
    assert not COVERAGE_BARS["persistence_0"].check(0.995).holds
    assert BARS["peeking_false_alarm"].check(0.05).holds


def test_the_t_test_fails_where_the_engine_holds(report: ValidationReport) -> None:
    assert report.coverage["persistence_0.7"] > 0.88
    assert report.rivals["t_test"]["coverage"]["persistence_0.7"] < 0.75
    assert report.rivals["t_test"]["peeking_false_alarm"] > 0.5


def test_many_at_once_say_what_one_at_a_time_says() -> None:
    from beide.effect import Verdict, amounts, effect
    from tests.unit.effect.data import weeks

    drawn = weeks_of(World(persistence=0.7), np.random.default_rng(8), 12)
    drawn[:, 40:] -= 0.5
    together, told = measure.effect_signs(drawn, 40), measure.verdict_signs(drawn, 40)
    for row, logs in enumerate(drawn):
        one = effect(amounts(weeks(52), np.exp(logs)), start=weeks(52)[40])
        assert (together[row] < 0) == (one.interval.high < 0)
        assert (told[row] < 0) == (one.verdict is Verdict.IMPROVED)


def test_worlds_are_as_told() -> None:
    rng = np.random.default_rng(0)
    for lasts in (0.0, 0.4, 0.7):
        drawn = weeks_of(World(persistence=lasts), rng, 2000)
        found = np.corrcoef(drawn[:, 10], drawn[:, 11])[0, 1]
        assert found == pytest.approx(lasts, abs=0.06)
        assert drawn.std() == pytest.approx(0.18 / np.sqrt(1 - lasts**2), rel=0.05)
    drift = weeks_of(WORLDS["drift"], rng, 2000)
    assert drift[:, -1].var() - drift[:, 0].var() == pytest.approx(51 * 0.025**2, rel=0.3)


def test_bad_months_are_bad() -> None:
    drawn = after_bad_months(World(persistence=0.7), np.random.default_rng(1), 50)
    assert drawn.shape == (50, 52)
    assert drawn[:, 36:40].mean() > drawn[:, :36].mean() + 0.15


def test_teams_share_most_of_what_moves_them() -> None:
    drawn = teams_of(World(), np.random.default_rng(2), 200, 5)
    together = [np.corrcoef(each)[0, 1] for each in drawn]
    assert np.median(together) > 0.5
    alone = measure.differences(drawn, 40)
    assert alone.std() < drawn[:, 0].std()
