"""Patterns are the same wherever their cases were counted: on DuckDB or on Spark."""

from functools import partial
from pathlib import Path

import pytest

from beide import discover, log
from beide.engine import Engine, using
from tests.unit.discover.logs import orders
from tests.unit.log.data import shared


@pytest.mark.shared_data
def test_on_a_real_log(spark: Engine, tmp_path: Path) -> None:
    found = log.read(shared("helpdesk.xes.gz"), into=tmp_path / "real.log")
    ask = partial(discover.patterns, found, good="lead_time <= 40d", permutations=99)
    here = ask(landmark="steps:2")
    with using(spark):
        there = ask(landmark="steps:2")
    assert here.to_dict() == there.to_dict()


def test_on_a_log_with_patterns(spark: Engine, tmp_path: Path) -> None:
    found = orders(tmp_path)
    ask = partial(
        discover.patterns, found, good="lead_time <= 4d", by="kind", landmark="step:make",
        permutations=199,
    )  # fmt: skip
    here = ask()
    with using(spark):
        there = ask()
    assert here.patterns
    assert here.to_dict() == there.to_dict()
