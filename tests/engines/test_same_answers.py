"""What every engine must answer alike."""

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from beide.engine import Engine
from beide.errors import UnreadableFile


def copy(engine: Engine, folder: Path, text: str, *, columns: int, keep: list[int]) -> list[object]:
    source, target = folder / "t.csv", folder / "t.parquet"
    source.write_text(text, encoding="utf-8", newline="")
    engine.text_to_parquet(source, target, columns=columns, keep=keep, delimiter=";")
    return [dict(row) for row in parquet.read_table(target).to_pylist()]


def test_text_keeps_its_order_and_stays_text(engine: Engine, tmp_path: Path) -> None:
    text = "x;y\n" + "".join(f"0{number};b\n" for number in range(50_000))
    found = copy(engine, tmp_path, text, columns=2, keep=[0])
    assert found == [{"row": number, "c0": f"0{number}"} for number in range(50_000)]


def test_missing_text_is_null_and_quotes_are_taken_off(engine: Engine, tmp_path: Path) -> None:
    found = copy(engine, tmp_path, 'x;y\n?;"a;""b"""\n;c\n', columns=2, keep=[1, 0])
    assert found == [{"row": 0, "c1": 'a;"b"', "c0": None}, {"row": 1, "c1": "c", "c0": None}]


def test_a_row_that_does_not_fit_is_refused_and_leaves_nothing(
    engine: Engine, tmp_path: Path
) -> None:
    with pytest.raises(UnreadableFile):
        copy(engine, tmp_path, "x;y\n1\n", columns=2, keep=[0])
    assert not (tmp_path / "t.parquet").exists()


def test_files_with_other_columns_become_one_table(engine: Engine, tmp_path: Path) -> None:
    parquet.write_table(pa.table({"a": [1], "b": ["x"]}), tmp_path / "1.parquet")
    parquet.write_table(pa.table({"b": ["y"], "c": [2]}), tmp_path / "2.parquet")
    table = engine.read_parquet([tmp_path / "1.parquet", tmp_path / "2.parquet"])
    assert engine.rows(table.order_by("b")) == [
        {"a": 1, "b": "x", "c": None},
        {"a": None, "b": "y", "c": 2},
    ]


def test_a_file_that_was_replaced_is_read_anew(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "1.parquet"
    for content in ({"a": [1]}, {"b": ["x"], "c": [2]}):
        parquet.write_table(pa.table(content), path)
        table = engine.read_parquet([path])
        assert engine.rows(table) == pa.table(content).to_pylist()


def test_what_is_written_is_in_the_order_asked(engine: Engine, tmp_path: Path) -> None:
    parquet.write_table(pa.table({"a": [3, 1, 2]}), tmp_path / "1.parquet")
    table = engine.read_parquet([tmp_path / "1.parquet"])
    engine.write_parquet(table.order_by("a"), tmp_path / "2.parquet")
    assert parquet.read_table(tmp_path / "2.parquet")["a"].to_pylist() == [1, 2, 3]
    assert engine.values(table.order_by("a"), "a") == [1, 2, 3]


def test_text_is_compared_by_code_point(engine: Engine, tmp_path: Path) -> None:
    parquet.write_table(pa.table({"a": ["é", "z", "B", "a"]}), tmp_path / "1.parquet")
    table = engine.read_parquet([tmp_path / "1.parquet"])
    assert engine.values(table.order_by("a"), "a") == ["B", "a", "z", "é"]


def test_quantiles_lie_between_the_two_nearest_values(engine: Engine, tmp_path: Path) -> None:
    parquet.write_table(pa.table({"a": [0, 10, 20, 40]}), tmp_path / "1.parquet")
    table = engine.read_parquet([tmp_path / "1.parquet"])
    assert engine.rows(table.aggregate(q=table.a.quantile(0.9))) == [{"q": pytest.approx(34)}]


def test_weeks_begin_on_monday(engine: Engine, tmp_path: Path) -> None:
    days = pa.array(["2024-01-07 23:59", "2024-01-08 00:00"])
    parquet.write_table(pa.table({"a": days}), tmp_path / "1.parquet")
    table = engine.read_parquet([tmp_path / "1.parquet"])
    weeks = table.select(week=table.a.cast("timestamp(6)").truncate("W")).order_by("week")
    assert [str(week.date()) for week in engine.values(weeks, "week")] == [
        "2024-01-01",
        "2024-01-08",
    ]
