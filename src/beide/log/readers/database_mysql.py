"""MariaDB and MySQL, asked without buffering, in a transaction that only reads."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from beide.errors import MissingTable
from beide.log.readers.database_answer import (
    BATCH,
    CONNECTING,
    Answer,
    Values,
    as_told,
    no_database,
    not_allowed,
    not_let_in,
    refused,
    too_slow,
    unreachable,
    without_driver,
)
from beide.log.readers.database_place import Place
from beide.log.readers.database_tls import context_of

_NO_TABLE, _NOT_LET_IN, _NOT_ALLOWED = (1146,), (1045, 1698, 1251, 1130), (1142, 1143)
_NO_DATABASE, _TOO_SLOW, _NO_TLS = (1044, 1049), (1969, 3024, 1317), (2026, 3159)
_BROKEN = (2003, 2006, 2013)
_MOMENT = 7
"""The type of a column whose times are of a zone: TIMESTAMP, unlike DATETIME."""


class Mysql:
    """Asks one database over one connection."""

    mark = "`"

    def __init__(self, place: Place, connection: Any) -> None:
        self._place, self._connection = place, connection
        self._run("SET SESSION time_zone = '+00:00'")
        self._run(_limit(connection.get_server_info(), place.seconds))
        self._run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")

    def tables(self) -> list[str]:
        """Return the tables and views that this user may see."""
        return [str(name) for (name,) in self._run("SHOW TABLES")]

    @contextmanager
    def ask(self, query: str) -> Iterator[Answer]:
        """Ask one question; as ``Connection.ask``."""
        import pymysql
        from pymysql.cursors import SSCursor

        cursor = self._connection.cursor(SSCursor)
        try:
            cursor.execute(query)
            told = cursor.description
            moments = [place for place, each in enumerate(told) if each[1] == _MOMENT]
            yield Answer(names=[str(each[0]) for each in told], rows=_rows(cursor, moments))
        except pymysql.Error as error:
            raise self._told(error) from None
        except OSError as error:
            raise unreachable(self._place, error) from None
        finally:
            self._leave(cursor)

    def _leave(self, cursor: Any) -> None:
        """Close a cursor, and the connection too when its answer was not read to the end."""
        answer = self._connection._result  # noqa: SLF001  (pymysql would read on to the end)
        if answer is not None and answer.unbuffered_active:
            _let_go(self._connection)
            answer.unbuffered_active = False
        cursor.close()

    def _run(self, statement: str) -> list[Values]:
        with self._connection.cursor() as cursor:
            cursor.execute(statement)
            return list(cursor.fetchall())

    def _told(self, error: Exception) -> Exception:
        code, message = _code(error)
        if code in _NO_TABLE:
            table = message.partition("'")[2].partition("'")[0].rpartition(".")[2]
            tables = ", ".join(self.tables())
            return MissingTable(file=self._place.shown, table=table or message, tables=tables)
        if code in _NOT_ALLOWED:
            return not_allowed(self._place)
        if code in _BROKEN:
            return unreachable(self._place, OSError())
        return too_slow(self._place) if code in _TOO_SLOW else as_told(self._place, message)


def _limit(version: str, seconds: int) -> str:
    if "mariadb" in version.lower():
        return f"SET SESSION max_statement_time = {seconds}"
    return f"SET SESSION max_execution_time = {seconds * 1000}"


def _rows(cursor: Any, moments: list[int]) -> Iterator[Values]:
    while batch := cursor.fetchmany(BATCH):
        for row in batch:
            yield _in_utc(row, moments) if moments else row


def _in_utc(row: Values, moments: list[int]) -> Values:
    values = list(row)
    for place in moments:
        if isinstance(values[place], datetime):
            values[place] = values[place].replace(tzinfo=UTC)
    return values


@contextmanager
def open_place(place: Place) -> Iterator[Mysql]:
    """Connect, and let go afterwards."""
    try:
        import pymysql
    except ImportError:
        raise without_driver(place) from None
    try:
        found = pymysql.connect(
            host=place.host,
            port=place.port,
            user=place.user or None,
            password=place.password,
            database=place.database,
            unix_socket=place.socket,
            charset="utf8mb4",
            connect_timeout=CONNECTING,
            read_timeout=place.seconds + CONNECTING,
            program_name="beide",
            **_tls(place),
        )
    except pymysql.Error as error:
        raise _refusal(place, error) from None
    except RuntimeError:
        raise _no_tls(place) from None
    try:
        yield Mysql(place, found)
    finally:
        _let_go(found)


def _tls(place: Place) -> dict[str, Any]:
    if place.socket or place.tls == "disable":
        return {"ssl_disabled": True}
    return {} if place.tls == "prefer" else {"ssl": context_of(place)}


def _refusal(place: Place, error: Exception) -> Exception:
    code, message = _code(error)
    if code in _NOT_LET_IN:
        return not_let_in(place)
    if code in _NO_DATABASE:
        return no_database(place)
    if code in _BROKEN:
        cause = getattr(error, "original_exception", None)
        return unreachable(place, cause if isinstance(cause, OSError) else OSError())
    return _no_tls(place) if code in _NO_TLS else as_told(place, message)


def _no_tls(place: Place) -> Exception:
    return refused(
        place,
        "een veilige verbinding (TLS) lukt niet; kijk naar het certificaat van de server of naar "
        "?sslmode=",
        "a secure connection (TLS) fails; look at the server's certificate or at ?sslmode=",
    )


def _code(error: Exception) -> tuple[int, str]:
    args = (*error.args, 0, "")
    return (args[0], str(args[1])) if isinstance(args[0], int) else (0, str(error))


def _let_go(connection: Any) -> None:
    """Close at once: an answer that is read halfway must not be read to its end first."""
    connection._force_close()  # noqa: SLF001  (pymysql's own way to stop an unbuffered answer)
