"""Workbooks made on the spot."""

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook


def write_xlsx(
    path: Path,
    rows: Sequence[Sequence[object]],
    *,
    sheet: str = "Orders",
    change: Callable[[Any], object] | None = None,
) -> Path:
    """Write rows, the first of which has the names; ``change`` does something to the sheet."""
    book = Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append([None if value == "" else value for value in row])
    if change:
        change(page)
    book.save(path)
    return path


def with_sheet_xml(path: Path, change: Callable[[str], str]) -> Path:
    """Change the text of a workbook's first sheet as it stands in the file."""
    name = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as packed:
        parts = {each: packed.read(each) for each in packed.namelist()}
    changed = change(parts[name].decode())
    assert changed != parts[name].decode()
    parts[name] = changed.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for each, content in parts.items():
            packed.writestr(each, content)
    return path
