"""A promise on any outcome, about some of the cases, judged by week or by month."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import log
from beide.errors import TooLittleData, WrongOption
from beide.log._hiding import hidden
from tests.unit.log.examples import examples
from tests.unit.log.questions import made, reference
from tests.unit.log.questions.reference import Case, Event

DAY = timedelta(days=1)
SCOPES: list[tuple[log.Filter, Callable[[Case], bool]]] = [
    (log.Filter(), lambda _: True),
    (log.Filter(attributes={"kind": "post"}), lambda case: case.about["kind"] == "post"),
    (
        log.Filter(roles=("desk", "repair")),
        lambda case: any(event.role in {"desk", "repair"} for event in case.events),
    ),
]


def by_hand(cases: list[Case], promise: log.Promise) -> dict[date, list[bool]]:
    found: dict[date, list[bool]] = {}
    for case in cases:
        begin = reference.monday(case.last)
        if promise.period == "month":
            begin = case.last.date().replace(day=1)
        is_good = case.last - case.first <= DAY and case.about["size"] == 1
        found.setdefault(begin, []).append(is_good)
    return dict(sorted(found.items()))


@given(made.many, st.sampled_from(range(len(SCOPES))), st.sampled_from(["week", "month"]))
@examples(4, many=60)
def test_agrees_with_counting(
    tmp_path_factory: pytest.TempPathFactory, roads: Any, place: int, period: Any
) -> None:
    scope, inside = SCOPES[place]
    everybody = [Event("a", role, None, made.BEGIN) for role in ("desk", "repair")]
    cases = [*made.cases(roads), Case({"kind": "web", "size": 2, "urgent": True}, everybody)]
    found = made.write(cases, tmp_path_factory.mktemp("made"))
    counted = [case for case in reference.marked(found, cases) if case.whole and inside(case)]
    good = log.good("lead_time <= 1d and size = 1")
    promise = log.Promise(good=good, share=0.5, scope=scope, period=period)
    expected = by_hand(counted, promise)
    if len(counted) < 5:
        with pytest.raises(TooLittleData):
            log.promise_over_time(found, promise)
        return
    told = log.promise_over_time(found, promise)
    secret = hidden({begin: len(goods) for begin, goods in expected.items()}, 5)
    assert (told.cases, told.kept) == (len(counted), sum(map(sum, expected.values())))
    assert [each.begin for each in told.periods] == list(expected)
    for each, goods in zip(told.periods, expected.values(), strict=True):
        assert each.cases == len(goods)
        assert each.kept == (None if each.begin in secret else sum(goods))
        assert each.kept_promise == (
            None if each.begin in secret else sum(goods) / len(goods) >= 0.5
        )


def test_reads_and_says_what_it_is() -> None:
    found = log.promise("doorlooptijd <= 5d en cijfer >= 9 voor 80% per maand")
    assert found == log.Promise(
        good=log.good("lead_time <= 5d and rating >= 9"), share=0.8, period="month"
    )
    assert found.text.nl == (
        "doorlooptijd hoogstens 5 dagen en cijfer minstens 9 voor 80% per maand"
    )
    assert found.text.en == "lead time at most 5 days and rating at least 9 for 80% each month"
    assert found.within is None
    assert found.to_dict() == {
        "good": "lead_time <= 5d and rating >= 9",
        "share": 0.8,
        "period": "month",
    }


def test_within_is_short_for_a_lead_time() -> None:
    short = log.Promise(within=5 * DAY, share=0.9)
    assert short == log.promise("lead_time <= 5d for 90%")
    assert short.to_dict()["within_seconds"] == 432_000


@pytest.mark.parametrize(
    "given_",
    [
        {},
        {"within": DAY, "good": log.good("rating > 8")},
        {"within": timedelta(0)},
        {"within": DAY, "period": "year"},
    ],
)
def test_what_does_not_make_a_promise_is_refused(given_: dict[str, Any]) -> None:
    with pytest.raises(WrongOption):
        log.Promise(share=0.9, **given_)


def test_weeks_in_which_slow_cases_cannot_be_seen_yet_are_marked(tmp_path: Path) -> None:
    begin = datetime.fromisoformat("2024-01-01T09:00:00")
    cases = []
    for number in range(200):
        events = [
            Event("asked", None, None, begin + number * DAY),
            Event("done", None, None, begin + (number + 1 + 15 * (number % 2)) * DAY),
        ]
        cases.append(Case({"kind": "web", "size": 1, "urgent": False}, events))
    found = made.write(cases, tmp_path, ends=("done",))
    told = log.promise_over_time(found, log.promise("within 2d for 50%")).periods
    settled = [each.settled for each in told]
    assert not settled[0]
    assert settled == sorted(settled)
    assert settled[4]
