"""PostgreSQL and MariaDB: a table or a question, read in batches, and nothing but read."""

import os
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet

from beide import log
from beide.engine import default
from beide.errors import (
    MissingColumn,
    MissingTable,
    NoConnection,
    TableNeeded,
    TooLittleData,
    UnreadableFile,
    WrongQuery,
)
from beide.log import Columns
from beide.log._kinds import How, read_source
from beide.log.readers import database
from beide.log.readers._source import Source
from beide.log.readers.database import Asked
from beide.log.readers.database_place import place_of
from tests.unit.log.data import PLAIN
from tools.servers import NoServer, Server, mariadb, postgresql

SECRET = "geheim/5%@"
WRITTEN = "geheim%2F5%25%40"
ROWS: list[tuple[Any, ...]] = [
    ("7", "weigh", "2024-01-31 10:00:00", Decimal("12.50"), True, "depot"),
    ("7", "send", "2024-02-01 09:30:15", None, False, "?"),
    ("8", "weigh", "2024-02-02 00:00:00", Decimal("0.25"), None, "winkel é"),
]
COLUMNS = Columns(
    case="case", activity="activity", time="time", role="team", attributes=("cost", "urgent")
)


@pytest.fixture(scope="module", params=["postgresql", "mariadb"])
def server(request: pytest.FixtureRequest) -> Iterator[Server]:
    run = {"postgresql": postgresql, "mariadb": mariadb}[request.param]
    try:
        with run() as found:
            _fill(found)
            yield found
    except NoServer as error:
        if os.environ.get("CI") == "true":
            pytest.fail(str(error))
        pytest.skip(str(error))


_STEPS = """
    CREATE TABLE steps ("case" VARCHAR(9), activity VARCHAR(9), "time" TIMESTAMP NULL,
                        cost NUMERIC(9, 2), urgent BOOLEAN, team VARCHAR(9))
"""


def _fill(server: Server) -> None:
    """Make a database ``shop``, and a user who may read all of it but nothing else."""
    postgres = server.kind == "postgresql"
    steps = [", ".join(_literal(value) for value in row) for row in ROWS]
    many = "generate_series(1, 90000) AS n" if postgres else "seq AS n FROM seq_1_to_90000"
    administer(server, "admin", ["CREATE DATABASE shop"])
    made = [
        _STEPS if postgres else _STEPS.replace('"', "`"),
        *(f"INSERT INTO steps VALUES ({values})" for values in steps),
        f"CREATE TABLE many AS SELECT {many}",
        "CREATE TABLE empty (a INT)",
        "CREATE SCHEMA private",
        "CREATE TABLE private.hidden (a INT)",
    ]
    reader = [f"CREATE USER reader PASSWORD '{SECRET}'"]
    reader += ["GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"]
    reader += ["GRANT USAGE ON SCHEMA private TO reader"]
    if not postgres:
        reader = [f"CREATE USER reader@'%' IDENTIFIED BY '{SECRET}'"]
        reader += ["GRANT SELECT ON shop.* TO reader@'%'"]
    administer(server, "shop", [*made, *reader])


def _literal(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return {None: "NULL", True: "TRUE", False: "FALSE"}[value]
    return str(value) if isinstance(value, Decimal) else f"'{value}'"


def administer(server: Server, name: str, statements: list[str]) -> None:
    """Run statements as the administrator."""
    connection: Any
    if server.kind == "postgresql":
        from pg8000 import dbapi

        name = "postgres" if name == "admin" else name
        connection = dbapi.connect(
            server.user, host=server.host, port=server.port, password=server.password, database=name
        )
        connection.autocommit = True
    else:
        import pymysql

        connection = pymysql.connect(
            host=server.host,
            port=server.port,
            user=server.user,
            password=server.password,
            database="mysql" if name == "admin" else name,
            init_command="SET time_zone = '+00:00'",
            autocommit=True,
        )
    cursor = connection.cursor()
    for each in statements:
        cursor.execute(each)
    connection.close()


def address(server: Server, *, password: str = WRITTEN, database: str = "shop") -> str:
    return server.address(database, user="reader", password=password)


def source(
    server: Server,
    work: Path,
    *,
    columns: Columns | None = PLAIN,
    extra: str = "",
    told: Any = lambda _: None,
    **asked: Any,
) -> Source:
    how = How(columns=columns, address=address(server) + extra, **asked)
    return read_source("database", Path(), work, default(), how, told)


def values(found: Source) -> list[tuple[str | None, ...]]:
    """Return what was read, in the order of the columns of ``ROWS``."""
    names = ("case", "activity", "time", "cost", "urgent", "team")
    fields = [found.fields[name] for name in names]
    return [
        tuple(row[field] for field in fields)
        for part in found.parts
        for row in parquet.read_table(part).to_pylist()
    ]


def test_a_table_is_read_as_it_stands(server: Server, tmp_path: Path) -> None:
    found = source(server, tmp_path, columns=COLUMNS, table="steps")
    zone, yes, no = ("", "true", "false") if server.kind == "postgresql" else ("+00:00", "1", "0")
    assert values(found) == [
        ("7", "weigh", f"2024-01-31 10:00:00{zone}", "12.50", yes, "depot"),
        ("7", "send", f"2024-02-01 09:30:15{zone}", None, no, None),
        ("8", "weigh", f"2024-02-02 00:00:00{zone}", "0.25", None, "winkel é"),
    ]
    assert found.name == "shop: steps"


def test_the_answer_to_a_question_is_the_same(server: Server, tmp_path: Path) -> None:
    table = source(server, tmp_path, columns=COLUMNS, table="steps")
    told = values(table)
    query = "SELECT * FROM steps WHERE activity <> ';' ORDER BY 3;"
    assert values(source(server, tmp_path, columns=COLUMNS, query=query)) == told


def test_the_columns_are_guessed_from_the_first_rows(server: Server) -> None:
    names, rows = database.look(place_of(address(server)), Asked(table="steps"))
    assert names == ["case", "activity", "time", "cost", "urgent", "team"]
    assert [row[1] for row in rows] == ["weigh", "send", "weigh"]


def test_looking_does_not_wait_for_a_long_answer(server: Server) -> None:
    names, rows = database.look(place_of(address(server)), Asked(query="SELECT n FROM many"))
    assert (names, len(rows)) == (["n"], 1000)


def test_a_long_answer_comes_in_batches_and_can_be_stopped(server: Server, tmp_path: Path) -> None:
    columns = Columns(case="n", activity="n", time="n")
    found = source(server, tmp_path, columns=columns, table="many")
    assert sum(parquet.read_metadata(part).num_rows for part in found.parts) == 90_000
    assert len(found.parts) == 2

    def stop(_: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        source(server, tmp_path, columns=columns, table="many", told=stop)


@pytest.mark.parametrize(
    ("asked", "error", "says"),
    [
        ({}, TableNeeded, "empty, many, steps"),
        ({"table": "stappen"}, MissingTable, "'stappen'"),
        ({"query": "SELECT 1 AS a"}, MissingColumn, "'case'"),
        ({"query": "SELECT wat FROM steps"}, WrongQuery, "wat"),
        ({"query": "SELEC 1"}, WrongQuery, "selec"),
        ({"query": "DELETE FROM steps"}, WrongQuery, "delete"),
        ({"table": "private.hidden"}, WrongQuery, "may not read"),
    ],
    ids=["nothing", "table", "column", "name", "syntax", "delete", "rights"],
)
def test_what_cannot_be_read_is_told(
    server: Server,
    asked: dict[str, Any],
    error: type[Exception],
    says: str,
    tmp_path: Path,
) -> None:
    with pytest.raises(error) as raised:
        source(server, tmp_path, **asked)
    assert says in str(raised.value)
    assert SECRET not in repr(raised.value)


def test_an_empty_table_holds_no_events(server: Server, tmp_path: Path) -> None:
    columns = Columns(case="a", activity="a", time="a")
    with pytest.raises(TooLittleData, match="shop: empty"):
        log.read(address(server), table="empty", columns=columns)


@pytest.mark.parametrize("way", ["password", "database", "port", "host"])
def test_a_database_that_does_not_let_us_in_is_told(server: Server, way: str) -> None:
    given = {
        "password": address(server, password="wrong"),
        "database": address(server, database="winkel"),
        "port": address(server).replace(f":{server.port}/", ":1/"),
        "host": address(server).replace(server.host, "nowhere.invalid"),
    }[way]
    says = {
        "password": "the password is wrong",
        "database": "'winkel'",
        "port": "host and the port",
        "host": "'nowhere.invalid' was not found",
    }[way]
    with pytest.raises(NoConnection) as raised:
        database.look(place_of(given), Asked(table="steps"))
    assert says in str(raised.value)
    for secret in ("wrong@", SECRET, WRITTEN, "reader"):
        assert secret not in str(raised.value)


def test_a_question_may_not_take_longer_than_was_said(server: Server, tmp_path: Path) -> None:
    sleep = "pg_sleep(20)::text" if server.kind == "postgresql" else "SLEEP(20)"
    columns = Columns(case="a", activity="a", time="a")
    query = f"SELECT {sleep} AS a"
    with pytest.raises(WrongQuery, match="longer than 1 seconds"):
        source(server, tmp_path, columns=columns, extra="?timeout=1", query=query)


def test_the_connection_itself_cannot_write(server: Server) -> None:
    place = place_of(server.address("shop"))
    with database._open(place) as connection:
        run: Any = connection
        with pytest.raises(Exception, match=r"(?i)read.only"):
            run._run("INSERT INTO empty VALUES (1)")


def test_lists_cannot_be_a_column_and_are_left_out_otherwise(
    server: Server, tmp_path: Path
) -> None:
    deep = "ARRAY[1, 2]" if server.kind == "postgresql" else "X'0001'"
    query = f"SELECT 1 AS a, 2 AS b, 3 AS c, {deep} AS d"
    plain = Columns(case="a", activity="b", time="c", attributes=None)
    assert source(server, tmp_path, columns=plain, query=query).dropped == {"d": "nested"}
    with pytest.raises(UnreadableFile, match="'d'"):
        source(
            server,
            tmp_path,
            columns=Columns(case="a", activity="b", time="c", role="d"),
            query=query,
        )


def test_times_of_a_zone_say_so(server: Server, tmp_path: Path) -> None:
    kind = "TIMESTAMPTZ '2024-01-31 10:00:00+02'" if server.kind == "postgresql" else "time"
    query = f"SELECT 1 AS a, 2 AS b, {kind} AS c FROM steps ORDER BY cost"
    columns = Columns(case="a", activity="b", time="c")
    found = source(server, tmp_path, columns=columns, query=query)
    times = parquet.read_table(found.parts[0])[found.fields["c"]].to_pylist()
    assert all(datetime.fromisoformat(each).utcoffset() is not None for each in times)
