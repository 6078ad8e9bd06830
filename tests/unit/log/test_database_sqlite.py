"""SQLite files: a table or a question, opened so that nothing can be written."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from beide import log
from beide.errors import (
    BeideError,
    MissingTable,
    TableNeeded,
    TooLittleData,
    UnreadableFile,
    WrongOption,
    WrongQuery,
)
from beide.log.readers import database, database_sqlite
from beide.log.readers.database_place import Place
from tests.unit.log.data import PLAIN, rows, write_csv

KEY = b"a key for tests"
STEPS: list[tuple[object, ...]] = [
    ("7", "weigh", "2024-01-31 10:00"),
    ("7", "send", "2024-02-01 10:00"),
    ("8", "weigh", "2024-02-02 10:00"),
]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    path = tmp_path / "shop.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute('CREATE TABLE steps ("case" TEXT, activity TEXT, time TEXT, photo BLOB)')
        db.executemany("INSERT INTO steps VALUES (?, ?, ?, X'00')", STEPS)
        db.execute('CREATE TABLE empty ("case", activity, time)')
        endless = "WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n)"
        columns = 'count(*) AS "case", 1 AS activity, 1 AS time'
        db.execute(f"CREATE VIEW endless AS {endless} SELECT {columns} FROM n")
        db.commit()
    return path


def test_it_is_the_same_log_as_from_text(shop: Path, tmp_path: Path) -> None:
    text = write_csv(tmp_path / "t.csv", [("case", "activity", "time"), *STEPS])
    expected = log.read(text, columns=PLAIN, key=KEY)
    ways: list[tuple[str | Path, dict[str, Any]]] = [
        (shop, {"table": "steps"}),
        (f"sqlite:///{shop}", {"table": "steps"}),
        (shop, {"query": "SELECT * FROM steps ORDER BY time"}),
    ]
    for source, asked in ways:
        found = log.read(source, columns=PLAIN, key=KEY, **asked)
        assert rows(found, "events") == rows(expected, "events")
        assert rows(found, "cases") == rows(expected, "cases")


def test_the_log_does_not_say_where_it_came_from(shop: Path) -> None:
    found = log.read(shop, columns=PLAIN, table="steps")
    assert found.about.source == "shop.db: steps"
    assert str(shop.parent) not in (found.path / "about.json").read_text()


@pytest.mark.parametrize(
    ("asked", "error", "says"),
    [
        ({}, TableNeeded, "empty, endless, steps"),
        (
            {"table": "stappen"},
            MissingTable,
            "'stappen' that you may see. Its tables are: empty, endless, steps",
        ),
        ({"table": "steps", "query": "SELECT 1"}, WrongOption, "table is named already"),
        ({"query": "DELETE FROM steps"}, WrongQuery, "delete"),
        ({"query": "SELECT wat FROM steps"}, WrongQuery, "no such column: wat"),
        ({"query": "SELECT load_extension('x')"}, WrongQuery, "the database says"),
        ({"table": "empty"}, TooLittleData, "shop.db: empty"),
    ],
    ids=["nothing", "absent", "both", "delete", "column", "extension", "empty"],
)
def test_what_cannot_be_read_is_told(
    asked: dict[str, Any], error: type[BeideError], says: str, shop: Path
) -> None:
    before = shop.read_bytes()
    with pytest.raises(error) as raised:
        log.read(shop, columns=PLAIN, **asked)
    assert says in str(raised.value)
    assert shop.read_bytes() == before


def test_bytes_cannot_be_a_column_and_are_left_out_otherwise(shop: Path) -> None:
    columns = log.Columns(case="case", activity="activity", time="time", attributes=None)
    assert log.read(shop, columns=columns, table="steps").about.dropped.columns["photo"] == "nested"
    asked = log.Columns(case="case", activity="activity", time="time", attributes=("photo",))
    with pytest.raises(UnreadableFile, match="'photo'"):
        log.read(shop, columns=asked, table="steps")


def test_a_question_without_an_end_is_stopped(
    shop: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("time.monotonic", iter(range(0, 9**9, 30)).__next__)
    place = Place(kind="sqlite", database=str(shop), seconds=60)
    asked = database.Asked(table="endless")
    with pytest.raises(WrongQuery, match="longer than 60 seconds"):
        database.read_database(place, tmp_path, columns=PLAIN, asked=asked, told=lambda _: None)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO steps VALUES (1, 2, 3, 4)",
        "ATTACH ':memory:' AS other",
        "PRAGMA query_only = OFF",
        "CREATE TEMP TABLE t (a)",
    ],
)
def test_the_file_itself_is_opened_to_read_only(statement: str, shop: Path) -> None:
    place = Place(kind="sqlite", database=str(shop))
    with database_sqlite.open_place(place) as found, pytest.raises(sqlite3.DatabaseError):
        found._db.execute(statement)


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\x00" + b"\xff" * 200])
def test_what_is_no_sqlite_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)
    for table in (None, "steps"):
        with pytest.raises(UnreadableFile, match=r"x\.db"):
            log.read(path, columns=PLAIN, table=table)
    assert [each.name for each in tmp_path.iterdir()] == ["x.db"]


def test_a_file_that_is_cut_off_is_told(shop: Path) -> None:
    shop.write_bytes(shop.read_bytes()[:5000])
    with pytest.raises(UnreadableFile, match="cut off"):
        log.read(shop, columns=PLAIN, table="steps")
