"""``beide log read`` without columns says what it guessed, or what to give."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from beide.cli import cli
from tests.unit.log.data import write_csv
from tests.unit.log.workbook import write_xlsx

ROWS = [["1", "weigh", "2024-01-31"], ["1", "send", "2024-02-01"], ["2", "weigh", "2024-02-02"]]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(each) for each in arguments])


def test_it_says_what_it_guessed_beside_the_answer(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", [["order", "step", "done"], *ROWS], delimiter=";")
    result = run("log", "read", path, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["cases"] == 2
    assert "the case: 'order'" in result.stderr
    assert "de casus: 'order'" in run("log", "read", path, "--language", "nl").stderr


def test_in_doubt_it_reads_nothing_and_says_which_options_to_give(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "t.csv", [["order", "what", "done"], *ROWS])
    result = run("log", "read", path, "--into", tmp_path / "t.log")
    assert result.exit_code == 2
    assert "--case, --activity and --time" in result.stderr
    assert "order, what, done" in result.stderr
    assert not (tmp_path / "t.log").exists()


def test_sheet_and_encoding_reach_the_reader(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "t.xlsx", [["order", "step", "done"], *ROWS], sheet="Some sheet")
    assert run("log", "read", book, "--sheet", "Some sheet").exit_code == 0
    assert "'Some sheet'" in run("log", "read", book, "--sheet", "Other").stderr
    text = write_csv(tmp_path / "t.csv", [["order", "step", "done"], *ROWS])
    told = json.loads(run("log", "read", text, "--encoding", "cp1252", "--json").stdout)
    assert told["about"]["encoding"] == "cp1252"
