"""The raw file goes once its log is whole, and nothing else goes."""

from pathlib import Path

import pytest

from beide import log
from beide.errors import UnreadableFile
from beide.log.privacy import discard
from tests.unit.log.data import PLAIN, write_csv


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "t.csv", [["case", "activity", "time"], ["1", "a", "2024-01-31"]])


def test_the_file_goes_and_the_log_stays(source: Path, tmp_path: Path) -> None:
    kept = log.read(source, columns=PLAIN, into=tmp_path / "t.log")
    assert discard(source, kept=kept)
    assert [each.name for each in tmp_path.iterdir()] == ["t.log"]
    assert log.open(kept.path).about == kept.about
    assert not discard(source, kept=kept)


def test_without_a_whole_log_it_stays(source: Path, tmp_path: Path) -> None:
    kept = log.read(source, columns=PLAIN, into=tmp_path / "t.log")
    kept.file("cases").unlink()
    with pytest.raises(UnreadableFile, match="not whole"):
        discard(source, kept=kept)
    assert source.exists()


def test_a_part_of_the_log_or_a_folder_is_never_deleted(source: Path, tmp_path: Path) -> None:
    kept = log.read(source, columns=PLAIN, into=tmp_path / "t.log")
    for path in (kept.file("events"), kept.path, tmp_path):
        with pytest.raises(UnreadableFile):
            discard(path, kept=kept)
        assert path.exists()


def test_of_a_link_only_the_link_goes(source: Path, tmp_path: Path) -> None:
    kept = log.read(source, columns=PLAIN, into=tmp_path / "t.log")
    link = tmp_path / "link.csv"
    link.symlink_to(source)
    assert discard(link, kept=kept)
    assert source.exists()
    assert not link.is_symlink()
