"""Times without a zone are read from the clock of a place, and what that clock skips is told."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import log
from beide.errors import WrongOption
from tests.unit.log.data import PLAIN, rows, write_csv
from tests.unit.log.examples import examples

HEAD = ("case", "activity", "time")
ZONES = ("Europe/Amsterdam", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "UTC")
EARLY, LATE = datetime.fromisoformat("1975-01-01"), datetime.fromisoformat("2060-01-01")
NEAR_A_CHANGE = st.builds(
    lambda minutes: datetime.fromisoformat("2024-10-27 00:00") + timedelta(minutes=minutes),
    st.integers(0, 300),
) | st.builds(
    lambda minutes: datetime.fromisoformat("2024-03-31 00:00") + timedelta(minutes=minutes),
    st.integers(0, 300),
)


def read(folder: Path, times: list[str], zone: str | None) -> log.Log:
    table = [HEAD, *(("a", f"step {place}", time) for place, time in enumerate(times))]
    return log.read(write_csv(folder / "made.csv", table), columns=PLAIN, zone=zone)


def times_of(found: log.Log) -> dict[str, datetime]:
    names = {row["code"]: row["name"] for row in rows(found, "activities")}
    return {names[row["activity"]]: row["time"] for row in rows(found, "events")}


def found_of(found: log.Log, code: str) -> log.Finding | None:
    return next((each for each in found.checks if each.code == code), None)


def in_utc(wall: datetime, zone: ZoneInfo) -> datetime:
    """As Python takes it: skipped as if the clock had not gone forward, twice as the first."""
    return wall.replace(tzinfo=zone, fold=0).astimezone(UTC).replace(tzinfo=None)


def kind_of(wall: datetime, zone: ZoneInfo) -> str | None:
    early, late = (wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    if early == late:
        return None
    return "twice" if early > late else "skipped"  # type: ignore[operator]


@given(
    st.lists(st.datetimes(EARLY, LATE) | NEAR_A_CHANGE, min_size=1, max_size=12),
    st.sampled_from(ZONES),
)
@examples(5, many=60)
def test_agrees_with_python(walls: list[datetime], name: str) -> None:
    walls = [wall.replace(microsecond=0) for wall in walls]
    zone = ZoneInfo(name)
    with TemporaryDirectory() as folder:
        found = read(Path(folder), [wall.isoformat(" ") for wall in walls], name)
        expected = {f"step {place}": in_utc(wall, zone) for place, wall in enumerate(walls)}
        assert times_of(found) == expected
    for code in ("skipped", "twice"):
        count = sum(kind_of(wall, zone) == code for wall in walls)
        told = found_of(found, code)
        assert (told.count if told else 0) == count


def test_years_far_apart(tmp_path: Path) -> None:
    found = read(tmp_path, ["1997-06-30 12:00", "2024-02-01 12:00"], "Africa/Casablanca")
    assert [time.hour for time in times_of(found).values()] == [12, 11]


def test_a_time_with_a_zone_keeps_it(tmp_path: Path) -> None:
    found = read(tmp_path, ["2024-07-01 12:00+05:00", "2024-07-01 12:00"], "Europe/Amsterdam")
    assert times_of(found) == {
        "step 0": datetime.fromisoformat("2024-07-01 07:00"),
        "step 1": datetime.fromisoformat("2024-07-01 10:00"),
    }
    assert found.about.zone_assumed == "Europe/Amsterdam"
    assert found.about.times_without_zone == 1


def test_starts_and_further_times_are_of_the_same_clock(tmp_path: Path) -> None:
    table = [
        (*HEAD, "begin", "due"),
        ("a", "one", "2024-07-01 12:00", "2024-07-01 11:00", "2024-01-05 09:00"),
        ("b", "two", "2024-07-02 12:00", "2024-07-02 11:00", "2024-07-05 09:00"),
    ]
    columns = log.Columns(
        case="case", activity="activity", time="time", start="begin", attributes=("due",)
    )
    found = log.read(write_csv(tmp_path / "x.csv", table), columns=columns, zone="Europe/Amsterdam")
    assert rows(found, "events")[0]["start"] == datetime.fromisoformat("2024-07-01 09:00")
    due = [row["due"] for row in rows(found, "cases")]
    assert due == [
        datetime.fromisoformat("2024-01-05 08:00"),
        datetime.fromisoformat("2024-07-05 07:00"),
    ]


def test_the_report_says_how_times_were_read(tmp_path: Path) -> None:
    times = ["2024-03-31 02:30", "2024-10-27 02:30", "2024-06-01 00:10"]
    found = read(tmp_path, times, "Europe/Amsterdam")
    said = {each.code: each.text.en for each in found.checks}
    assert said["zone"] == "Times without a time zone, read as Europe/Amsterdam: 3."
    assert "skipped: 1. The first is row 2." in said["skipped"]
    assert "Europe/Amsterdam: 1. The first is row 3." in said["twice"]


def test_without_a_zone_the_report_says_so_and_what_to_do(tmp_path: Path) -> None:
    told = found_of(read(tmp_path, ["2024-03-31 02:30"], None), "no_zone")
    assert told is not None
    assert told.kind == "look"
    assert "zone='Europe/Amsterdam'" in told.text.nl


@pytest.mark.parametrize("zone", ["Amsterdam", "../../etc/passwd", "", "CET+1"])
def test_an_unknown_zone(zone: str, tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="name of a time zone"):
        read(tmp_path, ["2024-03-31 02:30"], zone)
