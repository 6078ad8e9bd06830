"""A table to take away, as CSV or as an Excel workbook. What is in a cell never runs."""

import csv
import io
import tempfile
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import IO, Any
from wsgiref.util import FileWrapper

from asgiref.sync import sync_to_async
from django.http import HttpResponse, StreamingHttpResponse
from django.utils.text import slugify
from django.utils.translation import get_language, override

Cell = str | int | float | None
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
WIDE, USUAL = 60, 16  # letters in a column at most, and when nobody knows
A_PIECE = 1000  # rows that are sent at once
EXCEL_ROWS = 1_048_576  # that a workbook can hold
# A spreadsheet takes a cell that begins like this for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with the lines that say what it is about and on what it rests."""

    name: str
    about: Sequence[str]
    headings: Sequence[str]
    rows: Iterable[Sequence[Cell]]


class Streamed(StreamingHttpResponse):
    """A file that is sent while it is made, also by a server that does many things at once."""

    async def __aiter__(self) -> AsyncIterator[bytes]:
        # Django would gather the whole file first.
        parts = iter(self)
        following = sync_to_async(lambda: next(parts, None))
        while (part := await following()) is not None:
            yield part


def as_csv(sheet: Sheet) -> HttpResponse:
    """Return a sheet as CSV."""
    return as_file("".join(_lines(sheet)), sheet.name, "csv", CSV)


def streamed_csv(sheet: Sheet) -> Streamed:
    """Return a long sheet as CSV that is sent while its rows are read."""
    return Streamed(_lines(sheet), content_type=CSV, headers=_kept_as(sheet.name, "csv"))


def _lines(sheet: Sheet) -> Iterator[str]:
    """Return CSV a piece at a time, in the language of whoever asks now."""
    top = ([safe(line)] for line in sheet.about)
    names = [safe(heading) for heading in sheet.headings]
    rows = ([_plain(cell) for cell in row] for row in sheet.rows)
    return _pieces(chain(top, [names], rows), get_language() or "nl")


def _pieces(rows: Iterator[list[str]], language: str) -> Iterator[str]:
    # The mark at the beginning lets a spreadsheet read it as UTF-8.
    yield "\ufeff"
    while True:
        text = io.StringIO()
        # Rows are put into words here, long after the page was asked for.
        with override(language):
            csv.writer(text).writerows(islice(rows, A_PIECE))
        if not text.tell():
            return
        yield text.getvalue()


def as_excel(sheet: Sheet) -> HttpResponse:
    """Return a sheet as an Excel workbook."""
    out = io.BytesIO()
    _write_excel(sheet, out, in_memory=True)
    return as_file(out.getvalue(), sheet.name, "xlsx", EXCEL)


def streamed_excel(sheet: Sheet) -> Streamed:
    """Return a long sheet as an Excel workbook that is written on disk, and sent from there."""
    out = tempfile.TemporaryFile(prefix="beide-")  # noqa: SIM115 - the response closes it
    _write_excel(sheet, out, constant_memory=True)
    out.seek(0)
    return Streamed(
        FileWrapper(out, A_PIECE * 64),
        content_type=EXCEL,
        headers=_kept_as(sheet.name, "xlsx"),
    )


def _write_excel(sheet: Sheet, out: IO[bytes], **how: bool) -> None:
    import xlsxwriter

    options: dict[str, Any] = {
        **how,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet()
        bold = book.add_format({"bold": True})
        top = len(sheet.about) + 1
        for column in range(len(sheet.headings)):
            page.set_column(column, column, _width(sheet, column))
        page.freeze_panes(top + 1, 0)
        for at, line in enumerate(sheet.about):
            page.write_string(at, 0, line)
        for column, heading in enumerate(sheet.headings):
            page.write_string(top, column, heading, bold)
        for at, row in enumerate(sheet.rows, top + 1):
            for column, cell in enumerate(row):
                page.write(at, column, cell)


def as_file(content: str | bytes, name: str, ending: str, kind: str) -> HttpResponse:
    """Return a file to keep, named after what it is about."""
    return HttpResponse(content, content_type=kind, headers=_kept_as(name, ending))


def _kept_as(name: str, ending: str) -> dict[str, str]:
    called = f"{slugify(name) or 'beide'}.{ending}"
    return {"Content-Disposition": f'attachment; filename="{called}"'}


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return (
        safe(cell)
        if isinstance(cell, str)
        else f"{cell:.6g}"
        if isinstance(cell, float)
        else str(cell)
    )


def _width(sheet: Sheet, column: int) -> int:
    # Rows that are read one by one cannot be measured beforehand.
    rows = sheet.rows if isinstance(sheet.rows, Sequence) else ()
    longest = max((len(str(row[column] or "")) for row in rows), default=USUAL)
    return min(max(longest, len(sheet.headings[column])) + 2, WIDE)


def safe(cell: str) -> str:
    """Return a cell that a spreadsheet shows and never runs.

    >>> safe("=HYPERLINK(1)"), safe("within 2 days")
    ("'=HYPERLINK(1)", 'within 2 days')
    """
    return f"'{cell}" if cell.lstrip().startswith(FORMULA_SIGNS) else cell
