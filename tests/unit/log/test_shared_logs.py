"""Every real log beside the repository is read, with the right counts."""

from pathlib import Path

import pytest

from beide import log
from tests.unit.log.data import COUNTS, DISCO, counted, real, shared
from tests.unit.log.examples import THOROUGH

# Whether Spark answers as DuckDB does is asked of these, and their counts with it.
LARGE = ("bpic2012.xes.gz", "road_traffic_fines.xes.gz")


@pytest.mark.shared_data
@pytest.mark.parametrize("name", [name for name in COUNTS if THOROUGH or name not in LARGE])
def test_counts(name: str) -> None:
    assert counted(real(name).about) == COUNTS[name]


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
