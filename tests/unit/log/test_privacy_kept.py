"""The report for the works council tells every column of the log, and every one that was left."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from beide import log
from beide.cli import cli
from beide.log.privacy import FoundRoles, report
from tests.unit.log.data import rows, write_csv

NAMES = ["case", "activity", "time", "begun", "medewerker", "channel", "cost", "urgent", "mail"]
COLUMNS = log.Columns(
    case="case", activity="activity", time="time", start="begun", people="medewerker",
    attributes=None,
)  # fmt: skip


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> log.Log:
    folder = tmp_path_factory.mktemp("kept")
    made = [
        [
            case, step, f"2024-01-{1 + place:02} 11:00", f"2024-01-{1 + place:02} 10:00",
            f"Joris{case % 7}", "phone" if case < 30 else "post", case % 5, "true", f"{case}@x.nl",
        ]
        for case in range(32)
        for place, step in enumerate(["weigh", "send"])
    ]  # fmt: skip
    path = write_csv(folder / "orders.csv", [NAMES, *made])
    return log.read(path, columns=COLUMNS, roles=FoundRoles(), into=folder / "orders.log")


def test_every_column_of_the_log_is_in_the_report(kept: log.Log) -> None:
    own = {"case", "position", "next_activity", "next_role", "next_time", "id_hash"}
    own |= {"first", "last", "duration", "events", "lifecycle"}
    own |= {"finished", "unfinished", "cut", "whole"}
    stored = {name for part in ("events", "cases") for name in rows(kept, part)[0]}
    assert {each.name for each in report(kept).kept} == stored - own


def test_different_and_rare_values_are_counted(kept: log.Log) -> None:
    told = {each.name: each for each in report(kept).kept}
    assert (told["channel"].different, told["channel"].rare) == (2, 1)
    assert (told["activity"].different, told["activity"].rare) == (2, 0)
    assert (told["cost"].holds, told["urgent"].holds, told["time"].different) == (
        "number", "boolean", None,
    )  # fmt: skip


def test_it_reads_as_a_page_in_both_languages(kept: log.Log) -> None:
    text = report(kept).text
    for said in (
        "# What is kept of orders.csv",
        "32 cases and 64 events, from 2024-01-01 up to 2024-01-02.",
        "| channel | case | text | 2 | 1 |",
        "| mail | is about people |",
        "The people in column 'medewerker' became roles",
        "HMAC-SHA256",
    ):
        assert said in text.en
    for said in ("# Wat er van orders.csv is bewaard", "| de stap | gebeurtenis | tekst | 2 | 0 |"):
        assert said in text.nl
    assert "Joris" not in text.nl + text.en


def test_without_roles_it_says_so(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", [["case", "activity", "time"], ["1", "a", "2024-01-31"]])
    columns = log.Columns(case="case", activity="activity", time="time")
    text = report(log.read(path, columns=columns)).text.en
    assert "no roles or teams either" in text
    assert "not asked for were not read" in text


def test_the_command_tells_it(kept: log.Log) -> None:
    told = CliRunner().invoke(cli, ["log", "kept", str(kept.path), "--language", "nl"])
    assert told.exit_code == 0
    assert told.stdout == report(kept).text.nl
    as_json = CliRunner().invoke(cli, ["log", "kept", str(kept.path), "--json"])
    assert json.loads(as_json.stdout)["left_out"] == {"mail": "person"}
