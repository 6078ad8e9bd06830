"""Which kinds of file are read, by their names, and with which delimiters."""

import gzip
import shutil
from pathlib import Path

import pytest

from beide import log
from beide.errors import UnknownFormat
from tests.unit.log.data import PLAIN, write_csv
from tests.unit.log.workbook import write_xlsx

ROWS = [["case", "activity", "time", "note"], ["1", "one", "2024-01-31 10:00", 'a\n"b"']]


@pytest.mark.parametrize("delimiter", list(",;\t|^~\x1f"))
def test_a_delimiter_that_is_found(delimiter: str, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", ROWS, delimiter=delimiter)
    found = log.read(path, columns=PLAIN)
    assert (found.about.delimiter, found.about.events) == (delimiter, 1)


@pytest.mark.parametrize("delimiter", list("#@ :*"))
def test_any_other_that_is_said(delimiter: str, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", ROWS, delimiter=delimiter)
    assert log.read(path, columns=PLAIN, delimiter=delimiter).about.delimiter == delimiter


@pytest.mark.parametrize("name", ["T.TSV", "t.txt", "t.tsv.gz", "t.CSV.gz"])
def test_names_of_text(name: str, tmp_path: Path) -> None:
    plain = write_csv(tmp_path / "plain", ROWS, delimiter="\t").read_bytes()
    (tmp_path / name).write_bytes(gzip.compress(plain) if name.endswith("gz") else plain)
    assert log.read(tmp_path / name, columns=PLAIN).about.kind == "csv"


def test_names_of_workbooks(tmp_path: Path) -> None:
    made = write_xlsx(tmp_path / "t.xlsx", ROWS)
    for name in ("A.XLSX", "a.xlsm"):
        shutil.copy(made, tmp_path / name)
        assert log.read(tmp_path / name, columns=PLAIN).about.kind == "xlsx"


@pytest.mark.parametrize("name", ["t.xlsx.gz", "t.parquet.gz", "t.xls", "t.ods", "t", "csv"])
def test_other_names_are_told_what_is_read(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(UnknownFormat, match=r"\.xlsx.*\.parquet"):
        log.read(tmp_path / name, columns=PLAIN)
