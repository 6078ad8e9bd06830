"""What every engine must make of a Parquet file's values: one and the same text."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from beide.engine import Engine
from beide.errors import UnreadableFile

MOMENT = datetime.fromisoformat("2024-01-31 10:30:00.25")


def texts(engine: Engine, folder: Path, values: object) -> list[object]:
    source, target = folder / "s.parquet", folder / "t.parquet"
    parquet.write_table(pa.table({"a": values}), source)
    engine.parquet_to_text(source, target, columns=1, keep=[0])
    return list(parquet.read_table(target)["c0"].to_pylist())


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, None], ["1", None]),
        ([0.5, 1e20], ["0.5", "1e+20"]),
        (["a", " ", "", "?", " ? "], ["a", None, None, None, None]),
        ([True, False], ["true", "false"]),
        ([date(2024, 1, 31)], ["2024-01-31"]),
        ([MOMENT], ["2024-01-31 10:30:00.25"]),
        ([Decimal("3.50")], ["3.50"]),
        (pa.array([MOMENT], pa.timestamp("ns")), ["2024-01-31 10:30:00.25"]),
        (pa.array([MOMENT], pa.timestamp("us", tz="Asia/Tokyo")), ["2024-01-31 10:30:00.25+00"]),
        (pa.array(["x"]).dictionary_encode(), ["x"]),
    ],
    ids=str,
)
def test_a_value_is_written_so(
    engine: Engine, values: object, expected: list[object], tmp_path: Path
) -> None:
    assert texts(engine, tmp_path, values) == expected


def test_rows_are_counted_in_the_files_order(engine: Engine, tmp_path: Path) -> None:
    source, target = tmp_path / "s.parquet", tmp_path / "t.parquet"
    many = pa.table({"a": range(300_000), "b": ["x"] * 300_000})
    parquet.write_table(many, source, row_group_size=20_000)
    engine.parquet_to_text(source, target, columns=2, keep=[0])
    table = parquet.read_table(target).sort_by("row")
    assert table.column_names == ["row", "c0"]
    assert table["row"].to_pylist() == list(range(300_000))
    assert table["c0"].to_pylist() == [str(number) for number in range(300_000)]


def test_a_damaged_file_is_refused_and_leaves_nothing(engine: Engine, tmp_path: Path) -> None:
    source, target = tmp_path / "s.parquet", tmp_path / "t.parquet"
    source.write_bytes(b"PAR1 no more than this PAR1")
    with pytest.raises(UnreadableFile, match="damaged"):
        engine.parquet_to_text(source, target, columns=1, keep=[0])
    assert not target.exists()
