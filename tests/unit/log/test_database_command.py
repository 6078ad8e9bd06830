"""``beide log read`` takes databases and object-centric logs like any other source."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from beide.cli import cli
from tests.unit.log.made_ocel import Made, write


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE steps (order_id TEXT, step TEXT, finished TEXT)")
        made = [(str(n // 2), "ab"[n % 2], f"2024-01-{n + 1:02} 10:00") for n in range(20)]
        db.executemany("INSERT INTO steps VALUES (?, ?, ?)", made)
        db.commit()
    return path


def run(*command: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli, ["log", "read", *command, "--language", "en"])
    return result.exit_code, result.stdout, result.stderr


def test_the_columns_of_a_table_are_guessed(shop: Path) -> None:
    code, told, guessed = run(str(shop), "--table", "steps", "--json")
    assert code == 0, guessed
    assert json.loads(told)["cases"] == 10
    assert "order_id" in guessed


def test_an_address_is_a_source(shop: Path) -> None:
    columns = ("--case", "order_id", "--activity", "step", "--time", "finished")
    query = "SELECT * FROM steps WHERE step = 'a'"
    code, told, wrong = run(f"sqlite:///{shop}", "--query", query, "--json", *columns)
    assert code == 0, wrong
    assert json.loads(told)["events"] == 10


def test_what_is_missing_is_told_without_a_traceback(shop: Path) -> None:
    code, told, wrong = run(str(shop))
    assert (code, told) == (2, "")
    assert "Its tables are: steps" in wrong


def test_a_password_is_not_repeated() -> None:
    code, told, wrong = run("postgresql://ann:geheim@127.0.0.1:1/shop", "--table", "steps")
    assert code != 0
    assert "No connection to postgresql://127.0.0.1:1/shop" in wrong
    assert "geheim" not in told + wrong


@pytest.mark.parametrize("form", [".json", ".xml", ".sqlite"])
def test_an_object_centric_log_needs_its_type_and_nothing_else(form: str, tmp_path: Path) -> None:
    made = Made(
        objects=[("o1", "order", {}), ("i1", "item", {})],
        events=[("e1", "place", "2024-01-01T10:00:00Z", {}, ["o1", "i1"])],
    )
    path = write(made, tmp_path / f"made{form}")
    code, told, wrong = run(str(path), "--object-type", "order", "--json")
    assert code == 0, wrong
    assert json.loads(told)["cases"] == 1
    assert "item (1), order (1)" in run(str(path))[2]
