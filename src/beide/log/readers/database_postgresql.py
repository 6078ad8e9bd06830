"""PostgreSQL, asked through a cursor on the server, in a transaction that only reads."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
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

_TABLES = """
    SELECT CASE WHEN table_schema = 'public' THEN table_name
                ELSE table_schema || '.' || table_name END
    FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
    ORDER BY 1
"""
_NO_TABLE, _NOT_ALLOWED, _TOO_SLOW, _NO_DATABASE = "42P01", "42501", "57014", "3D000"
_NOT_LET_IN = ("28P01", "28000")


class Postgresql:
    """Asks one database over one connection."""

    mark = '"'

    def __init__(self, place: Place, connection: Any) -> None:
        self._place, self._connection = place, connection
        self._cursor = connection.cursor()
        connection.autocommit = True
        self._run("SET default_transaction_read_only = on")
        self._run("SET TimeZone = 'UTC'")
        self._run(f"SET statement_timeout = {place.seconds * 1000}")
        self._run("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def tables(self) -> list[str]:
        """Return the tables and views that this user may see."""
        return [str(name) for (name,) in self._run(_TABLES)]

    @contextmanager
    def ask(self, query: str) -> Iterator[Answer]:
        """Ask one question; as ``Connection.ask``."""
        with self._explained():
            self._run("SAVEPOINT asked")
            self._run(f"DECLARE asked NO SCROLL CURSOR FOR {query}")
            first = self._fetch()
            names = [str(each[0]) for each in self._cursor.description]
            yield Answer(names=names, rows=self._rows(first))
            self._run("CLOSE asked")

    def _rows(self, batch: list[Values]) -> Iterator[Values]:
        while batch:
            yield from batch
            batch = self._fetch()

    def _fetch(self) -> list[Values]:
        return self._run(f"FETCH FORWARD {BATCH} FROM asked")

    def _run(self, statement: str) -> list[Values]:
        self._cursor.execute(statement)
        found: list[Values] = self._cursor.fetchall() if self._cursor.description else []
        return found

    @contextmanager
    def _explained(self) -> Iterator[None]:
        from pg8000 import DatabaseError, InterfaceError

        try:
            yield
        except DatabaseError as error:
            raise self._told(error) from None
        except (InterfaceError, OSError) as error:
            raise unreachable(self._place, _cause(error)) from None

    def _told(self, error: Exception) -> Exception:
        code, message = _code(error)
        if code == _NO_TABLE:
            self._run("ROLLBACK TO SAVEPOINT asked")
            table = message.partition('"')[2].partition('"')[0] or message
            tables = ", ".join(self.tables())
            return MissingTable(file=self._place.shown, table=table, tables=tables)
        if code == _NOT_ALLOWED:
            return not_allowed(self._place)
        return too_slow(self._place) if code == _TOO_SLOW else as_told(self._place, message)


@contextmanager
def open_place(place: Place) -> Iterator[Postgresql]:
    """Connect, and let go afterwards."""
    try:
        from pg8000 import DatabaseError, InterfaceError, dbapi
    except ImportError:
        raise without_driver(place) from None
    try:
        wire = None if place.socket else _wire(place)
        found = dbapi.connect(
            user=place.user,
            password=place.password or None,
            database=place.database,
            host=place.host,
            sock=wire,
            unix_sock=f"{place.socket}/.s.PGSQL.{place.port}" if place.socket else None,
            ssl_context=False if place.socket else _tls(place),
            application_name="beide",
        )
    except DatabaseError as error:
        raise _refusal(place, error) from None
    except ssl.SSLError:
        raise _no_tls(place) from None
    except (InterfaceError, OSError) as error:
        raise _no_tls(place) if "SSL" in str(error) else unreachable(place, _cause(error)) from None
    try:
        yield Postgresql(place, found)
    finally:
        _let_go(found)


def _wire(place: Place) -> socket.socket:
    """Return a connection that is made quickly or not, and then may be silent for longer."""
    wire = socket.create_connection((place.host, place.port), timeout=CONNECTING)
    wire.settimeout(place.seconds + CONNECTING)
    return wire


def _tls(place: Place) -> ssl.SSLContext | bool | None:
    if place.tls == "prefer":
        return None
    return False if place.tls == "disable" else context_of(place)


def _refusal(place: Place, error: Exception) -> Exception:
    code, message = _code(error)
    if code in _NOT_LET_IN:
        return not_let_in(place)
    return no_database(place) if code == _NO_DATABASE else as_told(place, message)


def _no_tls(place: Place) -> Exception:
    return refused(
        place,
        "een veilige verbinding (TLS) lukt niet; kijk naar het certificaat van de server of naar "
        "?sslmode=",
        "a secure connection (TLS) fails; look at the server's certificate or at ?sslmode=",
    )


def _code(error: Exception) -> tuple[str, str]:
    told = error.args[0] if error.args and isinstance(error.args[0], dict) else {}
    return str(told.get("C", "")), str(told.get("M", error))


def _cause(error: BaseException) -> OSError:
    """Return what the network said, which the driver may have put in words of its own."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, OSError):
            return seen
        seen = seen.__cause__ or seen.__context__
    return OSError()


def _let_go(connection: Any) -> None:
    from pg8000 import InterfaceError

    try:
        connection.close()
    except (InterfaceError, OSError):
        return
