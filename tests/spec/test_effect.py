"""
Did it help?
============

A team tries something and the lead time falls. Was it what they tried? Weeks go up and down by
themselves, a bad month is often followed by a better one, and what happens in one team may happen
in all of them. Beide takes that into account, and says what it knows and how sure it is.
"""

from datetime import date, timedelta

import numpy as np
import pytest

from beide import effect
from beide.errors import TooLittleData

WEEKS = [date(2024, 6, 3) + timedelta(weeks=week) for week in range(52)]
START = WEEKS[40]


def lasting(seed: int) -> np.ndarray:
    """Return a year in which a good week is likely to be followed by a good week."""
    news = 0.18 * np.random.default_rng(seed).standard_normal(52)
    for week in range(1, 52):
        news[week] += 0.4 * news[week - 1]
    return news


@pytest.fixture
def helped() -> effect.Series:
    """About six days, and a third less from week 41 on."""
    logs = lasting(7)
    logs[40:] += np.log(0.67)
    return effect.amounts(WEEKS, 6 * np.exp(logs))


@pytest.fixture
def unchanged() -> effect.Series:
    """About six days, all year."""
    return effect.amounts(WEEKS, 6 * np.exp(lasting(8)))


def test_a_verdict_with_its_interval(helped: effect.Series) -> None:
    """
    The verdict is one of four: improved, probably, cannot tell, worse. It never comes without the
    interval in which the true change lies, 19 times out of 20.
    """
    found = effect.effect(helped, start=START)

    assert found.verdict == "improved"
    assert found.interval.low < -0.33 < found.interval.high < 0
    assert found.text.en.startswith("Improved: ")
    assert "between" in found.text.en
    assert found.text.nl.startswith("Verbeterd: ")


def test_nothing_happened_and_beide_does_not_say_otherwise(unchanged: effect.Series) -> None:
    """
    It also tells which change it would mostly have seen. So "cannot tell" is not "it did nothing".
    """
    found = effect.effect(unchanged, start=START)

    assert found.verdict == "cannot_tell"
    assert found.interval.low < 0 < found.interval.high
    assert 0.1 < found.smallest < 0.5


def test_too_short_to_tell(helped: effect.Series) -> None:
    """With fewer than 16 weeks before the start, Beide gives no verdict and says what it needs."""
    short = helped.part(np.arange(52) >= 30)

    with pytest.raises(TooLittleData) as refused:
        effect.effect(short, start=START)
    assert "at least 16 weeks" in refused.value.in_language("en")


def test_right_first_time_with_a_few_cases_a_week() -> None:
    """
    With ten cases a week a share jumps about. Beide knows how much of that is chance, and tells
    the effect in percentage points.
    """
    kept = np.random.default_rng(1).binomial(10, np.repeat([0.7, 0.9], [40, 12])).astype(float)
    found = effect.effect(effect.shares(WEEKS, kept, [10.0] * 52), start=START)

    assert found.verdict == "improved"
    assert found.change == pytest.approx(0.2, abs=0.1)
    assert "percentage points higher" in found.text.en


def test_a_team_beside_it_is_worth_more_than_any_model() -> None:
    """
    Here all teams become faster, because the summer is over. One team alone seems to have
    improved. Beside the others it has not.
    """
    summer = np.repeat([0.0, -0.6], [40, 12])
    others = {
        name: effect.amounts(WEEKS, np.exp(summer + lasting(seed)))
        for seed, name in enumerate(["Planning", "Workshop", "Warehouse"])
    }
    own = effect.amounts(WEEKS, np.exp(summer + lasting(21)))

    assert effect.effect(own, start=START).verdict == "improved"
    assert effect.effect(own, start=START, compare=others).verdict == "cannot_tell"


def test_look_every_week_without_being_fooled() -> None:
    """
    Whoever looks every week sees something sooner or later. The watch allows for that: it may be
    looked at as often as you like, and it sees harm as well, so that an experiment can stop.
    """
    logs = lasting(5)
    logs[40:] += 0.7
    found = effect.watch(effect.amounts(WEEKS, np.exp(logs)), start=START)

    assert found.suffers
    assert found.first is not None
    assert found.first.week < WEEKS[51]


def test_the_plan_comes_first(helped: effect.Series) -> None:
    """What to look at, and when, is agreed before it starts. Until that day there is no verdict."""
    plan = effect.Plan(start=START, look=START + timedelta(weeks=26), outcome="lead time")
    found = effect.effect(helped, start=START, plan=plan)

    assert found.verdict == "cannot_tell"
    assert "too early" in found.remarks[0].en


def test_the_same_mix_of_cases() -> None:
    """
    When slow cases become rare, the lead time falls though nobody works differently. Told by kind
    of case, Beide keeps the mix the same.
    """
    rng = np.random.default_rng(3)
    week = np.repeat(np.arange(52), 25)
    slow = rng.random(len(week)) < np.where(week < 40, 0.6, 0.2)
    days = [WEEKS[each] for each in week]
    taken = np.exp(rng.normal(np.where(slow, 2.0, 1.0), 0.4))
    kinds = np.where(slow, "wheelchair", "walking frame")

    plain = effect.effect(effect.weekly_medians(days, taken), start=START)
    fair = effect.effect(effect.weekly_medians(days, taken, kinds=kinds), start=START)

    assert plain.verdict == "improved"
    assert fair.verdict == "cannot_tell"


def test_do_both_modes_strengthen_each_other() -> None:
    """Below six teams or eighteen months the answer is that it is too little to tell."""
    rng = np.random.default_rng(0)
    lines = rng.random((2, 4, 12))
    found = effect.reinforcement(promise=lines[0], exploring=lines[1], rng=rng)

    assert found.verdict == "too_little"
    assert "6 teams" in found.text.en
