"""The file is read by Beide as any organisation's file would be, and tells the same story."""

from datetime import timedelta
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from beide.demo import csv_columns, organisation, write_csv
from beide.demo.data import DemoData
from beide.log import Promise, lead_times, promise_over_time, read


@pytest.mark.parametrize("language", ["nl", "en"])
def test_beide_reads_it(data: DemoData, tmp_path: Path, language: Literal["nl", "en"]) -> None:
    file = write_csv(data, tmp_path, language=language)
    log = read(file, into=tmp_path / "demo.log", columns=csv_columns(language=language))
    summary = log.summary()
    assert summary.cases == len(data.orders)
    assert summary.events == len(data.events)
    assert summary.activities == len(data.truths.steps)
    assert summary.roles == len(data.truths.roles)


def test_lead_times_and_promise_agree(data: DemoData, tmp_path: Path) -> None:
    file = write_csv(data, tmp_path)
    log = read(file, into=tmp_path / "demo.log", columns=csv_columns())
    # A few slow orders that began before the period are not seen from their beginning.
    assert 0.99 * len(data.orders) < lead_times(log).cases == log.about.whole < len(data.orders)
    told = organisation().promise
    promise = Promise(within=timedelta(days=told.within_days), share=told.share)
    found = promise_over_time(log, promise)
    assert found.share == pytest.approx(np.mean(data.lead_days <= told.within_days), abs=0.005)
    shares = [week.share for week in found.periods if week.share is not None]
    assert np.mean(shares[2:28]) < 0.4
    assert np.mean(shares[-12:]) > told.share
