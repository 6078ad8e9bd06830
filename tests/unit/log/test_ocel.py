"""OCEL 2.0: events that touch several objects, seen from the type of object that is the case."""

import gzip
from pathlib import Path
from typing import Any

import pytest

from beide import log
from beide.errors import ObjectTypeNeeded, PersonColumn, WrongOption
from tests.unit.log.data import rows
from tests.unit.log.made_ocel import ALWAYS, Made, write

SHOP = Made(
    objects=[
        ("o1", "order", {"price": [(ALWAYS, 10.0), ("2024-01-03T00:00:00Z", 12.5)]}),
        ("o2", "order", {"price": [(ALWAYS, 7.0)], "urgent": [("2024-01-05T00:00:00Z", True)]}),
        ("i1", "item", {}),
        ("i2", "item", {}),
        ("i3", "item", {}),
        ("Ann", "employee", {}),
    ],
    events=[
        ("e1", "place", "2024-01-01T10:00:00Z", {"channel": "phone"}, ["o1", "i1", "i2"]),
        ("e2", "place", "2024-01-02T10:00:00Z", {"channel": "web"}, ["o2", "i3", "Ann"]),
        ("e3", "pack", "2024-01-03T10:00:00Z", {}, ["i1", "i2"]),
        ("e4", "send", "2024-01-04T10:00:00Z", {}, ["o1", "o2", "i1", "i3", "o1"]),
        ("e5", "pay", "2024-01-06T10:00:00Z", {}, ["o2"]),
    ],
    kinds={
        "order": {"price": "float", "urgent": "boolean"},
        "place": {"channel": "string"},
    },
)
FORMS = (".json", ".xml", ".sqlite")


@pytest.fixture(params=FORMS)
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return write(SHOP, tmp_path / f"shop{request.param}")


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return write(SHOP, tmp_path / "shop.json")


def steps(found: log.Log) -> list[list[str]]:
    """Return the steps of each case, in the order of the cases' first events."""
    names = {each["code"]: each["name"] for each in rows(found, "activities")}
    seen: dict[int, list[str]] = {}
    for each in rows(found, "events"):
        seen.setdefault(each["case"], []).append(names[each["activity"]])
    return [seen[case] for case in sorted(seen)]


def test_an_event_counts_for_each_object_that_it_touches(shop: Path) -> None:
    found = log.read(shop, object_type="order")
    assert steps(found) == [["place", "send"], ["place", "send", "pay"]]
    assert found.about.kind == "ocel"


def test_another_type_is_another_log(plain: Path) -> None:
    found = log.read(plain, object_type="item")
    assert steps(found) == [
        ["place", "pack", "send"],
        ["place", "pack"],
        ["place", "send"],
    ]


def test_attributes_are_those_at_the_time_of_the_event(shop: Path) -> None:
    found = log.read(shop, object_type="order")
    assert [each["price"] for each in rows(found, "events")] == [10.0, 12.5, 7.0, 7.0, 7.0]
    assert [each["urgent"] for each in rows(found, "cases")] == [None, True]


def test_attributes_of_the_event_are_kept_too(plain: Path) -> None:
    found = log.read(plain, object_type="order")
    assert [each["channel"] for each in rows(found, "cases")] == ["phone", "web"]


def test_the_type_has_to_be_said_when_there_are_several(plain: Path) -> None:
    with pytest.raises(ObjectTypeNeeded) as raised:
        log.read(plain)
    assert "item (3), order (2), employee (1)" in str(raised.value)
    assert "object_type='item'" in raised.value.in_language("nl")


def test_a_type_that_is_not_there_is_told_with_those_that_are(plain: Path) -> None:
    with pytest.raises(WrongOption, match=r"item \(3\), order \(2\).*'orders'"):
        log.read(plain, object_type="orders")


def test_people_are_never_the_case(plain: Path) -> None:
    with pytest.raises(PersonColumn, match="employee"):
        log.read(plain, object_type="employee")


def test_a_single_type_needs_no_saying(tmp_path: Path) -> None:
    one = Made(objects=[("a", "order", {})], events=[("e", "x", "2024-01-01T10:00", {}, ["a"])])
    assert log.read(write(one, tmp_path / "one.json")).about.cases == 1


def test_columns_can_be_named(plain: Path) -> None:
    columns = log.Columns(
        case="case:concept:name",
        activity="concept:name",
        time="time:timestamp",
        role="channel",
    )
    found = log.read(plain, object_type="order", columns=columns)
    assert [each["name"] for each in rows(found, "roles")] == ["phone", "web"]


def test_people_in_attributes_are_left_out(tmp_path: Path) -> None:
    events: list[Any] = [("e", "x", "2024-01-01T10:00:00Z", {"resource": "Willemijn"}, ["a"])]
    made = Made(
        objects=[("a", "order", {"owner": [(ALWAYS, "Diederik")]})],
        events=events,
        kinds={"order": {"owner": "string"}, "x": {"resource": "string"}},
    )
    for form in FORMS:
        found = log.read(write(made, tmp_path / f"people{form}"))
        assert found.about.dropped.columns == {"case:owner": "person", "resource": "person"}


@pytest.mark.parametrize("form", [".json", ".xml"])
def test_a_packed_file_is_the_same_log(form: str, tmp_path: Path) -> None:
    plain = write(SHOP, tmp_path / f"shop{form}")
    packed = tmp_path / f"shop{form}.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert steps(log.read(packed, object_type="order")) == [
        ["place", "send"],
        ["place", "send", "pay"],
    ]
