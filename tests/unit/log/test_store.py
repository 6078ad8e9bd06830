"""A log's folder is whole or absent."""

import json
from pathlib import Path

import pytest

from beide import log
from beide.errors import OccupiedFolder, UnreadableFile, UnwritableFolder, WrongOption, WrongValue
from tests.unit.log.data import PLAIN

GOOD = "case,activity,time\na,one,2024-01-31 10:00\n"
BAD = GOOD.replace("2024-01-31", "someday")


def source(folder: Path, content: str = GOOD) -> Path:
    path = folder / "orders.csv"
    path.write_text(content)
    return path


def test_opening_gives_back_what_reading_gave(tmp_path: Path) -> None:
    made = log.read(source(tmp_path), into=tmp_path / "orders.log", columns=PLAIN)
    assert log.open(tmp_path / "orders.log") == made
    assert made.about.source == "orders.csv"


def test_an_earlier_log_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "orders.log"
    log.read(source(tmp_path), into=target, columns=PLAIN)
    log.read(source(tmp_path, GOOD + "b,one,2024-01-31\n"), into=target, columns=PLAIN)
    assert log.open(target).summary().cases == 2
    assert sorted(each.name for each in tmp_path.iterdir()) == ["orders.csv", "orders.log"]


def test_an_earlier_log_stays_when_reading_fails(tmp_path: Path) -> None:
    target = tmp_path / "orders.log"
    made = log.read(source(tmp_path), into=target, columns=PLAIN)
    with pytest.raises(WrongValue):
        log.read(source(tmp_path, BAD), into=target, columns=PLAIN)
    assert log.open(target) == made
    assert sorted(each.name for each in tmp_path.iterdir()) == ["orders.csv", "orders.log"]


def test_something_else_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")
    for target in (tmp_path / "photos", source(tmp_path)):
        with pytest.raises(OccupiedFolder, match="another folder"):
            log.read(source(tmp_path), into=target, columns=PLAIN)
    assert (tmp_path / "photos" / "a.jpg").exists()


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UnwritableFolder):
        log.read(source(tmp_path), into=tmp_path / "file" / "orders.log", columns=PLAIN)


@pytest.mark.parametrize("spoil", ["absent", "no json", "half", "other version", "no events"])
def test_what_is_no_log_cannot_be_opened(spoil: str, tmp_path: Path) -> None:
    target = tmp_path / "orders.log"
    if spoil != "absent":
        log.read(source(tmp_path), into=target, columns=PLAIN)
        about = target / "about.json"
        told = json.loads(about.read_text())
        if spoil == "no events":
            (target / "events.parquet").unlink()
        texts = {
            "no json": "{",
            "half": '{"format": 2}',
            "other version": json.dumps({**told, "format": 9}),
        }
        about.write_text(texts.get(spoil, json.dumps(told)))
    with pytest.raises(UnreadableFile, match="read"):
        log.open(target)


def test_progress_runs_from_nothing_to_all(tmp_path: Path) -> None:
    seen: list[log.Progress] = []
    log.read(source(tmp_path), columns=PLAIN, progress=seen.append)
    shares = [each.share for each in seen]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert {each.step for each in seen} == {"reading", "checking", "sorting", "writing"}
    assert seen[0].text.nl == "Het bestand wordt gelezen"


def test_an_unknown_choice_for_missing_values(tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="'refuse' or 'drop'"):
        log.read(source(tmp_path), columns=PLAIN, on_missing="guess")  # type: ignore[arg-type]
