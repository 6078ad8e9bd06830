"""A table of a database, or the answer to a question in SQL, read in batches."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from beide.errors import TableNeeded, WrongOption
from beide.log._model import Columns
from beide.log.readers import _ask, _batches
from beide.log.readers._files import unreadable
from beide.log.readers._source import Source
from beide.log.readers.database_answer import BATCH, Connection, Values
from beide.log.readers.database_place import Place
from beide.log.readers.database_query import quoted, quoted_table, select_of
from beide.log.readers.database_values import NestedValue, text_of

_LOOKED_AT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What to read of a database: one table, or the answer to one question."""

    table: str | None = None
    query: str | None = None


def read_database(
    place: Place,
    work: Path,
    *,
    columns: Columns | None,
    asked: Asked,
    told: Callable[[float], None],
) -> Source:
    """Copy the named columns of a table or an answer to Parquet, in a constant amount of memory.

    Of a table only the columns that are used leave the database. A row's number is its place in
    the answer, from 1.

    Parameters
    ----------
    place
        The database.
    work
        A folder for temporary files.
    columns
        Which column holds what; ``None`` is answered with the names there are.
    asked
        The table or the question.
    told
        Called after each batch of rows; how many there are is not known before the end.

    Raises
    ------
    NoConnection
        When the database does not answer, or does not let this user in.
    TableNeeded, MissingTable, WrongQuery, WrongOption
        When nobody says what to read, it is not there, it does more than reading, or both a table
        and a question are given.
    ColumnsNeeded, MissingColumn, DuplicateColumn, PersonColumn
        As for a file with columns.
    UnreadableFile
        When a named column holds lists, records or bytes.
    """
    name = _name(place, asked)
    nested: set[str] = set()
    with _open(place) as database:
        query, names = _question(database, place, asked)
        if names is not None:
            columns = _ask.checked(name, columns, names)
            chosen = ", ".join(quoted(each, database.mark) for each in _wanted(columns, names))
            query = f"SELECT {chosen} FROM {query}"  # noqa: S608  (all of it is quoted)
        with database.ask(query) as answer:
            names = names or [each.strip() for each in answer.names]
            columns = _ask.checked(name, columns, names)
            wanted = _wanted(columns, names)
            keep = range(len(wanted)) if asked.table else map(names.index, wanted)
            used = dict(zip(wanted, keep, strict=True))
            fields = [f"c{at}" for at in range(len(wanted))]
            texts = _texts(answer.rows, used, nested, told)
            parts = tuple(_batches.write_rows(texts, work, fields=fields))
    others, dropped = _ask.other_columns(columns, names)
    _refuse_nested(place, asked, columns, nested)
    told(1.0)
    return Source(
        name=name,
        kind=place.kind,
        fields=dict(zip(wanted, fields, strict=True)),
        parts=parts,
        columns=columns,
        attributes=tuple(name for name in others if name not in nested),
        choose=columns.attributes is None,
        line=lambda row: row + 1,
        dropped={**dropped, **dict.fromkeys(sorted(nested), "nested")},
    )


def look(place: Place, asked: Asked) -> tuple[list[str], list[list[str | None]]]:
    """Return the names of the columns and the first 1000 rows as text, to guess from."""
    with _open(place) as database:
        query, names = _question(database, place, asked)
        with database.ask(query if names is None else f"SELECT * FROM {query}") as answer:  # noqa: S608
            rows = list(islice(answer.rows, _LOOKED_AT))
            names = [name.strip() for name in answer.names]
    _ask.check_names(_name(place, asked), names)
    everything = {str(at): at for at in range(len(names))}
    return names, [list(row) for _, row in _texts(iter(rows), everything, set(), lambda _: None)]


def _open(place: Place) -> AbstractContextManager[Connection]:
    match place.kind:
        case "postgresql":
            from beide.log.readers import database_postgresql

            return database_postgresql.open_place(place)
        case "mysql":
            from beide.log.readers import database_mysql

            return database_mysql.open_place(place)
    from beide.log.readers import database_sqlite

    return database_sqlite.open_place(place)


def _name(place: Place, asked: Asked) -> str:
    return f"{place.name}: {asked.table or 'query'}"


def _wanted(columns: Columns, names: Sequence[str]) -> list[str]:
    others, _ = _ask.other_columns(columns, names)
    return list(dict.fromkeys((*_ask.asked(columns), *others)))


def _question(database: Connection, place: Place, asked: Asked) -> tuple[str, list[str] | None]:
    """Return the question, or the quoted table and the names of its columns."""
    if asked.table and asked.query:
        raise WrongOption(
            option="query",
            value=asked.query,
            expected_nl="leeg als je al een tabel noemt (table)",
            expected_en="left out when a table is named already",
        )
    if asked.query:
        return select_of(asked.query, place=place), None
    if not asked.table:
        raise TableNeeded(file=place.shown, tables=", ".join(database.tables()))
    table = quoted_table(asked.table, database.mark)
    with database.ask(f"SELECT * FROM {table} WHERE 1 = 0") as answer:  # noqa: S608
        # There are none, but the answer has to be read to its end before the next question.
        list(answer.rows)
        return table, answer.names


def _texts(
    rows: Iterator[Values],
    keep: Mapping[str, int],
    nested: set[str],
    told: Callable[[float], None],
) -> Iterator[tuple[int, Sequence[str | None]]]:
    """Give each row as text; a column that holds more than one value is noted, not read."""
    for count, row in enumerate(rows, 1):
        if count % BATCH == 0:
            told(0.0)
        texts: list[str | None] = []
        for name, at in keep.items():
            try:
                texts.append(text_of(row[at]))
            except NestedValue:
                nested.add(name)
                texts.append(None)
        yield count, texts


def _refuse_nested(place: Place, asked: Asked, columns: Columns, nested: set[str]) -> None:
    for name in _ask.asked(columns):
        if name in nested:
            raise unreadable(
                Path(_name(place, asked)),
                f"kolom '{name}' bevat lijsten, groepen van waarden of bytes; "
                "maak er één waarde per rij van",
                f"column '{name}' holds lists, groups of values or bytes; make it one value a row",
            )
