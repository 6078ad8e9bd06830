"""Which column holds what is guessed from names and values, and doubt is said."""

from pathlib import Path

import pytest

from beide import log
from beide.errors import ColumnsNeeded, UnreadableFile, WrongOption
from beide.log.guess import Guess, guess, guess_file
from tests.unit.log.data import write_csv
from tests.unit.log.workbook import write_xlsx

STEPS = ["weigh", "send", "weigh", "send", "weigh"]
CASES = ["7", "7", "8", "8", "9"]
STARTS = [f"2024-01-{day} 09:00" for day in range(10, 15)]
TIMES = [f"2024-01-{day} 10:00" for day in range(10, 15)]
TEAMS = ["north", "south", "north", "south", "north"]
COSTS = ["12,50", "3", "100,00", "0", "7,25"]
RATINGS = ["7", "8", "9", "", "10"]


def guessed(**columns: list[str]) -> Guess:
    names = [name.replace("_", " ") for name in columns]
    return guess(names, [list(row) for row in zip(*columns.values(), strict=True)])


def roles(found: Guess) -> dict[str, tuple[str, str]]:
    return {each.role: (each.column, each.sure) for each in found.found}


def test_dutch_names() -> None:
    found = guessed(
        Ordernummer=CASES, Stap=STEPS, Begintijd=STARTS, Eindtijd=TIMES, Afdeling=TEAMS,
        Kosten=COSTS, Klantcijfer=RATINGS, Retour=["ja", "nee", "nee", "ja", "nee"],
    )  # fmt: skip
    assert roles(found) == {
        "case": ("Ordernummer", "high"),
        "activity": ("Stap", "high"),
        "start": ("Begintijd", "high"),
        "time": ("Eindtijd", "high"),
        "role": ("Afdeling", "high"),
        "cost": ("Kosten", "high"),
        "rating": ("Klantcijfer", "high"),
        "outcome": ("Retour", "high"),
    }


def test_english_names() -> None:
    found = guessed(
        Case_ID=CASES, Activity=STEPS, Start_Timestamp=STARTS, Complete_Timestamp=TIMES,
        Team=TEAMS, Price=COSTS, CSAT=RATINGS, Result=["ok", "ok", "late", "ok", "ok"],
    )  # fmt: skip
    assert found.columns() == log.Columns(
        case="Case ID",
        activity="Activity",
        time="Complete Timestamp",
        start="Start Timestamp",
        role="Team",
    )
    assert roles(found)["cost"] == ("Price", "high")
    assert roles(found)["rating"] == ("CSAT", "high")
    assert roles(found)["outcome"] == ("Result", "high")


def test_the_standards_names_go_before_others() -> None:
    names = ["Activity", "concept:name", "Case ID", "case:concept:name", "time:timestamp", "Date"]
    rows = zip(STEPS, STEPS, CASES, CASES, TIMES, TIMES, strict=True)
    columns = guess(names, [list(row) for row in rows]).columns()
    assert (columns.case, columns.activity) == ("case:concept:name", "concept:name")
    assert columns.time == "time:timestamp"


def test_values_that_speak_against_a_name_win() -> None:
    found = guessed(order_date=TIMES, case=STARTS, step=COSTS, order_nr=CASES, task=STEPS)
    assert roles(found)["case"] == ("order nr", "high")
    assert roles(found)["activity"] == ("task", "high")


def test_a_kind_of_case_is_not_the_case() -> None:
    found = guessed(order_type=TEAMS, number=CASES, step=STEPS, done=TIMES)
    assert roles(found)["case"] == ("number", "likely")


def test_the_only_time_is_when_it_ended_and_that_is_less_sure() -> None:
    assert roles(guessed(case=CASES, step=STEPS, at=TIMES))["time"] == ("at", "likely")
    found = guessed(case=CASES, step=STEPS, start_time=TIMES)
    assert roles(found)["time"] == ("start time", "likely")
    assert "start" not in roles(found)


@pytest.mark.parametrize(
    ("columns", "role"),
    [
        ({"case": CASES, "step": STEPS, "created": STARTS, "closed": TIMES}, "time"),
        ({"case": CASES, "step": STEPS, "task": STEPS, "done": TIMES}, "activity"),
        ({"case": CASES, "a": STEPS, "done": TIMES}, "activity"),
        ({"event id": ["1", "2", "3", "4", "5"], "step": STEPS, "done": TIMES}, "case"),
        ({"case": CASES, "done": TIMES}, "activity"),
        ({"case": CASES, "step": STEPS, "done": [*TIMES[:4], ""]}, "time"),
        ({"case": CASES, "step": STEPS, "done": COSTS}, "time"),
    ],
)
def test_doubt_is_said_and_refused(columns: dict[str, list[str]], role: str) -> None:
    found = guessed(**columns)
    assert found.open == (role,)
    with pytest.raises(ColumnsNeeded, match="case"):
        found.columns()


def test_a_rival_is_named_in_both_languages() -> None:
    found = guessed(case=CASES, step=STEPS, task=STEPS, done=TIMES).of("activity")
    assert found is not None
    assert found.text.nl == "de stap: 'step' ('task' past even goed)"
    assert found.text.en == "the activity: 'step' ('task' fits just as well)"


def test_people_get_no_role() -> None:
    found = guessed(case=CASES, step=STEPS, done=TIMES, employee=TEAMS, team_member_name=TEAMS)
    assert found.people == ("employee",)
    assert "employee" not in [each.column for each in found.found]


def test_a_table_without_rows_is_only_doubt() -> None:
    assert guess(["case", "step", "done"], []).open == ("case", "activity", "time")


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(WrongOption, match="rows of 2 values"):
        guess(["case", "step"], [["1"]])


TABLE: list[list[str]] = [
    ["casus", "stap", "klaar"],
    *([case, step, time] for case, step, time in zip(CASES, STEPS, TIMES, strict=True)),
]


def test_from_every_kind_of_file(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    made = dict(zip(("casus", "stap", "klaar"), (CASES, STEPS, TIMES), strict=True))
    parquet.write_table(pa.table(made), tmp_path / "t.parquet")
    write_csv(tmp_path / "t.csv", TABLE, delimiter=";")
    write_xlsx(tmp_path / "t.xlsx", TABLE)
    for name in ("t.parquet", "t.csv", "t.xlsx"):
        found = guess_file(tmp_path / name)
        assert found.columns() == log.Columns(case="casus", activity="stap", time="klaar")
        assert log.read(tmp_path / name, columns=found.columns()).about.cases == 3


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_text("no")
    with pytest.raises(UnreadableFile, match="not Excel"):
        guess_file(tmp_path / "t.xlsx")
    with pytest.raises(ColumnsNeeded):
        guess_file(write_csv(tmp_path / "t.csv", [["a", "b"], [1, 2]])).columns()
