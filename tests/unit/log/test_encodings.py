"""How a text file is encoded is decided for the whole file, told, and never guessed by line."""

import gzip
from pathlib import Path

import pytest

from beide import log
from beide.errors import UnreadableFile, WrongOption
from tests.unit.log.data import PLAIN, rows

TEXT = "case,activity,time\n1,één €,2024-01-31 10:00\n"
MARKED = b"\xff\xfe"


def read(folder: Path, content: bytes, *, encoding: str | None = None) -> log.Log:
    path = folder / "t.csv"
    path.write_bytes(content)
    return log.read(path, columns=PLAIN, encoding=encoding)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (gzip.compress(TEXT.encode("utf-8-sig"), mtime=0), "utf-8-sig"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-32"), "utf-32"),
        (TEXT.encode("cp1252"), "cp1252"),
        (gzip.compress(TEXT.encode("cp1252"), mtime=0), "cp1252"),
    ],
)
def test_is_found_and_told(content: bytes, encoding: str, tmp_path: Path) -> None:
    found = read(tmp_path, content)
    assert [row["name"] for row in rows(found, "activities")] == ["één €"]
    assert found.about.encoding == encoding
    assert log.open(found.path).about.encoding == encoding


def test_a_byte_that_windows_does_not_know_makes_it_latin(tmp_path: Path) -> None:
    found = read(tmp_path, TEXT.replace("€", "\x81").encode("latin-1"))
    assert found.about.encoding == "latin-1"
    assert [row["name"] for row in rows(found, "activities")] == ["één \x81"]


def test_an_accent_far_into_the_file_still_counts(tmp_path: Path) -> None:
    plain = "1,one,2024-01-31 10:00\n" * 60_000
    found = read(tmp_path, (TEXT.partition("\n")[0] + "\n" + plain + "1,é,2024-01-31\n").encode())
    assert found.about.encoding == "utf-8"


@pytest.mark.parametrize("encoding", ["cp437", "latin-1", "UTF-8"])
def test_it_can_be_said(encoding: str, tmp_path: Path) -> None:
    found = read(tmp_path, TEXT.replace(" €", "").encode(encoding), encoding=encoding)
    assert [row["name"] for row in rows(found, "activities")] == ["één"]
    assert found.about.encoding == encoding


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (TEXT.encode() + b"2,\xe9,2024-01-31\n", "line 3 is not"),
        (TEXT.encode("utf-8-sig").replace(b"\xc3\xa9", b"\xe9"), "line 2 is not"),
        (MARKED + TEXT.encode("utf-16-le")[:-1], "does not fit the encoding utf-16"),
        (b"case,activity,time\n\x00\x01\x02\x00\x00", "not text"),
        (b"\x00" * 5_000, "not text"),
    ],
)
def test_what_fits_nothing_is_told(content: bytes, says: str, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as raised:
        read(tmp_path, content)
    assert says in raised.value.in_language("en")
    assert raised.value.in_language("nl") != raised.value.in_language("en")


def test_what_does_not_fit_what_was_said_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"after line 1 .* utf-8"):
        read(tmp_path, TEXT.encode("cp1252"), encoding="utf-8")


@pytest.mark.parametrize("encoding", ["klingon", "hex", ""])
def test_an_encoding_that_does_not_exist(encoding: str, tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="encoding"):
        read(tmp_path, TEXT.encode(), encoding=encoding)
