"""Every real log beside the repository is read, with the right counts."""

from pathlib import Path

import pytest

from beide import log
from tests.unit.log.data import DISCO, shared

COUNTS = {
    "env_permit_receipt.xes.gz": (1_434, 8_577, 27),
    "helpdesk.xes.gz": (4_580, 21_348, 14),
    "sepsis.xes.gz": (1_050, 15_214, 16),
    "bpic2012.xes.gz": (13_087, 262_200, 24),
    "road_traffic_fines.xes.gz": (150_370, 561_470, 11),
    "bpic2015_1.xes.gz": (1_199, 52_217, 398),
    "bpic2020_DomesticDeclarations.xes.gz": (10_357, 55_628, 14),
    "ConsultaDataMining201618.csv.gz": (954, 4_962, 16),
    "Production.csv": (225, 4_503, 24),
    "running-example.xes": (6, 42, 8),
}


@pytest.mark.shared_data
@pytest.mark.parametrize("name", COUNTS)
def test_counts(name: str, tmp_path: Path) -> None:
    is_csv = ".csv" in name
    found = log.read(
        shared(name),
        into=tmp_path / "real.log",
        columns=DISCO if is_csv else None,
        drop_activities=("Start", "End") if is_csv else (),
        lifecycle="keep",
    )
    summary = found.summary()
    assert (summary.cases, summary.events, summary.activities) == COUNTS[name]


@pytest.mark.shared_data
def test_the_report_counts_as_in_the_file(tmp_path: Path) -> None:
    found = log.read(shared("bpic2012.xes.gz"), into=tmp_path / "real.log")
    rows = found.checks[0]
    cases, events, activities = COUNTS["bpic2012.xes.gz"]
    assert (rows.code, rows.count) == ("rows", events)
    assert (rows.data["cases"], rows.data["activities"]) == (cases, activities)
    assert rows.data["events"] == found.about.events < events


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("name", "events", "activities"),
    [("ConsultaDataMining201618.csv.gz", 6_870, 18), ("Production.csv", 4_953, 26)],
)
def test_counts_with_the_artificial_rows(
    name: str, events: int, activities: int, tmp_path: Path
) -> None:
    summary = log.read(shared(name), into=tmp_path / "real.log", columns=DISCO).summary()
    assert (summary.events, summary.activities) == (events, activities)
