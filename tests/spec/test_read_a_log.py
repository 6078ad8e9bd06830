"""
Reading an event log
====================

Most systems that follow work can tell what happened: which case, which step, when it was done. That
is an event log. Beide reads it once and keeps it in a form in which every later question is quick.
Below is a small one, of orders at a supplier of care aids, as it comes out of a spreadsheet.
"""

from pathlib import Path

import pytest

from beide import log
from beide.errors import OpenDates

ORDERS = """\
order;stap;klaar;team;medewerker
1001;aanvraag;15-01-2024 09:00;klantenservice;Anna
1001;gepland;15-01-2024 09:00;planning;Bram
1002;aanvraag;16-01-2024 10:30;klantenservice;Anna
1001;geleverd;19-01-2024 14:00;bezorging;Chris
1002;geleverd;17-01-2024 16:00;bezorging;Chris
"""
COLUMNS = log.Columns(case="order", activity="stap", time="klaar", role="team")


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text(ORDERS, encoding="utf-8")
    return path


def test_say_which_column_is_what(orders: Path) -> None:
    """
    The delimiter and the way dates are written are found by looking at the whole file: there is a
    15th, so the day comes first.
    """
    found = log.read(orders, columns=COLUMNS)

    summary = found.summary()
    assert (summary.cases, summary.events, summary.activities, summary.roles) == (2, 5, 3, 3)
    assert f"{summary.from_:%Y-%m-%d}" == "2024-01-15"


def test_people_are_not_kept(orders: Path) -> None:
    """
    Teams take the place of people. The column with employees is not read, and the numbers of the
    orders are kept only as a hash. Even when someone asks for every other column, people stay out.
    """
    every_column = log.Columns(
        case="order", activity="stap", time="klaar", role="team", attributes=None
    )
    found = log.read(orders, columns=every_column)

    assert found.about.dropped.columns == {"medewerker": "person"}
    assert b"Anna" not in b"".join(file.read_bytes() for file in found.path.iterdir())


def test_dates_are_never_guessed(orders: Path) -> None:
    """
    When every day is 12 or lower, 05-01 could be in January or in May. Then the reader asks,
    instead of choosing for you.
    """
    orders.write_text(ORDERS.replace("15-", "05-").replace("16-", "06-").replace("17-", "07-")
                      .replace("19-", "09-"))  # fmt: skip

    with pytest.raises(OpenDates) as asked:
        log.read(orders, columns=COLUMNS)
    answer = str(asked.value.data["day_first"])

    found = log.read(orders, columns=COLUMNS, time_format=answer)
    assert f"{found.summary().from_:%Y-%m-%d}" == "2024-01-05"


def test_keep_it_and_open_it_again(orders: Path, tmp_path: Path) -> None:
    """
    A log is a folder of Parquet files with a page about itself, which other programs can read too.
    It is written in one go: when reading fails, an earlier log at that place is still there.
    """
    made = log.read(orders, into=tmp_path / "orders.log", columns=COLUMNS)

    assert log.open(tmp_path / "orders.log") == made
    assert sorted(file.name for file in made.path.iterdir()) == [
        "about.json",
        "activities.parquet",
        "cases.parquet",
        "events.parquet",
        "roles.parquet",
    ]
