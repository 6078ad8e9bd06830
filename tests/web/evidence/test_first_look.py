"""The first look into a file: delimiters, encodings and headers."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide.errors import DuplicateColumn, UnreadableFile
from beide.web.evidence.kinds import plain_name, suffix_of
from beide.web.evidence.preview import look_into_csv

ROWS = "Order;Stap;Tijdstip\n1;Aanvraag;2026-01-01\n2;Geleverd;2026-01-02\n"


def look(folder: Path, content: bytes, name: str = "a.csv") -> list[tuple[str, ...]]:
    path = folder / name
    path.write_bytes(content)
    found = look_into_csv(path, name=name)
    return [found.columns, *found.rows]


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_delimiters(tmp_path: Path, mark: str) -> None:
    found = look(tmp_path, ROWS.replace(";", mark).encode())
    assert found[0] == ("Order", "Stap", "Tijdstip")
    assert found[2] == ("2", "Geleverd", "2026-01-02")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    found = look(tmp_path, ROWS.replace("Aanvraag", "Één café").encode(encoding))
    assert found[1][1] == "Één café"


def test_packed_and_cut_off_still_shows_its_beginning(tmp_path: Path) -> None:
    packed = gzip.compress((ROWS + "3;x;2026\n" * 100_000).encode())
    assert len(look(tmp_path, packed[: len(packed) // 2], "a.csv.gz")) == 201


def test_a_comma_in_a_dutch_number_is_no_delimiter(tmp_path: Path) -> None:
    found = look(tmp_path, b"Order;Bedrag\n1;2,50\n2;3,75\n")
    assert found[0] == ("Order", "Bedrag")


def test_short_rows_are_filled_and_long_ones_cut(tmp_path: Path) -> None:
    found = look(tmp_path, b"a;b;c\n1\n1;2;3;4\n")
    assert found[1:] == [("1", "", ""), ("1", "2", "3")]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"a;b\n", b"a\x00b"])
def test_nothing_in_it(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableFile):
        look(tmp_path, content)


def test_two_columns_with_one_name(tmp_path: Path) -> None:
    with pytest.raises(DuplicateColumn, match="2 columns named 'a'"):
        look(tmp_path, b"a;b;a\n1;2;3\n")


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_give_a_preview_or_a_reason(content: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        try:
            found = look(Path(folder), content)
        except (UnreadableFile, DuplicateColumn):
            return
        assert {len(row) for row in found} == {len(found[0])}


@given(st.text())
def test_names_never_hold_a_folder(name: str) -> None:
    found = plain_name(name)
    assert not {"/", "\\", "\x00", "\n"} & set(found)
    assert len(found) <= 120


@pytest.mark.parametrize(
    "name", ["a.csv", "A.CSV.GZ", "b.xes", "b.xes.gz", "c.xlsx", "d.parquet", "e.jsonocel"]
)
def test_kinds(name: str) -> None:
    assert suffix_of(name) == name[1:].lower()
