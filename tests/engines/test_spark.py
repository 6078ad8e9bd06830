"""What only a cluster asks for: where it finds the files, and what is said when it is not there."""

import os
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from beide import engine as engines
from beide.engine import Engine, using
from beide.engine._java import find_java
from beide.errors import EngineFailure


@pytest.mark.usefixtures("spark")
def test_the_cluster_may_find_files_elsewhere(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there [1]"
    (there / "a.log").mkdir(parents=True)
    parquet.write_table(pa.table({"a": [1]}), there / "a.log" / "cases.parquet")
    cluster = engines.spark("local[2]", files=str(there), local=here)
    table = cluster.read_parquet([here / "a.log" / "cases.parquet"])
    assert cluster.rows(table) == [{"a": 1}]


def test_a_file_that_is_not_there_is_told(spark: Engine, tmp_path: Path) -> None:
    with pytest.raises(EngineFailure, match="PATH_NOT_FOUND"):
        spark.read_parquet([tmp_path / "no.parquet"])


def test_an_engine_is_used_for_a_while(spark: Engine) -> None:
    before = engines.default()
    with using(spark):
        assert engines.default() is spark
    assert engines.default() is before


def test_the_machines_own_java_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", "/opt/java")
    find_java()
    assert os.environ["JAVA_HOME"] == "/opt/java"
