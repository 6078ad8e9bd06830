"""A file that is held in memory is read once, gives the same rows, and is let go afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from beide import engine
from beide.engine import Engine
from beide.errors import EngineFailure


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Engine]:
    with engine.temporary(tmp_path) as made:
        yield made


def written(folder: Path, **columns: list[int]) -> Path:
    parquet.write_table(pa.table(columns), folder / "a.parquet")
    return folder / "a.parquet"


def rows(here: Engine, path: Path) -> list[dict[str, int]]:
    return [dict(row) for row in here.rows(here.read_parquet([path]))]


def test_the_file_is_not_read_again(here: Engine, tmp_path: Path) -> None:
    path = written(tmp_path, n=[1, 2])
    with here.holding(path):
        table = here.read_parquet([path])
        path.unlink()
        assert here.rows(table.aggregate(n=table.n.sum())) == [{"n": 3}]


def test_a_file_that_changes_is_read_anew(here: Engine, tmp_path: Path) -> None:
    with here.holding(written(tmp_path, n=[1, 2])):
        path = written(tmp_path, n=[5], more=[6])
        assert rows(here, path) == [{"n": 5, "more": 6}]
    assert rows(here, path) == [{"n": 5, "more": 6}]


def test_afterwards_it_is_read_from_disk(here: Engine, tmp_path: Path) -> None:
    path = written(tmp_path, n=[1, 2])
    with here.holding(path), here.holding(path):
        assert len(rows(here, path)) == 2
    assert len(rows(here, path)) == 2


def test_a_file_that_is_not_there_is_told(here: Engine, tmp_path: Path) -> None:
    with pytest.raises(EngineFailure), here.holding(tmp_path / "no.parquet"):
        pass


def test_columns_of_an_earlier_file_of_this_name_are_forgotten(
    here: Engine, tmp_path: Path
) -> None:
    assert rows(here, written(tmp_path, n=[1])) == [{"n": 1}]
    assert rows(here, written(tmp_path, m=[2, 3])) == [{"m": 2}, {"m": 3}]
