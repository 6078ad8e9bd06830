"""Every question is answered as plain Python answers it, on any small log and on real ones."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given

from beide import log
from beide.errors import TooLittleData
from tests.unit.log import reference as plain_log
from tests.unit.log.data import DISCO, real, shared
from tests.unit.log.examples import examples
from tests.unit.log.questions import made, reference
from tests.unit.log.questions.reference import Case, Event

QUESTIONS = (
    "directly_follows",
    "durations",
    "waiting",
    "connections",
    "arrivals",
    "work_in_progress",
    "starts",
    "ends",
    "rework",
)


def near(expected: Any) -> Any:
    """Return an answer with times that may be a microsecond off."""
    if isinstance(expected, dict):
        return {key: near(each) for key, each in expected.items()}
    if isinstance(expected, list):
        return [near(each) for each in expected]
    return pytest.approx(expected, rel=1e-9, abs=2e-6) if isinstance(expected, float) else expected


def ask(question: str, found: log.Log, minimum: int = 5, where: log.Filter | None = None) -> Any:
    """Return an answer as a dict; nothing at all where the log cannot tell."""
    try:
        return getattr(log, question)(found, where=where, minimum=minimum).to_dict()
    except TooLittleData as error:
        return error.data["what_en"]


def agree(
    found: log.Log, cases: Sequence[Case], minimum: int = 5, where: log.Filter | None = None
) -> None:
    if where is None:
        cases = reference.marked(found, cases)
    for question in QUESTIONS:
        expected = getattr(reference, question)(cases, minimum)
        told = ask(question, found, minimum, where)
        if not isinstance(told, str):
            assert told == near(expected), question
        elif question == "durations":
            assert not any(reference.start_known(each) for case in cases for each in case.events)
        else:
            assert question == "connections"
            assert not found.about.roles
    agree_on_variants(found, cases, minimum, where)


def agree_on_variants(
    found: log.Log, cases: Sequence[Case], minimum: int, where: log.Filter | None
) -> None:
    expected = reference.variants(cases, minimum)
    told = log.variants(found, where=where, minimum=minimum, top=10_000)
    assert told.different == expected["different"]
    assert (told.other.rows, told.other.count) == expected["hidden"]
    shown = Counter({each.activities: each.cases for each in told.variants})
    # Which of two equally rare ones is hidden along with a third is free.
    assert sorted(shown.values()) == sorted(expected["shown"].values())
    counted = Counter(tuple(event.activity for event in case.events) for case in cases)
    assert all(counted[road] == count for road, count in shown.items())
    assert [each.cases for each in told.variants] == sorted(shown.values(), reverse=True)
    assert all(each.share == each.cases / len(cases) for each in told.variants)


@given(made.many)
@examples(5, many=75)
def test_any_small_log(roads: Any) -> None:
    cases = made.cases(roads)
    with TemporaryDirectory() as folder:
        agree(made.write(cases, Path(folder)), cases)


def from_plain(events: Sequence[plain_log.Event]) -> list[Case]:
    by_case: dict[str, list[plain_log.Event]] = {}
    for event in events:
        by_case.setdefault(event.case, []).append(event)
    return [
        Case({}, [Event(e.activity, e.role, e.start, e.time) for e in in_order(found)])
        for found in by_case.values()
    ]


def in_order(events: Sequence[plain_log.Event]) -> list[plain_log.Event]:
    return sorted(events, key=lambda event: event.time)


@pytest.mark.shared_data
@pytest.mark.parametrize("name", ["running-example.xes", "env_permit_receipt.xes.gz"])
def test_real_xes(name: str) -> None:
    agree(real(name), from_plain(plain_log.read_xes(shared(name))))


@pytest.mark.shared_data
def test_a_real_log_with_start_times() -> None:
    events = plain_log.read_csv(shared("Production.csv"), DISCO)
    done = [each for each in events if each.activity not in ("Start", "End")]
    agree(real("Production.csv"), from_plain(done), minimum=8)
