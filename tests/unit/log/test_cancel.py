"""Reading can be stopped at any moment: then nothing half-written stays."""

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest

from beide import log
from beide.log._model import Progress
from beide.log._progress import Told
from tests.unit.log.data import PLAIN

KEY = b"a key that the host keeps"
GOOD = "case,activity,time\na,one,2024-01-31 10:00\nb,one,2024-01-31 11:00\n"


class Stopped(Exception):
    """What someone who stops a reading raises."""


class Stopping:
    """Stops at the n-th time it is told something."""

    def __init__(self, after: int) -> None:
        self.left = after

    def __call__(self, _: Progress) -> None:
        self.left -= 1
        if self.left < 0:
            raise Stopped


def content(path: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in sorted(path.iterdir())}


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only place for temporary files, so that a test sees what stays."""
    place = tmp_path / "scratch"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def times_told(folder: Path) -> int:
    seen: list[Progress] = []
    log.read(folder / "orders.csv", into=folder / "count.log", columns=PLAIN, progress=seen.append)
    return len(seen)


def test_a_reading_that_is_stopped_leaves_nothing(tmp_path: Path, scratch: Path) -> None:
    (tmp_path / "orders.csv").write_text(GOOD)
    # The last time it is told, the log is there already.
    for after in range(times_told(tmp_path) - 1):
        with pytest.raises(Stopped):
            log.read(
                tmp_path / "orders.csv",
                into=tmp_path / "orders.log",
                columns=PLAIN,
                progress=Stopping(after),
            )
        assert sorted(each.name for each in tmp_path.iterdir()) == [
            "count.log",
            "orders.csv",
            "scratch",
        ]
        assert list(scratch.iterdir()) == []


def test_adding_that_is_stopped_leaves_the_log_as_it_was(tmp_path: Path, scratch: Path) -> None:
    (tmp_path / "orders.csv").write_text(GOOD)
    (tmp_path / "more.csv").write_text(GOOD.replace("one", "two"))
    kept = log.read(tmp_path / "orders.csv", into=tmp_path / "o.log", columns=PLAIN, key=KEY)
    before = content(kept.path)
    for after in (0, 3, 6, 8):
        with pytest.raises(Stopped):
            log.add(kept, tmp_path / "more.csv", key=KEY, progress=Stopping(after))
        assert content(kept.path) == before
        assert list(scratch.iterdir()) == []
    assert not [each for each in tmp_path.iterdir() if each.name.startswith(".")]


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_how_long_it_still_takes() -> None:
    clock, seen = Clock(), list[Progress]()
    told = Told(seen.append, clock=clock)
    for passed, share in ((0.5, 0.3), (10.0, 0.25), (30.0, 0.75), (40.0, 1.0)):
        clock.now = 100.0 + passed
        told(Progress(step="reading", share=share))
    assert [each.share for each in seen] == [0.3, 0.3, 0.75, 1.0]
    assert [each.left for each in seen] == [
        None,
        timedelta(seconds=23),
        timedelta(seconds=10),
        timedelta(0),
    ]


def test_nobody_has_to_listen() -> None:
    Told(None)(Progress(step="reading", share=0.5))


def test_an_earlier_log_survives_when_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "orders.csv").write_text(GOOD)
    target = tmp_path / "orders.log"
    kept = log.read(tmp_path / "orders.csv", into=target, columns=PLAIN)
    before = content(kept.path)
    move = Path.rename

    def broken(self: Path, to: Path) -> Path:
        if ".new-" in self.name:
            raise OSError("the disk is full")
        return move(self, to)

    monkeypatch.setattr(Path, "rename", broken)
    with pytest.raises(OSError, match="disk is full"):
        log.read(tmp_path / "orders.csv", into=target, columns=PLAIN)
    assert content(target) == before
