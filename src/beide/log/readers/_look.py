"""The first rows of a file as text, to guess from."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from beide.errors import ColumnsNeeded
from beide.log.readers import _ask, _encoding, _text, _workbook, database
from beide.log.readers._files import check_file
from beide.log.readers.database import Asked
from beide.log.readers.database_place import Place, is_address, place_of

_ROWS = 1000
Table: TypeAlias = tuple[list[str], list[list[str | None]]]


def look(
    source: str | Path,
    work: Path,
    *,
    delimiter: str | None,
    encoding: str | None,
    sheet: str | None,
    asked: Asked,
) -> Table:
    """Return the names in the header and at most 1000 rows under it.

    Raises the errors of the reader for this kind of source, and ``ColumnsNeeded`` for XES and OCEL,
    in which nothing is guessed.
    """
    if is_address(source):
        return database.look(place_of(str(source)), asked)
    path = Path(source)
    check_file(path)
    name = path.name.lower()
    if name.endswith((".xlsx", ".xlsm")):
        names, rows = _workbook_rows(path, sheet)
    elif name.endswith(".parquet"):
        names, rows = _parquet_rows(path)
    elif name.endswith((".sqlite", ".sqlite3", ".db")):
        return database.look(Place(kind="sqlite", database=str(path)), asked)
    elif name.endswith((".xes", ".xes.gz", ".json", ".json.gz", ".xml", ".xml.gz", "ocel")):
        raise ColumnsNeeded(file=path.name, columns="XES, OCEL")
    else:
        names, rows = _text_rows(path, work, delimiter, encoding)
    _ask.check_names(path.name, names)
    return names, list(islice(rows, _ROWS))


def _text_rows(
    path: Path, work: Path, delimiter: str | None, encoding: str | None
) -> tuple[list[str], Iterator[list[str | None]]]:
    from beide.log.readers import csv

    text, _ = _encoding.as_utf8(path, work, lambda _: None, encoding=encoding)
    mark = csv.checked(delimiter) if delimiter is not None else csv.sniff(text, None)
    names = csv.names_in(path, text, mark)
    records = _text.first_records(text, mark, count=_ROWS + 1)[1:]
    # A row that does not fit is told, with its place, when the file is read.
    return names, ([*each] for each in records if len(each) == len(names))


def _workbook_rows(path: Path, sheet: str | None) -> tuple[list[str], Iterator[list[str | None]]]:
    from beide.log.readers import xlsx

    chosen = _workbook.choose(path, _workbook.sheets(path), sheet)
    _workbook.marks_of(path, chosen)
    _, rows = xlsx.filled_rows(path, chosen)
    _, names = xlsx.header(path, rows)
    return names, ([xlsx.text_of(value) for value in values] for _, values in rows)


def _parquet_rows(path: Path) -> tuple[list[str], Iterator[list[str | None]]]:
    from pyarrow import parquet as arrow

    from beide.log.readers import parquet

    names = [name.strip() for name in parquet.schema_of(path).names]
    with parquet.explained(path), arrow.ParquetFile(path) as file:
        batch = next(file.iter_batches(batch_size=_ROWS), None)
        columns = [column.to_pylist() for column in batch.columns] if batch is not None else []
    texts = [[None if value is None else str(value) for value in column] for column in columns]
    return names, ([*row] for row in zip(*texts, strict=True))
