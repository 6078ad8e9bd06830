"""`beide room`, for people and for programs."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from beide.cli import cli

COLUMNS = ("--case", "case", "--activity", "step", "--time", "done", "--start", "begun")


def run(*arguments: object, language: str = "en") -> Result:
    environment = {"LANG": language, "LC_ALL": "", "LC_MESSAGES": ""}
    return CliRunner().invoke(cli, ["room", *map(str, arguments)], env=environment)


def read(file: Path, *arguments: object, language: str = "en") -> Result:
    return run(file, *COLUMNS, "--role", "team", *arguments, language=language)


def test_for_programs(calm_file: Path) -> None:
    told = read(calm_file, "--promise", "lead_time <= 5d for 90%", "--way", "rota", "--json")
    assert told.exit_code == 0, told.output
    found = json.loads(told.stdout)
    assert found["hours"] > 0
    assert found["way"] == "rota"


def test_what_if_for_people(calm_file: Path) -> None:
    changes = ("--with-arrivals", "1.2", "--with-people", "-1:b")
    told = read(calm_file, "--promise", "within 72h for 90%", *changes, language="nl_NL")
    assert told.exit_code == 0, told.output
    assert told.stdout.startswith("Met 20% meer casussen en 1 persoon minder bij b gaat het van ")


def test_a_change_that_cannot_be_read(calm_file: Path) -> None:
    for option, value in (("--with-people", "b"), ("--with-work", "fast"), ("--move-step", "a")):
        told = read(calm_file, "--promise", "within 72h for 90%", option, value)
        assert told.exit_code == 2
        assert repr(value) in told.stderr


def test_without_roles_it_says_what_is_needed(calm_file: Path) -> None:
    told = run(calm_file, *COLUMNS, "--promise", "within 5d for 90%", "--json")
    assert told.exit_code == 2
    assert json.loads(told.stdout)["error"]["code"] == "too_little_data"
