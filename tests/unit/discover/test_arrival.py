"""When a case arrives, and how busy it is then."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beide.discover._arrival import busy, thirds, when
from beide.discover._model import Feature

HOUR = np.timedelta64(1, "h")


def moments(hours: list[int]) -> np.ndarray:
    return np.datetime64("2024-01-01T00:00:00", "us") + np.array(hours) * HOUR


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 90)), min_size=6, max_size=40))
def test_how_busy_it_is_agrees_with_the_reference(spans: list[tuple[int, int]]) -> None:
    first = moments([begin for begin, _ in spans])
    last = moments([begin + length for begin, length in spans])
    told = list(busy(first, first, last))
    opened = [
        sum(other < at for other in first) - sum(other < at for other in last) for at in first
    ]
    arrived = [sum(at - 24 * HOUR <= other < at for other in first) for at in first]
    for feature, held in told:
        counts = np.array(opened if feature.kind == "open_cases" else arrived)
        low, high = float(feature.values["low"]), float(feature.values["high"])
        expected = {"low": counts < low, "most": counts <= low, "high": counts > high}
        near = np.abs(counts - low) + np.abs(counts - high) > 1e-3  # told with six digits
        assert (held == expected[feature.values["level"]])[near].all()


def test_by_the_local_clock() -> None:
    # Sunday 23:30 in UTC is Monday 0:30 in Amsterdam in winter, 1:30 in summer.
    times = np.array(["2024-01-07T23:30:00", "2024-07-07T23:30:00"], "datetime64[us]")
    told = {feature.key: held.tolist() for feature, held in when(times, "Europe/Amsterdam")}
    assert told["weekday:day=monday"] == [True, True]
    assert told["daypart:part=morning"] == [True, True]
    plain = {feature.key: held.tolist() for feature, held in when(times, "UTC")}
    assert plain["weekday:day=sunday"] == [True, True]
    assert plain["daypart:part=evening"] == [True, True]


def test_a_third_is_low_and_a_third_is_high() -> None:
    told = {f.values["level"]: held for f, held in thirds(Feature(kind="x"), np.arange(300.0))}
    assert set(told) == {"low", "high"}
    assert told["low"].sum() == told["high"].sum() == 100


def test_where_most_are_equal_there_is_no_lowest_third() -> None:
    values = np.array([0.0] * 90 + [5.0] * 10)
    told = {f.values["level"]: held.sum() for f, held in thirds(Feature(kind="x"), values)}
    assert told == {"most": 90, "high": 10}


def test_what_is_not_known_is_neither() -> None:
    values = np.array([np.nan] * 50 + list(range(90)))
    assert sum(int(held[:50].sum()) for _, held in thirds(Feature(kind="x"), values)) == 0
    assert list(thirds(Feature(kind="x"), np.array([np.nan, 1.0]))) == []


@pytest.mark.parametrize("zone", ["UTC", "Asia/Kolkata", "America/New_York"])
def test_every_case_has_one_weekday(zone: str) -> None:
    times = moments(list(range(0, 400, 7)))
    days = [held for feature, held in when(times, zone) if feature.kind == "weekday"]
    assert (np.sum(days, axis=0) == 1).all()
