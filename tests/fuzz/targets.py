"""Readers as functions of bytes: they read, or raise an error that Beide can tell. Nothing else."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from pyarrow import parquet

from beide import log
from beide.engine import default
from beide.errors import BeideError
from beide.log import Columns, privacy
from beide.log.privacy import FoundRoles
from beide.log.readers._source import Source
from beide.log.readers.csv import read_csv
from beide.log.readers.database_place import Place, place_of
from beide.log.readers.database_query import quoted, select_of
from beide.log.readers.ocel import read_ocel
from beide.log.readers.xes import read_xes

COLUMNS = Columns(case="case", activity="activity", time="time", attributes=None)
SECRET = "geheim"


def fuzz_csv(data: bytes) -> None:
    """Read bytes as a CSV file, with the names of its columns known."""
    with _file("x.csv", data) as (path, work):
        _check(
            lambda: read_csv(
                path, work, engine=default(), columns=COLUMNS, delimiter=None, told=_nothing
            )
        )


def fuzz_xes(data: bytes) -> None:
    """Read bytes as XES."""
    with _file("x.xes", data) as (path, work):
        _check(lambda: read_xes(path, work, columns=None, told=_nothing))


def fuzz_ocel_json(data: bytes) -> None:
    """Read bytes as OCEL in JSON, as each type of object that there is."""
    with _file("x.json", data) as (path, work):
        _check(lambda: read_ocel(path, work, columns=None, object_type="o", told=_nothing))


def fuzz_ocel_xml(data: bytes) -> None:
    """Read bytes as OCEL in XML."""
    with _file("x.xml", data) as (path, work):
        _check(lambda: read_ocel(path, work, columns=None, object_type="o", told=_nothing))


def fuzz_ocel_sqlite(data: bytes) -> None:
    """Read bytes as OCEL in SQLite."""
    with _file("x.sqlite", data) as (path, work):
        _check(lambda: read_ocel(path, work, columns=None, object_type="o", told=_nothing))


def fuzz_log(data: bytes) -> None:
    """Read bytes all the way to a log, which is there whole or not at all.

    The first byte says which kind of file it is, and whether people become roles.
    """
    kind, rest = (data[0] if data else 0), data[1:]
    name = ("x.csv", "x.xes", "x.json", "x.xml")[kind % 4]
    roles = FoundRoles() if kind & 4 and name != "x.csv" else None
    with _file(name, rest) as (path, work):
        target = work / "x.log"
        columns = COLUMNS if name == "x.csv" else None
        try:
            found = log.read(
                path, into=target, columns=columns, object_type="o" if kind % 4 > 1 else None,
                roles=roles, key=b"k", on_missing="drop" if kind & 8 else "refuse",
            )  # fmt: skip
        except BeideError as error:
            told, left = str(error), sorted(work.iterdir())
        else:
            assert log.open(target).about == found.about
            assert privacy.report(found).text.nl
            return
        assert told
        assert left == []


def fuzz_query(data: bytes) -> None:
    """Ask a database what was taken for a question, with all rights: it must stay as it is."""
    place = Place(kind="sqlite", database="x")
    try:
        query = select_of(data.decode("utf-8", "replace"), place=place)
    except BeideError:
        return
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("CREATE TABLE steps (a)")
        before = "\n".join(db.iterdump()), db.total_changes
        db.set_progress_handler(lambda: 1, 10_000)
        try:
            db.execute(query).fetchmany(10)
        except (sqlite3.Error, sqlite3.Warning, UnicodeError):
            return
        assert before == ("\n".join(db.iterdump()), db.total_changes), query


def fuzz_address(data: bytes) -> None:
    """Read an address with a password in it, which no error and no description may repeat."""
    text = data.decode("utf-8", "replace").replace(SECRET, "")
    address = f"postgresql://ann:{SECRET}{text}"
    try:
        place = place_of(address)
        told = repr(place)
        if SECRET in place.password:
            told += place.shown
    except BeideError as error:
        told = f"{error!r}{error.in_language('nl')}"
    assert SECRET not in told, told


def fuzz_name(data: bytes) -> None:
    """Quote a name: it has to be one column of that name."""
    name = data.decode("utf-8", "replace").replace("\0", "") or "a"
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f"CREATE TABLE t ({quoted(name)} TEXT)")
        assert [each[1] for each in db.execute("PRAGMA table_info(t)")] == [name]


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "csv": fuzz_csv,
    "xes": fuzz_xes,
    "ocel_json": fuzz_ocel_json,
    "ocel_xml": fuzz_ocel_xml,
    "ocel_sqlite": fuzz_ocel_sqlite,
    "log": fuzz_log,
    "query": fuzz_query,
    "address": fuzz_address,
    "name": fuzz_name,
}


def _nothing(_: float) -> None:
    return None


@contextmanager
def _file(name: str, data: bytes) -> Iterator[tuple[Path, Path]]:
    """Give a file with these bytes, and a folder to work in."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        work = Path(folder) / "work"
        work.mkdir()
        yield path, work


def _check(read: Callable[[], Source]) -> None:
    """Read; what comes of it is a whole source, or an error in two languages."""
    try:
        found = read()
    except BeideError as error:
        told = [error.in_language("nl"), error.in_language("en")]
    else:
        _hold(found)
        return
    assert all(told)


def _hold(found: Source) -> None:
    rows = 0
    for part in found.parts:
        table = parquet.read_table(part)
        assert table["row"].to_pylist() == list(range(rows, rows + len(table)))
        rows += len(table)
    if rows:
        assert set(found.attributes) <= set(found.fields)
        assert found.line(rows - 1) >= 1
