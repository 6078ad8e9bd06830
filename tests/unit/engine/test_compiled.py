"""SQL that is kept: the answer is about the tables that were asked, never about earlier ones."""

from collections.abc import Iterator
from pathlib import Path

import ibis
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from beide.engine import Engine, Table, temporary


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    spill = tmp_path / "spill"
    spill.mkdir()
    with temporary(spill) as made:
        yield made


def table(engine: Engine, folder: Path, name: str, numbers: list[int]) -> Table:
    target = folder / f"{name}.parquet"
    parquet.write_table(pa.table({"n": pa.array(numbers, pa.int64())}), target)
    return engine.read_parquet([target])


def total(engine: Engine, asked: Table) -> int:
    return int(engine.rows(asked.aggregate(total=asked.n.sum()))[0]["total"])


def test_the_same_question_of_another_table_has_its_own_answer(
    engine: Engine, tmp_path: Path
) -> None:
    assert total(engine, table(engine, tmp_path, "one", [1, 2])) == 3
    assert total(engine, table(engine, tmp_path, "other", [10, 20])) == 30


def test_each_table_of_a_join_keeps_its_place(engine: Engine, tmp_path: Path) -> None:
    small, large = table(engine, tmp_path, "small", [1]), table(engine, tmp_path, "large", [1, 2])

    def left_out(one: Table, other: Table) -> list[int]:
        return engine.values(one.anti_join(other, "n").order_by("n"), "n")

    assert left_out(large, small) == [2]
    assert left_out(small, large) == []
    assert left_out(small, small) == []
    assert left_out(large, small) == [2]


@pytest.mark.parametrize("value", [1, True, 1.0, "1", 2])
def test_values_that_are_equal_in_python_stay_apart(
    engine: Engine, tmp_path: Path, value: object
) -> None:
    asked = table(engine, tmp_path, "any", [0]).select(found=ibis.literal(value))
    found = engine.rows(asked)[0]["found"]
    assert (found, type(found)) == (value, type(value))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=st.lists(st.integers(0, 9), min_size=1, max_size=8), least=st.integers(0, 9))
def test_what_is_asked_for_is_part_of_the_question(
    engine: Engine, tmp_path: Path, numbers: list[int], least: int
) -> None:
    asked = table(engine, tmp_path, "-".join(map(str, numbers)), numbers)
    found = engine.values(asked.filter(asked.n >= least).order_by("n"), "n")
    assert found == sorted(number for number in numbers if number >= least)


def test_a_table_in_memory_is_never_another_one(engine: Engine, tmp_path: Path) -> None:
    on_disk = table(engine, tmp_path, "disk", [1, 2, 3])
    for days in ([1], [2, 3]):
        held = ibis.memtable(pa.table({"n": pa.array(days, pa.int64())}))
        assert engine.values(on_disk.semi_join(held, "n").order_by("n"), "n") == days


def test_a_long_chain_of_conditions_is_no_problem(engine: Engine, tmp_path: Path) -> None:
    asked = table(engine, tmp_path, "chain", [5, 500])
    inside = ibis.literal(value=False)
    for number in range(400):
        inside = inside | (asked.n == number)
    assert total(engine, asked.filter(inside)) == 5
