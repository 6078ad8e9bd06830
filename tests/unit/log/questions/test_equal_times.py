"""Events of a case with equal times follow each other in the file's order."""

from pathlib import Path

import pytest

from beide import log
from tests.unit.log.questions import made

ROAD = "cabba"


@pytest.fixture
def at_once(tmp_path: Path) -> log.Log:
    """Five cases of which every event has the same time."""
    return made.orders((ROAD, 5), folder=tmp_path, hours_apart=0)


def test_variants(at_once: log.Log) -> None:
    assert ["".join(each.activities) for each in log.variants(at_once).variants] == [ROAD]


def test_directly_follows(at_once: log.Log) -> None:
    found = log.directly_follows(at_once).pairs
    assert {each.from_ + each.to for each in found} == {"ca", "ab", "bb", "ba"}


def test_starts_and_ends(at_once: log.Log) -> None:
    assert [each.activity for each in log.starts(at_once).activities] == ["c"]
    assert [each.activity for each in log.ends(at_once).activities] == ["a"]


def test_rework(at_once: log.Log) -> None:
    loops = {each.activity: each.loops for each in log.rework(at_once).activities}
    assert loops == {"a": 5, "b": 0}
