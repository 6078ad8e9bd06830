"""`beide discover`, for people and for programs."""

import json

import pytest
from click.testing import CliRunner, Result

from beide.cli import cli
from beide.log import Log


def run(log: Log, *arguments: str, language: str = "en") -> Result:
    environment = {"LANG": language, "LC_ALL": "", "LC_MESSAGES": ""}
    asked = ["discover", str(log.path), "--by", "kind", "--depth", "1", *arguments]
    return CliRunner().invoke(cli, asked, env=environment)


def test_for_people(log: Log) -> None:
    told = run(log, "--good", "lead_time <= 4d")
    assert told.exit_code == 0, told.output
    assert "Good is here: lead time at most 4 days." in told.stdout
    assert "1. When complete is 'yes', " in told.stdout
    assert "This goes together with going well." in told.stdout


def test_in_dutch(log: Log) -> None:
    told = run(log, "--good", "doorlooptijd <= 4d", "--landmark", "step:make", language="nl")
    assert told.exit_code == 0, told.output
    assert "Goed is hier: doorlooptijd hoogstens 4 dagen." in told.stdout
    assert "1. Als team a de stap 'make' doet" in told.stdout or "dezelfde rol" in told.stdout
    assert "vanaf dat moment" in told.stdout


def test_for_programs(log: Log) -> None:
    told = json.loads(run(log, "--good", "lead_time <= 4d", "--seed", "3", "--json").stdout)
    assert told["seed"] == 3
    assert told["patterns"][0]["features"][0]["key"] == "yes:name=complete"


@pytest.mark.parametrize("show", ["connections", "steps"])
def test_links(log: Log, show: str) -> None:
    told = run(log, "--good", "lead_time <= 4d", "--show", show)
    assert told.exit_code == 0, told.output
    assert "From " in told.stdout
    asked = json.loads(run(log, "--good", "lead_time <= 4d", "--show", show, "--json").stdout)
    assert asked["kind"] == show


def test_some_of_the_cases(log: Log) -> None:
    told = run(log, "--good", "lead_time <= 4d", "--until", "2024-05-01", "--json")
    assert json.loads(told.stdout)["until"] == "2024-04-30"
    told = run(log, "--good", "lead_time <= 4d", "--where", "kind=small", "--json")
    assert 500 < json.loads(told.stdout)["cases"] < 1000


def test_a_refusal_says_what_would_help(log: Log) -> None:
    told = run(log, "--good", "lead_time <= 4d", "--landmark", "step:paint")
    assert told.exit_code == 2
    assert "receive" in told.stderr
    told = run(log, "--good", "lead_time <= 4d", "--until", "2024-02-01")
    assert told.exit_code == 2
    assert "300" in told.stderr
