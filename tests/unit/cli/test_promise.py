"""``beide promise`` on any outcome, with what is usual beside it."""

import json
from datetime import datetime, timedelta

import pytest
from click.testing import CliRunner, Result

from beide import log
from beide.cli import cli
from tests.unit.log.questions import made
from tests.unit.log.questions.reference import Case, Event

BEGIN = datetime.fromisoformat("2023-01-02T09:00:00")
WEEKS = 40


@pytest.fixture(scope="module")
def orders(tmp_path_factory: pytest.TempPathFactory) -> log.Log:
    """Forty weeks of ten orders; in week 36 all are slow, else one in five."""
    cases = []
    for week in range(WEEKS):
        for number in range(10):
            slow = week == 36 or number < 2 + (week * 7 % 3 - 1)
            begin = BEGIN + timedelta(weeks=week, hours=number)
            end = begin + timedelta(days=3 if slow else 1)
            events = [Event("asked", "desk", None, begin), Event("done", "desk", None, end)]
            about = {"kind": "post" if number % 2 else "web", "size": number, "urgent": slow}
            cases.append(Case(about, events))
    return made.write(cases, tmp_path_factory.mktemp("orders"), ends=("done",))


def promise(found: log.Log, *words: str) -> Result:
    return CliRunner().invoke(cli, ["promise", str(found.path), *words])


def test_a_written_promise_is_the_same_as_its_two_parts(orders: log.Log) -> None:
    written = promise(orders, "--promise", "lead_time <= 2d for 75%", "--json")
    parts = promise(orders, "--within", "2d", "--share", "0.75", "--json")
    assert json.loads(written.stdout) == json.loads(parts.stdout)
    assert json.loads(written.stdout)["kept_overall"]


def test_a_week_outside_its_limits_is_marked(orders: log.Log) -> None:
    result = promise(orders, "--promise", "within 2d for 75%", "--language", "en")
    assert result.exit_code == 0, result.output
    unusual = [line for line in result.stdout.splitlines() if "unusual: mostly between" in line]
    assert [line.split()[0] for line in unusual] == ["2023-09-11"]
    assert "outside what is usual" in result.stdout


def test_limits_are_there_for_programs_too(orders: log.Log) -> None:
    told = json.loads(promise(orders, "--promise", "within 2d for 75%", "--json").stdout)
    assert [week["week"] for week in told["chart"]["weeks"] if week["outside"]] == ["2023-09-11"]
    assert told["stability"]["calm"] in {"watch", "unsettled"}


def test_months_have_no_limits(orders: log.Log) -> None:
    told = json.loads(promise(orders, "--promise", "within 2d for 75% each month", "--json").stdout)
    assert [each["begin"][-2:] for each in told["periods"]] == ["01"] * len(told["periods"])
    assert told["chart"] is None
    words = promise(orders, "--promise", "binnen 2d voor 75% per maand", "--language", "nl").stdout
    assert "De laatste maanden:" in words


def test_about_some_of_the_cases_and_measured_your_way(orders: log.Log) -> None:
    asked = ["--where", "kind=post", "--took-part", "desk", "--rating", "size"]
    told = promise(orders, "--promise", "rating >= 5 for 50%", *asked, "--json")
    assert json.loads(told.stdout)["cases"] == WEEKS * 5
    hours = ["--hours", "mon-fri 9-17"]
    worked = promise(orders, "--promise", "working_time <= 2d for 50%", *hours, "--json")
    assert json.loads(worked.stdout)["promise"]["good"] == "working_time <= 16h"


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ([], "--within"),
        (["--within", "2d"], "--share"),
        (["--promise", "within 2d for 75%", "--share", "0.5"], "within 5d for 90%"),
        (["--promise", "lead_time < soon for 75%"], "character 13"),
    ],
)
def test_what_is_missing_or_wrong_is_told(orders: log.Log, words: list[str], hint: str) -> None:
    result = promise(orders, *words, "--language", "en")
    assert result.exit_code == 2
    assert hint in result.stderr


def test_a_question_about_a_result(orders: log.Log) -> None:
    asked = ["ask", str(orders.path), "starts", "--outcome", "lead_time > 2d", "--json"]
    told = json.loads(CliRunner().invoke(cli, asked).stdout)
    assert told["cases"] == log.good_cases(orders, log.good("lead_time > 2d")).good
