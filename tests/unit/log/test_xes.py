"""What XES files do that readers stumble over."""

from pathlib import Path

import pytest

from beide import log
from beide.errors import MissingValue
from tests.unit.log.data import event, rows, xes

AT = "2024-01-31T10:00:00+01:00"
ONE = xes({"a": [event("one", AT), event("two", AT)], "b": [event("one", AT)]})


def read(folder: Path, content: str | bytes) -> log.Log:
    path = folder / "t.xes"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return log.read(path)


def activities(found: log.Log) -> list[str]:
    return [row["name"] for row in rows(found, "activities")]


@pytest.mark.parametrize(
    "content",
    [
        ONE.replace("\n", ""),
        ONE.replace('"', "'"),
        "\ufeff" + ONE,
        ONE.replace("<log>", '<log xmlns="http://www.xes-standard.org/">'),
        ONE.replace("<log>", '<log><float value="1.5"/><string key="creator" value="x"/>'),
        ONE.replace("<", "<x:").replace("<x:/", "</x:").replace("<x:?", "<?")
        .replace("<x:log>", '<x:log xmlns:x="http://www.xes-standard.org/">'),
        ONE.encode("utf-16"),
        ONE.replace("</log>", '<event><string key="concept:name" value="stray"/></event></log>'),
    ],
    ids=["one line", "single quotes", "mark", "namespace", "no key", "prefix", "utf-16", "stray"],
)  # fmt: skip
def test_is_one_and_the_same_log(content: str | bytes, tmp_path: Path) -> None:
    if isinstance(content, bytes):
        content = content.replace("UTF-8".encode("utf-16-le"), "UTF-16".encode("utf-16-le"))
    summary = read(tmp_path, content).summary()
    assert (summary.cases, summary.events, summary.activities) == (2, 3, 2)


def test_other_encodings_keep_their_letters(tmp_path: Path) -> None:
    content = ONE.replace("UTF-8", "ISO-8859-1").replace("one", "café").encode("latin-1")
    assert activities(read(tmp_path, content)) == ["café", "two"]


def test_a_global_default_is_never_taken_for_what_happened(tmp_path: Path) -> None:
    default = '<global scope="event"><date key="time:timestamp" value="1999-01-01"/></global>'
    content = ONE.replace("<log>", f"<log>{default}")
    missing = content.replace(f'<date key="time:timestamp" value="{AT}"/>', "", 1)
    with pytest.raises(MissingValue) as raised:
        read(tmp_path, missing)
    assert raised.value.data["row"] == 5


def test_rows_that_miss_something_can_be_dropped(tmp_path: Path) -> None:
    path = tmp_path / "t.xes"
    path.write_text(ONE.replace(f'<date key="time:timestamp" value="{AT}"/>', "", 1))
    found = log.read(path, on_missing="drop")
    assert found.about.dropped.rows_without_value == 1
    assert (found.about.events, found.about.rows_read) == (2, 3)


def test_traces_without_a_name_are_cases_of_their_own(tmp_path: Path) -> None:
    content = ONE.replace('<string key="concept:name" value="a"/>', "")
    content = content.replace('<string key="concept:name" value="b"/>', "")
    assert read(tmp_path, content).summary().cases == 2


def test_a_case_attribute_after_the_events_counts_too(tmp_path: Path) -> None:
    content = ONE.replace("</trace>", '<string key="channel" value="phone"/></trace>', 1)
    found = read(tmp_path, content)
    assert found.about.case_attributes == ("channel",)
    assert [row["channel"] for row in rows(found, "cases")] == ["phone", None]


def test_attributes_within_an_attribute_are_not_the_events(tmp_path: Path) -> None:
    nested = '<string key="x" value="1"><string key="concept:name" value="inner"/></string>'
    assert activities(read(tmp_path, ONE.replace("<event>", f"<event>{nested}"))) == ["one", "two"]


def test_a_role_comes_before_a_group(tmp_path: Path) -> None:
    both = {"org:role": "planner", "org:group": "team 1"}
    found = read(tmp_path, xes({"a": [event("one", AT, **both)]}))
    assert [row["name"] for row in rows(found, "roles")] == ["planner"]


def test_lifecycle_transitions_are_kept_beside_every_event(tmp_path: Path) -> None:
    events = [event("one", AT, **{"lifecycle:transition": each}) for each in ("start", "complete")]
    path = tmp_path / "x.xes"
    path.write_text(xes({"a": events}))
    found = log.read(path, lifecycle="keep")
    assert [row["lifecycle"] for row in rows(found, "events")] == ["start", "complete"]


def test_attributes_get_the_type_of_their_values(tmp_path: Path) -> None:
    more = [
        {"age": "85", "weight": "70.5", "sure": "true", "due": "2024-02-01", "code": "007"},
        {"age": "7", "weight": "4", "sure": "false", "due": "2024-03-01T10:00Z", "code": "12"},
    ]
    found = read(tmp_path, xes({"a": [event("one", AT, **each) for each in more]}))
    kinds = {name: type(value).__name__ for name, value in rows(found, "events")[0].items()}
    assert {name: kinds[name] for name in more[0]} == {
        "age": "int",
        "weight": "float",
        "sure": "bool",
        "due": "datetime",
        "code": "str",
    }


def test_attributes_named_like_the_logs_own_columns_get_a_number(tmp_path: Path) -> None:
    events = [event("one", AT, Time="x", role="y"), event("one", AT, Time="z", role="q")]
    assert read(tmp_path, xes({"a": events})).about.event_attributes == ("Time_2", "role_2")


def test_a_case_that_occurs_twice_in_the_file_is_one_case(tmp_path: Path) -> None:
    twice = ONE.replace('value="b"', 'value="a"')
    assert [row["events"] for row in rows(read(tmp_path, twice), "cases")] == [3]
