"""`beide effect`, for people and for programs."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from beide.cli import cli
from tests.unit.effect.data import lead_times, noise, weeks

START = weeks(52)[40].isoformat()


@pytest.fixture
def series(tmp_path: Path) -> Path:
    path = tmp_path / "series.csv"
    found = lead_times(step=np.log(0.6))
    lines = [f"{week},{value}" for week, value in zip(found.weeks, found.values, strict=True)]
    path.write_text("\n".join(["week,value", *lines]))
    return path


@pytest.fixture
def teams(tmp_path: Path) -> Path:
    path = tmp_path / "teams.csv"
    lines = [
        f"team {team},{week},{np.exp(value)}"
        for team in range(4)
        for week, value in zip(weeks(52), noise(52, seed=team + 50), strict=True)
    ]
    path.write_text("\n".join(["team,week,value", *lines]))
    return path


def run(*arguments: object, language: str = "en") -> Result:
    environment = {"LANG": language, "LC_ALL": "", "LC_MESSAGES": ""}
    return CliRunner().invoke(cli, ["effect", *map(str, arguments)], env=environment)


def test_for_people(series: Path) -> None:
    told = run(series, "--from", START)
    assert told.exit_code == 0, told.output
    assert told.stdout.startswith("Improved: ")
    assert "between" in told.stdout
    assert "Chance that it got better: >99%" in told.stdout
    assert run(series, "--from", START, language="nl_NL").stdout.startswith("Verbeterd: ")


def test_for_programs(series: Path) -> None:
    told = json.loads(run(series, "--from", START, "--json").stdout)
    assert told["verdict"] == "improved"
    assert told["watch"]["first"]["is_better"]
    assert told["weights"] == {}


def test_with_teams_beside_it(series: Path, teams: Path) -> None:
    told = json.loads(run(series, "--from", START, "--compare", teams, "--json").stdout)
    assert sum(told["weights"].values()) == pytest.approx(1.0)
    assert len(told["in_space"]) == 4


def test_the_other_direction(series: Path) -> None:
    assert run(series, "--from", START, "--higher-is-better").stdout.startswith("Worse: ")


def test_a_kind_that_is_said(series: Path) -> None:
    told = json.loads(run(series, "--from", START, "--kind", "rating", "--json").stdout)
    assert told["kind"] == "rating"
    assert told["verdict"] == "worse"


def test_a_wrong_value_is_named(series: Path) -> None:
    series.write_text(series.read_text().replace("week,value\n", "week,value\n2023-12-25,fast\n"))
    told = run(series, "--from", START)
    assert told.exit_code == 2
    assert "series.csv, row 2, column 'value': 'fast'" in told.stderr


@pytest.mark.parametrize("start", ["soon", "2031-01-06", "2024-02-05"])
def test_a_start_that_cannot_be(series: Path, start: str) -> None:
    told = run(series, "--from", start)
    assert told.exit_code == 2
    assert "Traceback" not in told.output
    told = run(series, "--from", start, "--json")
    assert json.loads(told.stdout)["error"]["code"] in {"wrong_option", "too_little_data"}
