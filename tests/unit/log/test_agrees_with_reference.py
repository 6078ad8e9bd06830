"""The engine's log is the one that plain Python makes, on real logs and on any small one."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide import log
from tests.unit.log import reference
from tests.unit.log.data import event, rows, shared, write_csv, xes
from tests.unit.log.examples import examples

KEY = b"a key for tests"
COLUMNS = log.Columns(case="case", activity="activity", time="time", role="team")

texts = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x2FFF, exclude_categories=("Cs", "Cc", "Z")),
    min_size=1,
    max_size=6,
).filter(lambda text: text != "?" and text == text.strip())
zones = st.integers(-12, 12).map(lambda hours: timezone(timedelta(hours=hours)))
EARLY, LATE = datetime.fromisoformat("1700-01-01"), datetime.fromisoformat("3000-01-01")
moments = st.datetimes(min_value=EARLY, max_value=LATE, timezones=zones) | st.sampled_from(
    [datetime(2024, 1, 1, 12, tzinfo=UTC), datetime(2024, 1, 1, 13, tzinfo=UTC)]
)
events = st.tuples(
    st.sampled_from(["a", "b", "ç", "007"]), texts, moments, st.sampled_from(["", "team 1", "é"])
)


def agree(found: log.Log, expected: reference.Normalised) -> None:
    columns = list(expected.events[0])
    assert [
        {name: row[name] for name in columns} for row in rows(found, "events")
    ] == expected.events
    columns = list(expected.cases[0])
    assert [{name: row[name] for name in columns} for row in rows(found, "cases")] == expected.cases
    assert rows(found, "activities") == expected.activities
    assert rows(found, "roles") == expected.roles


@given(st.lists(events, min_size=1, max_size=20), st.sampled_from(",;\t|"))
@examples(7, many=100)
def test_csv(made: list[tuple[str, str, datetime, str]], delimiter: str) -> None:
    with TemporaryDirectory() as folder:
        table = [("case", "activity", "time", "team")]
        table += [(case, name, time.isoformat(), team) for case, name, time, team in made]
        path = write_csv(Path(folder) / "made.csv", table, delimiter=delimiter)
        found = log.read(path, into=Path(folder) / "made.log", columns=COLUMNS, key=KEY)
        expected = reference.read_csv(path, COLUMNS, delimiter=delimiter)
        agree(found, reference.normalise(expected, KEY))


@given(st.lists(events, min_size=1, max_size=20))
@examples(7, many=100)
def test_xes(made: list[tuple[str, str, datetime, str]]) -> None:
    traces: dict[str, list[dict[str, str]]] = {}
    for case, name, time, team in made:
        role = {"org:group": team} if team else {}
        traces.setdefault(case, []).append(event(name, time.isoformat(), **role))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.xes"
        path.write_text(xes(traces), encoding="utf-8")
        found = log.read(path, into=Path(folder) / "made.log", key=KEY)
        agree(found, reference.normalise(reference.read_xes(path), KEY))


@pytest.mark.shared_data
@pytest.mark.parametrize("name", ["running-example.xes", "env_permit_receipt.xes.gz"])
def test_real_xes(name: str, tmp_path: Path) -> None:
    path = shared(name)
    found = log.read(path, into=tmp_path / "real.log", key=KEY)
    agree(found, reference.normalise(reference.read_xes(path), KEY))


@pytest.mark.shared_data
def test_real_csv_with_start_times(tmp_path: Path) -> None:
    path = shared("Production.csv")
    columns = log.Columns(
        case="case:concept:name",
        activity="concept:name",
        time="time:timestamp",
        start="start_timestamp",
    )
    found = log.read(
        path, into=tmp_path / "real.log", columns=columns, key=KEY, drop_activities=("Start", "End")
    )
    expected = [
        each for each in reference.read_csv(path, columns) if each.activity not in ("Start", "End")
    ]
    agree(found, reference.normalise(expected, KEY))
