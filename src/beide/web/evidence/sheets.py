"""A table to take away, as CSV or as an Excel workbook. What is in a cell never runs."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.text import slugify

Cell = str | int | float | None
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WIDE = 60  # letters in a column at most
# A spreadsheet takes a cell that begins like this for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with the lines that say what it is about and on what it rests."""

    name: str
    about: Sequence[str]
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def as_csv(sheet: Sheet) -> HttpResponse:
    """Return a sheet as CSV."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerows([safe(line)] for line in sheet.about)
    writer.writerow([safe(heading) for heading in sheet.headings])
    writer.writerows([_plain(cell) for cell in row] for row in sheet.rows)
    # The mark at the beginning lets a spreadsheet read it as UTF-8.
    return as_file("\ufeff" + text.getvalue(), sheet.name, "csv", "text/csv; charset=utf-8")


def as_excel(sheet: Sheet) -> HttpResponse:
    """Return a sheet as an Excel workbook."""
    import xlsxwriter

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet()
        bold = book.add_format({"bold": True})
        for at, line in enumerate(sheet.about):
            page.write_string(at, 0, line)
        top = len(sheet.about) + 1
        for column, heading in enumerate(sheet.headings):
            page.write_string(top, column, heading, bold)
            page.set_column(column, column, _width(sheet, column))
        for at, row in enumerate(sheet.rows, top + 1):
            for column, cell in enumerate(row):
                page.write(at, column, cell)
        page.freeze_panes(top + 1, 0)
    return as_file(out.getvalue(), sheet.name, "xlsx", EXCEL)


def as_file(content: str | bytes, name: str, ending: str, kind: str) -> HttpResponse:
    """Return a file to keep, named after what it is about."""
    called = f"{slugify(name) or 'beide'}.{ending}"
    return HttpResponse(
        content,
        content_type=kind,
        headers={"Content-Disposition": f'attachment; filename="{called}"'},
    )


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
    longest = max((len(str(row[column] or "")) for row in sheet.rows), default=0)
    return min(max(longest, len(sheet.headings[column])) + 2, WIDE)


def safe(cell: str) -> str:
    """Return a cell that a spreadsheet shows and never runs.

    >>> safe("=HYPERLINK(1)"), safe("within 2 days")
    ("'=HYPERLINK(1)", 'within 2 days')
    """
    return f"'{cell}" if cell.lstrip().startswith(FORMULA_SIGNS) else cell
