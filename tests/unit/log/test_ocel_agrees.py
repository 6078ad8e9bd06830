"""JSON, XML and SQLite give one and the same log, which is what a plain reading gives."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from beide.log.readers.ocel import read_ocel
from beide.log.readers.ocel_values import canonical
from tests.unit.log.examples import examples
from tests.unit.log.made_ocel import ALWAYS, Made, write

BEGIN = datetime.fromisoformat("2024-01-01T00:00:00+00:00")
KINDS = {"size": "float", "count": "integer", "urgent": "boolean", "kind": "string"}
FORMS = (".json", ".xml", ".sqlite")
words = st.text(
    st.characters(min_codepoint=33, max_codepoint=0x17F, exclude_categories=["Cc"]),
    min_size=1,
    max_size=5,
)
moments = st.integers(0, 60).map(lambda hours: (BEGIN + timedelta(hours=hours)).isoformat())
values = {
    "size": st.integers(-999, 999).map(lambda part: part / 8),
    "count": st.integers(-999, 999),
    "urgent": st.booleans(),
    "kind": words,
}
own = st.fixed_dictionaries({}, optional=values)
history = st.fixed_dictionaries(
    {},
    optional={
        name: st.dictionaries(st.just(ALWAYS) | moments, each, min_size=1, max_size=3).map(
            lambda held: list(held.items())
        )
        for name, each in values.items()
    },
)


@st.composite
def logs(draw: st.DrawFn) -> Made:
    names = draw(st.lists(words, min_size=1, max_size=5, unique=True))
    objects = [(name, draw(st.sampled_from(["order", "item"])), draw(history)) for name in names]
    events = [
        (
            f"e{place}",
            draw(st.sampled_from(["ask", "do"])),
            draw(moments),
            draw(own),
            draw(st.lists(st.sampled_from(names), max_size=4)),
        )
        for place in range(draw(st.integers(1, 6)))
    ]
    kinds = dict.fromkeys(("order", "item", "ask", "do"), KINDS)
    return Made(objects=objects, events=events, kinds=kinds)


def expected(made: Made, object_type: str) -> list[dict[str, str]]:
    """Return the rows that a plain reading gives."""
    types = {ident: kind for ident, kind, _ in made.objects}
    held = {ident: values for ident, _, values in made.objects}
    found = []
    for _, activity, time, attributes, touched in made.events:
        for ident in dict.fromkeys(touched):
            if types[ident] == object_type:
                row = {"case:concept:name": ident, "concept:name": activity}
                row |= {"time:timestamp": time}
                row |= {name: text(name, value) for name, value in attributes.items()}
                row |= {f"case:{name}": value for name, value in at(held[ident], time).items()}
                found.append(row)
    return found


def at(histories: Any, time: str) -> dict[str, str]:
    """Return what held at a time: the latest value of each attribute that is not from later."""
    moment = datetime.fromisoformat(time)
    told = {}
    for name, held in histories.items():
        known = [
            (datetime.fromisoformat(since), value)
            for since, value in held
            if datetime.fromisoformat(since) <= moment
        ]
        if known:
            told[name] = text(name, max(known, key=lambda each: each[0])[1])
    return told


def text(name: str, value: Any) -> str:
    plain = str(value).lower() if isinstance(value, bool) else str(value)
    return canonical(plain, KINDS[name]) or ""


def read(path: Path, object_type: str) -> Sequence[dict[str, str]]:
    with TemporaryDirectory() as work:
        source = read_ocel(
            path, Path(work), columns=None, object_type=object_type, told=lambda _: None
        )
        names = {field: name for name, field in source.fields.items()}
        return [
            {names[key]: value for key, value in row.items() if key in names and value is not None}
            for part in source.parts
            for row in parquet.read_table(part).to_pylist()
        ]


@given(logs())
@examples(8, many=100)
def test_every_form_gives_what_a_plain_reading_gives(made: Made) -> None:
    chosen = made.objects[0][1]
    with TemporaryDirectory() as folder:
        for form in FORMS:
            path = write(made, Path(folder) / f"made{form}")
            assert list(read(path, chosen)) == expected(made, chosen), form
