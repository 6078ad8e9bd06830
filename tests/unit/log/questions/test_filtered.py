"""A question with a filter is the same question of a smaller log."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from beide import log
from beide.errors import TooLittleData, WrongOption
from beide.log import Filter
from tests.unit.log.questions import made, reference
from tests.unit.log.questions.reference import Case, Event
from tests.unit.log.questions.test_agrees_with_reference import agree

DAY = timedelta(days=1)
TUESDAY = datetime.fromisoformat("2024-01-02")


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """Sixty cases three hours apart, of two kinds, with and without a repair; not all are over."""
    found = []
    for number in range(60):
        begin = made.BEGIN + timedelta(hours=3 * number)
        road = ["asked", "repair", "repair", "done"] if number % 3 == 0 else ["asked", "done"]
        if number % 7 == 3:
            road.remove("done")
        kind = {"kind": "web" if number % 4 else "post", "size": number % 2, "urgent": number < 20}
        times = [begin + timedelta(hours=place * (5 + number)) for place in range(len(road))]
        found.append(
            Case(kind, [Event(name, None, None, at) for name, at in zip(road, times, strict=True)])
        )
    return found


@pytest.fixture(scope="module")
def whole(cases: list[Case], tmp_path_factory: pytest.TempPathFactory) -> log.Log:
    return made.write(cases, tmp_path_factory.mktemp("filtered"), ends=("done",))


def kind(case: Case) -> str:
    return str(case.about["kind"])


def repaired(case: Case) -> bool:
    return any(event.activity == "repair" for event in case.events)


FILTERS: list[tuple[Filter, Callable[[Case], bool]]] = [
    (Filter(), lambda _: True),
    (Filter(period=(TUESDAY, None)), lambda case: case.finished and case.last >= TUESDAY),
    (
        Filter(period=(date(2024, 1, 1), TUESDAY), by="arrival"),
        lambda case: TUESDAY - DAY <= case.first < TUESDAY,
    ),
    (
        Filter(period=(None, datetime(2024, 1, 2, 1, tzinfo=timezone(timedelta(hours=1))))),
        lambda case: case.finished and case.last < TUESDAY,
    ),
    (Filter(attributes={"kind": "post"}), lambda case: case.about["kind"] == "post"),
    (Filter(attributes={"size": 1}), lambda case: case.about["size"] == 1),
    (Filter(attributes={"size": "1"}), lambda case: case.about["size"] == 1),
    (Filter(attributes={"urgent": "True"}), lambda case: bool(case.about["urgent"])),
    (Filter(attributes={"urgent": False}), lambda case: not case.about["urgent"]),
    (Filter(activities=("repair",)), lambda case: repaired(case)),
    (
        Filter(attributes={"kind": ("web", "fax"), "size": (1,)}),
        lambda case: case.about["kind"] == "web" and case.about["size"] == 1,
    ),
    (Filter(longer_than=DAY), lambda case: case.whole and case.last - case.first > DAY),
    (
        Filter(shorter_than=timedelta(hours=25)),
        lambda case: case.whole and case.last - case.first < 25 * DAY / 24,
    ),
    (
        Filter(outcome=log.good("lead_time > 30h and kind = web")),
        lambda case: case.whole and case.last - case.first > 5 * DAY / 4 and kind(case) == "web",
    ),
    (
        Filter(outcome=log.good("not first_time_right"), attributes={"size": 0}),
        lambda case: case.whole and repaired(case) and case.about["size"] == 0,
    ),
    (
        Filter(attributes={"kind": "web", "size": 0}) & Filter(activities=("repair", "done")),
        lambda case: (
            case.about == {**case.about, "kind": "web", "size": 0}
            and repaired(case)
            and case.events[-1].activity == "done"
        ),
    ),
]


@pytest.mark.parametrize("place", range(len(FILTERS)))
def test_fits(place: int, whole: log.Log, cases: list[Case]) -> None:
    where, fits = FILTERS[place]
    marked = reference.marked(whole, cases)
    assert not all(case.whole for case in marked)
    agree(whole, [case for case in marked if fits(case)], where=where)


def test_an_attribute_that_the_log_has_not_is_told_with_those_it_has(whole: log.Log) -> None:
    with pytest.raises(WrongOption, match=r"\(kind, size, urgent\)\. Got 'chanel'"):
        log.starts(whole, where=Filter(attributes={"chanel": "web"}))


def test_an_activity_that_the_log_has_not_is_told_with_those_it_has(whole: log.Log) -> None:
    with pytest.raises(WrongOption, match=r"\(asked, repair, done\)\. Got 'repaired'"):
        log.starts(whole, where=Filter(activities=("repaired",)))


@pytest.mark.parametrize(
    "attributes", [{"size": "large"}, {"size": True}, {"urgent": "maybe"}, {"size": ""}]
)
def test_a_value_that_cannot_be_one_of_the_column_is_told(
    attributes: dict[str, str | bool], whole: log.Log
) -> None:
    with pytest.raises(WrongOption) as refused:
        log.starts(whole, where=Filter(attributes=attributes))
    assert refused.value.data["value"] in attributes.values()


def test_a_time_is_compared_as_a_time(tmp_path: Path) -> None:
    rows = [
        f"{n},a,2024-01-0{n % 2 + 1} 12:00,2024-03-0{n % 2 + 1}T10:00:00+01:00" for n in range(20)
    ]
    source = tmp_path / "t.csv"
    source.write_text("\n".join(["case,activity,time,due", *rows]))
    columns = log.Columns(case="case", activity="activity", time="time", attributes=("due",))
    found = log.read(source, columns=columns)
    for due in ("2024-03-02T09:00:00", datetime(2024, 3, 2, 9, tzinfo=UTC)):
        assert log.starts(found, where=Filter(attributes={"due": due})).cases == 10


def test_a_value_that_no_case_has_leaves_too_little(whole: log.Log) -> None:
    with pytest.raises(TooLittleData, match="fewer than 5 cases fit"):
        log.starts(whole, where=Filter(attributes={"kind": "fax"}))
