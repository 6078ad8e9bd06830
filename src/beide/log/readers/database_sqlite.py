"""SQLite files, opened so that nothing but reading is possible."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from beide.errors import MissingTable
from beide.log.readers._files import check_file, unreadable
from beide.log.readers.database_answer import BATCH, Answer, Values, as_told, too_slow
from beide.log.readers.database_place import Place

_ALLOWED = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
)
_STEPS = 100_000
"""After how many steps of SQLite's own machine the clock is looked at."""


def open_sqlite(path: Path) -> sqlite3.Connection:
    """Open a file to read only, without trusting what its own schema calls.

    Raises ``sqlite3.Error`` when it is not SQLite; use ``explained`` around it.
    """
    found = sqlite3.connect(path.resolve().as_uri() + "?mode=ro", uri=True, isolation_level=None)
    try:
        found.execute("PRAGMA trusted_schema = OFF")
        found.execute("PRAGMA query_only = ON")
        found.execute("PRAGMA cell_size_check = ON")
        found.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error:
        found.close()
        raise
    return found


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says about a file into an error that Beide can tell."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise unreadable(
            path,
            "het is geen SQLite, of het is beschadigd of afgebroken; haal het opnieuw op",
            "it is not SQLite, or it is damaged or cut off; fetch it again",
        ) from error


class Sqlite:
    """Asks an SQLite file."""

    mark = '"'

    def __init__(self, path: Path, place: Place) -> None:
        self._path, self._place = path, place
        with explained(path):
            self._db = open_sqlite(path)
        self._until = time.monotonic() + place.seconds
        self._db.set_progress_handler(lambda: time.monotonic() > self._until, _STEPS)
        self._db.set_authorizer(_only_reading)

    def tables(self) -> list[str]:
        """Return the tables and views."""
        query = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY name"
        with explained(self._path):
            return [str(name) for (name,) in self._db.execute(query) if name[:7] != "sqlite_"]

    @contextmanager
    def ask(self, query: str) -> Iterator[Answer]:
        """Ask one question; as ``Connection.ask``."""
        try:
            found = self._db.execute(query)
            names = [str(each[0]) for each in found.description]
            yield Answer(names=names, rows=self._rows(found))
        except sqlite3.DatabaseError as error:
            raise self._told(error) from error

    @staticmethod
    def _rows(found: sqlite3.Cursor) -> Iterator[Values]:
        while batch := found.fetchmany(BATCH):
            yield from batch

    def _told(self, error: sqlite3.DatabaseError) -> Exception:
        message = str(error)
        if message.startswith("no such table: "):
            table = message.partition(": ")[2]
            tables = ", ".join(self.tables())
            return MissingTable(file=self._place.shown, table=table, tables=tables)
        if message == "interrupted":
            return too_slow(self._place)
        if "malformed" in message or "not a database" in message or "decode" in message:
            with explained(self._path):
                raise error
        return as_told(self._place, message)

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()


@contextmanager
def open_place(place: Place) -> Iterator[Sqlite]:
    """Open the file that an address or a path names."""
    path = Path(place.database)
    check_file(path)
    found = Sqlite(path, place)
    try:
        yield found
    finally:
        found.close()


def _only_reading(action: int, *_: object) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY
