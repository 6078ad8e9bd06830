"""Series from CSV files, and errors that name the row, the column and the value."""

from datetime import date
from pathlib import Path

import pytest

from beide.effect import Kind
from beide.effect.files import parse_day, read_series, read_teams
from beide.errors import BeideError, InputError, TooLittleData


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "series.csv"


def test_amounts(file: Path) -> None:
    file.write_text("week,value\n2025-03-03,4.5\n2025-03-10,5\n")
    found = read_series(file)
    assert (found.kind, found.lower_is_better, found.cases) == (Kind.AMOUNT, True, None)
    assert list(found.values) == [4.5, 5.0]


def test_dutch_names_days_and_numbers(file: Path) -> None:
    file.write_text("\ufeffWeek;Waarde;Casussen\n3-3-2025;4,5;12\n10.03.2025;1.234,5;9\n", "utf-8")
    found = read_series(file)
    assert found.first == date(2025, 3, 3)
    assert list(found.values) == [4.5, 1234.5]
    assert found.cases is not None
    assert list(found.cases) == [12.0, 9.0]


def test_shares_by_their_columns(file: Path) -> None:
    file.write_text("week\tkept\tcases\n2025-W10\t3\t4\n2025-W11\t0\t0\n2025-W12\t2\t2\n")
    found = read_series(file)
    assert (found.kind, found.lower_is_better) == (Kind.SHARE, False)
    assert found.positions == (0, 2)
    assert found.first == date(2025, 3, 3)


def test_ratings_when_asked(file: Path) -> None:
    file.write_text("week,value,cases,spread\n2025-03-03,-1,4,1.0\n2025-03-10,2,4,2.0\n")
    found = read_series(file, kind=Kind.RATING)
    assert found.spread == pytest.approx(1.5)
    assert not found.lower_is_better


def test_the_direction_can_be_said(file: Path) -> None:
    file.write_text("week,value\n2025-03-03,4.5\n")
    assert not read_series(file, lower_is_better=False).lower_is_better


def test_teams(file: Path) -> None:
    file.write_text("team,week,value\nNorth,2025-03-03,4\nSouth,2025-03-03,5\nNorth,2025-03-10,6\n")
    found = read_teams(file)
    assert list(found) == ["North", "South"]
    assert list(found["North"].values) == [4.0, 6.0]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("week,value\n2025-03-03,4\n2025-03-10,six\n", ("row 3", "'value'", "'six'")),
        ("week,value\n2025-03-03,\n", ("row 2", "'value'", "''")),
        ("week,value\n2025-03-03,nan\n", ("row 2", "'nan'")),
        ("week,value\n2025-03-03,inf\n", ("row 2", "'inf'")),
        ("week,value\n2025-03-03,0\n", ("row 2", "'0'", "above 0")),
        ("week,value\n3/4/2025,4\n", ("row 2", "'week'", "'3/4/2025'")),
        ("week,value\n2025-02-30,4\n", ("row 2", "'2025-02-30'")),
        ("week,value\n2025-W60,4\n", ("row 2", "'2025-W60'")),
        ("week,value\n2025-03-03,4\n\n2025-03-05,5\n", ("row 4", "'2025-03-05'", "row 2")),
        ("week,value,cases\n2025-03-03,4,0\n", ("row 2", "'cases'", "'0'")),
        ("week,kept,cases\n2025-03-03,5,4\n", ("row 2", "'kept'", "between 0 and 4")),
        ("week,kept,cases\n2025-03-03,0,-1\n", ("row 2", "'cases'", "'-1'")),
        ("week,value\n2025-03-03,4,5\n", ("row 2", "3 values", "2")),
        ("week,lead\n2025-03-03,4\n", ("'value'", "week, lead")),
        ("value\n4\n", ("'week'",)),
        ("week,value,value\n2025-03-03,4,5\n", ("2 columns", "'value'")),
        ("week,kept\n2025-03-03,4\n", ("'cases'",)),
        ("week,value\n", ("no rows",)),
        ("", ("empty",)),
    ],
)
def test_refused_in_plain_words(file: Path, text: str, parts: tuple[str, ...]) -> None:
    file.write_text(text)
    with pytest.raises(InputError) as refused:
        read_series(file)
    for part in ("series.csv", *parts):
        assert part in refused.value.in_language("en")
    assert refused.value.in_language("nl") != refused.value.in_language("en")


def test_a_team_without_a_name(file: Path) -> None:
    file.write_text("team,week,value\n ,2025-03-03,4\n")
    with pytest.raises(InputError) as refused:
        read_teams(file)
    assert "'team'" in str(refused.value)


def test_no_cases_at_all(file: Path) -> None:
    file.write_text("week,kept,cases\n2025-03-03,0,0\n")
    with pytest.raises(TooLittleData):
        read_series(file)


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\x01week", b"PK\x03\x04\xd0\xcf"])
def test_no_text(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(BeideError):
        read_series(file)


def test_no_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(InputError):
            read_series(path)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2025-03-03", date(2025, 3, 3)),
        ("2025-03-03T09:30:00Z", date(2025, 3, 3)),
        ("03-03-2025", date(2025, 3, 3)),
        ("2025W10", date(2025, 3, 3)),
        ("3/3/2025", None),
        ("2025", None),
        ("yesterday", None),
    ],
)
def test_days(written: str, day: date | None) -> None:
    assert parse_day(written) == day
