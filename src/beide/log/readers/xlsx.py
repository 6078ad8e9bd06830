"""Excel: one sheet of a workbook, with its first filled row as the header."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeAlias

from beide.errors import UnreadableFile, WrongValue
from beide.log._model import Columns
from beide.log.readers import _ask, _batches, _workbook
from beide.log.readers._files import unreadable
from beide.log.readers._source import Source

Value: TypeAlias = int | float | str | bool | time | date | datetime | timedelta
Row: TypeAlias = tuple[int, Sequence[Value]]
"""A row's place in the sheet, from 0, and its cells."""

_MISSING = ("", "?")
_WHOLE = 2**53


def read_xlsx(
    path: Path,
    work: Path,
    *,
    columns: Columns | None,
    sheet: str | None,
    told: Callable[[float], None],
) -> Source:
    """Copy the named columns of a sheet to Parquet: dates as ISO 8601, numbers as plain numbers.

    Hidden rows and columns are read like all others.

    Parameters
    ----------
    path
        The workbook.
    work
        A folder for temporary files.
    columns
        Which column holds what; ``None`` is answered with the names there are.
    sheet
        The sheet's name; default the first that is not hidden.
    told
        Called with the share of the file read.

    Raises
    ------
    UnreadableFile
        When the file is no workbook, is locked or damaged, or a used cell is merged.
    WrongOption
        When there is no sheet of that name.
    ColumnsNeeded, MissingColumn, DuplicateColumn, PersonColumn
        When nobody says which columns, a named one is absent, a name occurs twice, or a column is
        about people.
    WrongValue
        When a formula in a used column has no outcome.
    """
    chosen = _workbook.choose(path, _workbook.sheets(path), sheet)
    marks = _workbook.marks_of(path, chosen)
    told(0.3)
    first, rows = filled_rows(path, chosen)
    head, names = header(path, rows)
    told(0.6)
    columns = _ask.checked(path.name, columns, names)
    others, dropped = _ask.other_columns(columns, names)
    wanted = list(dict.fromkeys((*_ask.asked(columns), *others)))
    keep = [names.index(name) for name in wanted]
    used = {first + place: name for place, name in zip(keep, wanted, strict=True)}
    _check_merged(path, marks, used, head)
    _check_outcomes(path, marks, used)
    texts = ((row + 1, [text_of(values[place]) for place in keep]) for row, values in rows)
    fields = [f"c{place}" for place in keep]
    parts = tuple(_batches.write_rows(texts, work, fields=fields))
    told(1.0)
    return Source(
        name=path.name,
        kind="xlsx",
        fields=dict(zip(wanted, fields, strict=True)),
        parts=parts,
        columns=columns,
        attributes=others,
        lifecycle=columns.lifecycle,
        choose=columns.attributes is None,
        line=lambda row: _batches.line_of(parts, row),
        dropped=dropped,
        sheet=chosen.name,
    )


def filled_rows(path: Path, sheet: _workbook.Sheet) -> tuple[int, Iterator[Row]]:
    """Return the place of the first filled column, and the rows in which something stands."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(path) as book:
            found = book.get_sheet_by_name(sheet.name)
    except (CalamineError, OSError) as error:
        raise _workbook.damaged(path) from error
    rows = ((row, values) for row, values in enumerate(found.iter_rows()) if any_filled(values))
    return (found.start[1] if found.start else 0), rows


def any_filled(values: Sequence[Value]) -> bool:
    """Tell whether something stands in a row."""
    return any(value != "" for value in values)


def header(path: Path, rows: Iterator[Row]) -> tuple[int, list[str]]:
    """Take the first row: return its place and the names in it."""
    found = next(rows, None)
    if found is None:
        raise unreadable(path, "het werkblad is leeg", "the sheet is empty")
    return found[0], [(text_of(value) or "").strip() for value in found[1]]


def text_of(value: Value) -> str | None:
    """Return a cell as text, as a CSV file would hold it; nothing where it is empty or ``?``."""
    match value:
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < _WHOLE:
            return str(int(value))
        case datetime():
            return value.isoformat(" ")
        case timedelta():
            minutes, seconds = divmod(int(value.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        case date() | time():
            return value.isoformat()
    text = str(value)
    return None if text.strip() in _MISSING else text


def _check_merged(path: Path, marks: _workbook.Marks, used: dict[int, str], head: int) -> None:
    """Refuse cells that were merged where values are read: what is under them is not known."""
    for top, left, bottom, right in marks.merged:
        inside = [column for column in used if left <= column <= right]
        if bottom >= head and inside:
            raise _merged(path, (top, left, bottom, right), used[inside[0]])


def _merged(path: Path, area: tuple[int, int, int, int], column: str) -> UnreadableFile:
    top, left, bottom, right = area
    cells = f"{_workbook.letters(left)}{top + 1}:{_workbook.letters(right)}{bottom + 1}"
    return unreadable(
        path,
        f"in rij {top + 1}, kolom '{column}', zijn cellen samengevoegd ({cells}); "
        "splits ze en vul elke cel",
        f"in row {top + 1}, column '{column}', cells are merged ({cells}); "
        "split them and fill in each cell",
    )


def _check_outcomes(path: Path, marks: _workbook.Marks, used: dict[int, str]) -> None:
    """Refuse formulas that failed or were never computed."""
    for column, (row, value) in sorted(marks.wrong.items(), key=lambda each: each[1]):
        if column in used:
            raise WrongValue(
                file=path.name,
                row=row + 1,
                column=used[column],
                value=value,
                expected_nl="waarde maar een formule zonder uitkomst. "
                "Verbeter hem in Excel en sla het bestand opnieuw op",
                expected_en="a value but a formula without an outcome. "
                "Correct it in Excel and save the file again",
            )
