"""What the command says, to people and to programs, in both languages."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from beide.cli import cli
from tests.unit.log.data import shared

TEXT = "order,step,done\n" + "".join(
    f"{case},{step},2024-01-{day:02}\n" for case in range(6) for step, day in (("a", 15), ("b", 18))
)
NAMED = ["--case", "order", "--activity", "step", "--time", "done"]


def run(*arguments: object, language: str = "en_GB.UTF-8") -> Result:
    environment = {"LANG": language, "LC_ALL": "", "LC_MESSAGES": ""}
    return CliRunner().invoke(cli, [str(each) for each in arguments], env=environment)


def told(*arguments: object) -> Any:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.fixture
def orders(tmp_path: Path) -> Path:
    path = tmp_path / "orders.csv"
    path.write_text(TEXT)
    return path


def test_read_for_programs(orders: Path) -> None:
    found = told("log", "read", orders, *NAMED, "--json")
    assert {key: found[key] for key in ("cases", "events", "activities", "from", "until")} == {
        "cases": 6,
        "events": 12,
        "activities": 2,
        "from": "2024-01-15T00:00:00+00:00",
        "until": "2024-01-18T00:00:00+00:00",
    }


def test_read_for_people(orders: Path) -> None:
    dutch = run("log", "read", orders, *NAMED, "--language", "nl").stdout
    assert "6 casussen · 12 gebeurtenissen · 2 stappen" in dutch
    assert "Niets bewaard" in dutch
    assert "6 cases · 12 events · 2 activities" in run("log", "read", orders, *NAMED).stdout


def test_read_leaves_nothing_unless_asked(orders: Path, tmp_path: Path) -> None:
    run("log", "read", orders, *NAMED)
    assert list(tmp_path.iterdir()) == [orders]
    assert "Kept in" in run("log", "read", orders, *NAMED, "--into", tmp_path / "o.log").stdout
    assert (tmp_path / "o.log" / "events.parquet").exists()


def test_promise_of_a_log_and_of_a_file(orders: Path, tmp_path: Path) -> None:
    run("log", "read", orders, *NAMED, "--into", tmp_path / "o.log")
    asked = ["--within", "3d", "--share", "0.9"]
    from_log = told("promise", tmp_path / "o.log", *asked, "--json")
    assert from_log == told("promise", orders, *NAMED, *asked, "--json")
    assert (from_log["kept_overall"], from_log["cases"]) == (True, 6)


def test_promise_for_people(orders: Path) -> None:
    result = run("promise", orders, *NAMED, "--within", "2d", "--share", "0.9", "--language", "nl")
    assert "Belofte: binnen 2 dagen voor 90%" in result.stdout
    assert "Niet nagekomen: 0,0% van 6 casussen" in result.stdout


def test_forms(orders: Path) -> None:
    found = told("forms", "--language", "nl", "--json")["forms"]
    assert [form["form"] for form in found] == [
        "improvement",
        "renewal",
        "transition",
        "innovation",
    ]
    assert {form["mode"] for form in found} == {"hierarchy", "network"}
    assert len(found[0]["asks"]["questions"]) == 3
    assert run("forms").stdout.count("First step") == 4


def test_an_error_is_one_sentence_and_exit_code_2(tmp_path: Path) -> None:
    result = run("log", "read", tmp_path / "absent.xes", language="nl_NL.UTF-8")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == "absent.xes is niet te lezen: het bestand is er niet.\n"


def test_an_error_for_programs(tmp_path: Path) -> None:
    result = run("log", "read", tmp_path / "absent.xes", "--json")
    assert result.exit_code == 2
    error = json.loads(result.stdout)["error"]
    assert (error["code"], error["data"]["file"]) == ("unreadable_file", "absent.xes")
    assert error["message"] == "absent.xes cannot be read: there is no such file."


def test_without_columns_it_names_what_there_is(orders: Path) -> None:
    result = run("log", "read", orders, "--case", "order")
    assert result.exit_code == 2
    assert "order, step, done" in result.stderr


@pytest.mark.parametrize(
    ("language", "says"),
    [("nl_BE.UTF-8", "Zie of een belofte"), ("de_DE", "See whether"), ("", "See whether")],
)
def test_help_follows_the_systems_language(language: str, says: str) -> None:
    assert says in run("--help", language=language).stdout


def test_the_asked_language_goes_before_the_systems() -> None:
    assert "Kolom met de casus" in run("--language", "nl", "log", "read", "--help").stdout
    assert "Kolom met de casus" in run("log", "read", "--language", "nl", "--help").stdout


@pytest.mark.shared_data
def test_the_promise_of_a_real_log() -> None:
    path = shared("env_permit_receipt.xes.gz")
    found = told("promise", path, "--within", "5d", "--share", "0.9", "--json")
    assert (found["cases"], found["kept"], found["kept_overall"]) == (1_266, 929, False)
