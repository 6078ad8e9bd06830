"""Every question has one answer, on DuckDB and on Spark, and plain Python gives the same."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from beide import log
from beide.engine import Engine, default, using
from beide.errors import TooLittleData
from tests.unit.log.data import COUNTS, counted, real
from tests.unit.log.questions import made
from tests.unit.log.questions.test_agrees_with_reference import QUESTIONS, agree, near


def answered(ask: Callable[[], Any]) -> Any:
    try:
        return ask().to_dict()
    except TooLittleData as error:
        return error.data["what_en"]


def answers(found: log.Log) -> dict[str, Any]:
    asked = {name: partial(getattr(log, name), found) for name in (*QUESTIONS, "lead_times")}
    asked["variants"] = partial(log.variants, found, top=10_000)
    return {name: answered(ask) for name, ask in asked.items()}


def agrees(one: dict[str, Any], other: dict[str, Any]) -> None:
    for question, answer in one.items():
        assert other[question] == near(answer), question


@pytest.mark.shared_data
@pytest.mark.parametrize("name", COUNTS)
def test_on_real_logs(name: str, spark: Engine) -> None:
    found = real(name)
    assert counted(found.about) == COUNTS[name]
    here = answers(found)
    with using(spark):
        agrees(here, answers(found))


@given(made.many)
@settings(
    max_examples=2,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_on_any_small_log(spark: Engine, roads: Any) -> None:
    cases = made.cases(roads)
    with TemporaryDirectory() as folder, using(spark):
        agree(made.write(cases, Path(folder)), cases)


@pytest.mark.shared_data
def test_a_log_in_memory_gives_the_same_answers(engine: Engine) -> None:
    found = real("running-example.xes")
    with using(engine):
        expected = answers(found)
        with log.loaded(found) as held:
            agrees(expected, answers(held))
        agrees(expected, answers(found))


OUTCOMES = (
    log.Outcome(),
    log.Outcome(what="working_time", calendar=log.Calendar()),
    log.Outcome(what="first_time_right"),
)


@pytest.mark.shared_data
def test_outcomes(spark: Engine) -> None:
    found = real("helpdesk.xes.gz")
    for outcome in OUTCOMES:
        assert values(found, outcome) == values_on(spark, found, outcome)
    good = log.good("lead_time <= 30d and first_time_right")
    with using(spark):
        there = log.good_cases(found, good)
    here = log.good_cases(found, good)
    assert (here.cases, here.good) == (there.cases, there.good)


def values(found: log.Log, outcome: log.Outcome) -> list[Any]:
    table = log.outcomes(found, outcome).table
    return default().values(table.order_by("case"), "value")


def values_on(engine: Engine, found: log.Log, outcome: log.Outcome) -> list[Any]:
    with using(engine):
        return values(found, outcome)
