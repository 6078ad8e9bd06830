"""Events of a case with equal times keep the order that the file has."""

from pathlib import Path

import pytest

from beide import log
from tests.unit.log import reference
from tests.unit.log.data import PLAIN, rows, shared, write_csv
from tests.unit.log.examples import THOROUGH


def names_in_order(found: log.Log) -> list[str]:
    names = [row["name"] for row in rows(found, "activities")]
    return [names[row["activity"]] for row in rows(found, "events")]


def test_equal_times_keep_the_files_order(tmp_path: Path) -> None:
    steps = [f"step {number}" for number in (5, 3, 9, 1, 7, 2, 8)]
    made = [["a", step, "2024-01-01 12:00"] for step in steps]
    path = write_csv(tmp_path / "t.csv", [["case", "activity", "time"], *made])
    assert names_in_order(log.read(path, columns=PLAIN)) == steps


def test_cases_that_begin_together_keep_the_files_order(tmp_path: Path) -> None:
    made = [[case, f"of {case}", "2024-01-01 12:00"] for case in "zamb"]
    path = write_csv(tmp_path / "t.csv", [["case", "activity", "time"], *made])
    assert names_in_order(log.read(path, columns=PLAIN)) == ["of z", "of a", "of m", "of b"]


@pytest.mark.shared_data
@pytest.mark.parametrize("name", ["bpic2012.xes.gz"] if THOROUGH else ["bpic2015_1.xes.gz"])
def test_real_logs_with_many_equal_times(name: str, tmp_path: Path) -> None:
    expected = reference.normalise(reference.read_xes(shared(name)), b"")
    names = [row["name"] for row in expected.activities]
    found = log.read(shared(name), into=tmp_path / "real.log", lifecycle="keep")
    assert names_in_order(found) == [names[row["activity"]] for row in expected.events]
