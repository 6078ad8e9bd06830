"""A question to a database can only read, whatever stands in it."""

import sqlite3
from contextlib import closing

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from beide.errors import WrongOption, WrongQuery
from beide.log.readers.database_place import Place
from beide.log.readers.database_query import quoted, quoted_table, select_of
from tests.fuzz.targets import fuzz_query

PIECES = (
    "SELECT ", "WITH ", "steps", " FROM ", "1", "a", " AS ", "(", ")", ";", "'", '"', "`", "$$",
    "$x$", "''", "\\'", "--", "/*", "*/", "#", "\n", " ", " INTO ", "DELETE FROM steps", "E", "*",
    "DROP TABLE steps", "INSERT INTO steps VALUES (1)", " UPDATE ", " RETURNING 1",
    "ATTACH ':memory:' AS m",
)  # fmt: skip
POSTGRESQL = Place(kind="postgresql", host="h", port=1, database="d")
MYSQL = Place(kind="mysql", host="h", port=1, database="d")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM steps",
        "  select a from b;  ",
        "WITH recent AS (SELECT * FROM steps WHERE at > '2024-01-01') SELECT * FROM recent",
        "SELECT 'delete; -- from' AS \"into\" FROM steps",
        "SELECT replace(a, 'x', 'y') FROM b",
        "SELECT $tag$ ; into ' $tag$",
        "SELECT data #>> '{a}' FROM b",
        "SELECT 'it''s'",
    ],
)
def test_reading_is_fine(query: str) -> None:
    assert select_of(query, place=POSTGRESQL) == query.strip().rstrip(";")


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("", "''"),
        ("DROP TABLE steps", "drop"),
        ("SELECT 1; DROP TABLE steps", "one question"),
        ("SELECT * INTO OUTFILE '/tmp/x' FROM steps", "into"),
        ("WITH gone AS (DELETE FROM steps RETURNING *) SELECT * FROM gone", "delete"),
        ("SELECT * FROM steps FOR UPDATE", "update"),
        ("SELECT 1 /*! INTO OUTFILE 'x' */", "/*"),
        ("SELECT 1 -- '\n; DROP TABLE steps --'", "--"),
        ("SELECT E'\\'' ; DROP TABLE steps --'", "\\\\'"),
        ("SELECT 'open", "never closed"),
        ('SELECT "open', "never closed"),
        ("SELECT a$x$ ; DROP TABLE steps --$x$", "--"),
        ("SELECT a$x$ ; DROP TABLE steps ; $x$", "one question"),
        ("SELECT 'a\x00b'", "x00"),
        ("ATTACH 'other.db' AS o", "attach"),
        ("PRAGMA writable_schema = 1", "pragma"),
    ],
)
def test_anything_else_is_refused(query: str, says: str) -> None:
    with pytest.raises(WrongQuery) as raised:
        select_of(query, place=POSTGRESQL)
    assert says in str(raised.value)
    assert raised.value.in_language("nl") != raised.value.in_language("en")


def test_a_hash_begins_a_comment_in_mysql_only() -> None:
    with pytest.raises(WrongQuery, match="#"):
        select_of("SELECT 1 # '\n INTO OUTFILE 'x'", place=MYSQL)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("WITH n AS (SELECT 1) SELECT * FROM n")
@settings(max_examples=300)
def test_what_is_taken_for_a_question_changes_nothing(query: str) -> None:
    fuzz_query(query.encode())


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1))
def test_a_quoted_name_is_one_name_whatever_it_holds(name: str) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f"CREATE TABLE t ({quoted(name)} TEXT)")
        assert [each[1] for each in db.execute("PRAGMA table_info(t)")] == [name]


def test_a_table_may_have_a_schema_before_a_point() -> None:
    assert quoted_table("winkel.stap`pen", "`") == "`winkel`.`stap``pen`"


@pytest.mark.parametrize("table", ["", ".", "a.", "a.b.c.d", "a\x00b"])
def test_what_is_no_name_of_a_table_is_refused(table: str) -> None:
    with pytest.raises(WrongOption, match=r"shop\.steps"):
        quoted_table(table, '"')
