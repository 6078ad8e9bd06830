"""The same table gives the same log, whether it came as text, as Parquet or as a workbook."""

from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from beide import log
from tests.unit.log.data import rows, write_csv
from tests.unit.log.examples import examples
from tests.unit.log.workbook import write_xlsx

KEY = b"a key for tests"
NAMES = ["case", "activity", "time", "team", "cost", "urgent"]
COLUMNS = log.Columns(
    case="case", activity="activity", time="time", role="team", attributes=("cost", "urgent")
)
words = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("Cs", "Cc")),
    min_size=1,
    max_size=6,
).filter(lambda text: text.strip() not in ("", "?") and text[0] not in "=#")
moments = st.datetimes(
    min_value=datetime.fromisoformat("1950-01-01"), max_value=datetime.fromisoformat("2200-01-01")
).map(lambda moment: moment.replace(microsecond=0))
events = st.tuples(
    # Never a number that could be a cost: a column equal to the case everywhere is not kept.
    st.integers(1000, 1005) | words.map(lambda word: word + "x"),
    words,
    moments,
    st.sampled_from([None, "team 1", "é"]),
    st.none() | st.integers(-999, 999) | st.integers(-999, 999).map(lambda part: part / 8),
    st.none() | st.booleans(),
)


def as_text(value: Any) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def normalised(path: Path, **how: Any) -> list[list[dict[str, Any]]]:
    made = log.read(path, columns=COLUMNS, key=KEY, into=path.with_suffix(".log"), **how)
    parts: list[Any] = ["events", "cases", "activities", "roles"]
    return [rows(made, part) for part in parts]


@given(st.lists(events, min_size=1, max_size=12), st.sampled_from(",;\t|"))
@examples(4, many=75)
def test_every_kind_gives_the_same_log(made: list[tuple[Any, ...]], delimiter: str) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        texts = [[as_text(value) for value in row] for row in made]
        csv = write_csv(folder / "a.csv", [NAMES, *texts], delimiter=delimiter)
        typed = dict(zip(NAMES, map(list, zip(*made, strict=True)), strict=True))
        typed["case"] = [str(case) for case in typed["case"]]
        typed["cost"] = pa.array([None if c is None else float(c) for c in typed["cost"]])
        parquet.write_table(pa.table(typed), folder / "b.parquet")
        write_xlsx(folder / "c.xlsx", [NAMES, *made])
        expected = normalised(csv, delimiter=delimiter)
        for each in ("b.parquet", "c.xlsx"):
            assert normalised(folder / each) == expected
