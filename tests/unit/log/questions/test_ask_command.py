"""``beide ask`` answers in words, and in JSON for programs."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from beide import log
from beide.cli import cli
from beide.cli.ask import QUESTIONS
from tests.unit.log.questions import made
from tests.unit.log.questions.reference import Case, Event


@pytest.fixture
def orders(tmp_path: Path) -> log.Log:
    """Sixteen cases, of which six are asked for by post."""
    road = [
        Event("asked", "desk", made.BEGIN, made.BEGIN),
        Event("made", "repair", made.BEGIN, made.BEGIN.replace(hour=23)),
        Event("made", "repair", None, made.BEGIN.replace(hour=23)),
    ]
    kinds = ["post"] * 6 + ["web"] * 10
    return made.write(
        [Case({"kind": kind, "size": 1, "urgent": False}, road) for kind in kinds], tmp_path
    )


def ask(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, ["ask", *map(str, words)])


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(("language", "says"), [("nl", "16 casussen"), ("en", "16 cases")])
def test_in_words(question: str, language: str, says: str, orders: log.Log) -> None:
    result = ask(orders.path, question, "--language", language)
    assert result.exit_code == 0, result.output
    assert says in result.stdout


@pytest.mark.parametrize("question", QUESTIONS)
def test_in_json(question: str, orders: log.Log) -> None:
    result = ask(orders.path, question, "--json")
    expected = getattr(log, QUESTIONS[question].function)(orders).to_dict()
    assert json.loads(result.stdout) == expected


def test_a_table_has_what_was_found(orders: log.Log) -> None:
    lines = ask(orders.path, "follows", "--language", "en").stdout.splitlines()
    assert lines == [
        "Over 16 cases.",
        "  times  cases     middle    average  from   to",
        "     16     16     1 hour     1 hour  asked  made",
        "     16     16  0 seconds  0 seconds  made   made",
    ]


def test_about_some_of_the_cases(orders: log.Log) -> None:
    options = ["--where", "kind=post", "--from", "2023-01-01", "--contains", "made"]
    result = ask(orders.path, "starts", "--json", *options, "--shorter-than", "2h")
    assert json.loads(result.stdout)["cases"] == 6


def test_a_file_is_read_first(orders: log.Log) -> None:
    source = orders.path.parent / "made.csv"
    columns = ["--case", "case", "--activity", "activity", "--time", "time"]
    result = ask(source, "variants", "--json", *columns)
    assert json.loads(result.stdout)["different"] == 1


def test_what_is_hidden_is_told(tmp_path: Path) -> None:
    found = made.orders(("ab", 20), ("ac", 3), ("ad", 3), folder=tmp_path)
    assert ask(found.path, "ends", "--language", "en").stdout.endswith("Not shown apart: 2.\n")


def test_what_does_not_fit_on_a_page_is_told(tmp_path: Path) -> None:
    roads = [(f"{one}{two}", 5) for one in "abcde" for two in "vwxyz"]
    found = made.orders(*roads, folder=tmp_path)
    told = ask(found.path, "follows", "--language", "en").stdout
    assert "And 5 more; --json shows everything." in told


@pytest.mark.parametrize(
    ("where", "says"), [("kind", "channel=post"), ("kinds=post", "kind, size, urgent")]
)
def test_a_wrong_filter_is_told(where: str, says: str, orders: log.Log) -> None:
    result = ask(orders.path, "starts", "--where", where, "--language", "en")
    assert result.exit_code == 2
    assert says in result.stderr


def test_too_few_to_show_is_told(orders: log.Log) -> None:
    result = ask(orders.path, "starts", "--minimum", "17", "--json")
    assert result.exit_code == 2
    assert json.loads(result.stdout)["error"]["code"] == "too_little_data"
