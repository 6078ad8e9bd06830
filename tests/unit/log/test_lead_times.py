"""How long cases take."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import fmean, median

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import log
from tests.unit.log.data import PLAIN, real, rows, write_csv
from tests.unit.log.examples import examples

BEGIN = datetime(2024, 1, 1, tzinfo=UTC)


def log_of(folder: Path, seconds: list[int]) -> log.Log:
    made = [["case", "activity", "time"]]
    for case, length in enumerate(seconds):
        made.append([str(case), "begin", BEGIN.isoformat()])
        made.append([str(case), "end", (BEGIN + timedelta(seconds=length)).isoformat()])
    return log.read(write_csv(folder / "t.csv", made), columns=PLAIN)


@given(st.lists(st.integers(0, 10**8), min_size=1, max_size=40))
@examples(5, many=75)
def test_agrees_with_numpy(tmp_path_factory: pytest.TempPathFactory, seconds: list[int]) -> None:
    found = log.lead_times(log_of(tmp_path_factory.mktemp("made"), seconds))
    assert found.cases == len(seconds)
    assert found.mean.total_seconds() == pytest.approx(fmean(seconds))
    for share, length in found.quantiles.items():
        assert length.total_seconds() == pytest.approx(np.quantile(seconds, share))
    for each in found.bins:
        low = each.from_.total_seconds()
        high = each.until.total_seconds() if each.until else float("inf")
        assert each.cases == sum(low <= length < high for length in seconds)


def test_bins_follow_each_other_and_hold_every_case(tmp_path: Path) -> None:
    found = log.lead_times(log_of(tmp_path, [60 * minute for minute in range(1, 300)]))
    assert sum(each.cases for each in found.bins) == 299
    assert [each.until for each in found.bins[:-1]] == [each.from_ for each in found.bins[1:]]
    assert 5 <= len(found.bins) <= 26
    assert found.bins[-1].until is None


def test_cases_of_one_moment(tmp_path: Path) -> None:
    found = log.lead_times(log_of(tmp_path, [0, 0]))
    assert (found.median, found.bins[0].cases) == (timedelta(0), 2)


def test_is_ready_for_json(tmp_path: Path) -> None:
    told = log.lead_times(log_of(tmp_path, [3600])).to_dict()
    assert told["quantiles"]["50"] == 3600
    assert told["bins"][-1]["until"] is None


@pytest.mark.shared_data
def test_a_real_log() -> None:
    made = real("env_permit_receipt.xes.gz")
    whole = [row["last"] - row["first"] for row in rows(made, "cases") if row["whole"]]
    found = log.lead_times(made)
    assert found.cases == len(whole) < 1_434
    assert abs(found.median - median(whole)) < timedelta(microseconds=2)
