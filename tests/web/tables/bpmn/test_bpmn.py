"""A table as BPMN 2.0: valid by the standard's own schema, and back as it was."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xmlschema import XMLSchema

from beide.errors import UnreadableFile
from beide.web.tables import marks
from beide.web.tables.bpmn import from_bpmn, to_bpmn
from beide.web.tables.reading import board, plain

SCHEMA = Path(__file__).parent / "schema" / "BPMN20.xsd"
HEAD = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">'
KEYS = ["intake", "-fit0", "9_order", "a", "b"]
words = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from("\n\t\r"), max_size=12
)
number = st.integers(-400, 400)
brick = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(marks.KINDS),
        "label": words,
        "text": words,
        "x": number,
        "y": number,
        "on": st.sampled_from(["", *KEYS]),
        "order": st.floats(-10, 10, allow_nan=False),
        "keep": st.booleans(),
        "data": st.sampled_from(["", '{"log": 1, "activity": "Pick"}']),
        "gone": st.booleans(),
    }
)
link = st.fixed_dictionaries(
    {
        "from": st.sampled_from(KEYS),
        "to": st.sampled_from(KEYS),
        "kind": st.sampled_from(marks.LINKS),
        "label": words,
    }
)
documents = st.fixed_dictionaries(
    {
        "about": st.fixed_dictionaries(
            {"name": words, "question": words, "script": st.integers(0, 5)}
        ),
        "bricks": st.dictionaries(st.sampled_from(KEYS), brick, min_size=1),
        "links": st.dictionaries(st.sampled_from(["l1", "l2", "3"]), link),
    }
)


@cache
def schema() -> Any:
    """Return the schema of the standard, read once."""
    return XMLSchema(str(SCHEMA))


@settings(max_examples=40, deadline=None)
@given(documents)
def test_any_table_is_valid_and_comes_back_as_it_was(document: dict[str, Any]) -> None:
    before = board(document)
    written = to_bpmn(before, language="nl")
    schema().validate(written.decode())
    if not before.bricks:
        return
    read = from_bpmn(written, name="table.bpmn")
    assert plain(board(read.document)) == plain(before)
    assert not read.left_out


def test_a_step_knows_who_does_it_and_what_comes_next() -> None:
    told = board(
        {
            "bricks": {
                "pick": {"kind": "step", "label": "Pick"},
                "ship": {"kind": "step", "label": "Ship"},
                "who": {"kind": "role", "label": "Driver"},
            },
            "links": {
                "n": {"from": "pick", "to": "ship", "kind": "next"},
                "d": {"from": "who", "to": "ship", "kind": "does"},
            },
        }
    )
    written = to_bpmn(told, language="en").decode()
    assert (
        '<bpmn:sequenceFlow id="link_n" sourceRef="brick_pick" targetRef="brick_ship">' in written
    )
    assert '<bpmn:performer name="Driver">' in written
    assert "<bpmn:text>Role: Driver</bpmn:text>" in written


FOREIGN = (
    HEAD
    + """
<collaboration id="c"><participant id="client" name="Client"/>
  <participant id="us" name="Us" processRef="p"/>
  <messageFlow id="m" sourceRef="client" targetRef="t1"/></collaboration>
<process id="p" name="Order"><laneSet id="ls"><lane id="lane" name="Planner">
  <flowNodeRef>t1</flowNodeRef></lane></laneSet>
  <startEvent id="s"/><userTask id="t1" name="Plan the visit"/>
  <exclusiveGateway id="g" name="Fits?"/>
  <dataObjectReference id="d" name="Form"/>
  <sequenceFlow id="f1" sourceRef="s" targetRef="t1"/>
  <sequenceFlow id="f2" sourceRef="t1" targetRef="g"/>
  <sequenceFlow id="f3" sourceRef="g" targetRef="t1" name="no"/>
  <sequenceFlow id="loose" sourceRef="g" targetRef="nowhere"/>
</process></definitions>"""
)


def test_what_another_program_wrote_is_read() -> None:
    read = from_bpmn(FOREIGN.encode(), name="order.bpmn")
    found = board(read.document)
    names = {each.id: (each.kind, each.label) for each in found.bricks}
    assert set(names.values()) == {
        ("customer", "Client"),
        ("role", "Planner"),
        ("free", "startEvent"),
        ("step", "Plan the visit"),
        ("question", "Fits?"),
    }
    assert {(names[each.start][1], names[each.to][1], each.kind) for each in found.links} == {
        ("startEvent", "Plan the visit", "next"),
        ("Plan the visit", "Fits?", "next"),
        ("Fits?", "Plan the visit", "next"),
        ("Client", "Plan the visit", "connection"),
        ("Planner", "Plan the visit", "does"),
    }
    assert found.about.name == "Order"
    assert read.left_out == {"dataObjectReference": 1, "sequenceFlow": 1}
    # Nothing was drawn, so what follows stands lower.
    height = {each.label: each.y for each in found.bricks}
    assert height["startEvent"] < height["Plan the visit"] < height["Fits?"]


def test_what_xml_cannot_hold_is_left_out() -> None:
    told = board({"bricks": {"a": {"kind": "free", "label": "one\x00two\x0b", "text": "\ufffe"}}})
    written = to_bpmn(told, language="nl")
    (only,) = board(from_bpmn(written, name="x.bpmn").document).bricks
    assert (only.label, only.text) == ("onetwo", "")


def test_the_same_file_gives_the_same_ids() -> None:
    first, again = (from_bpmn(FOREIGN.encode(), name="order.bpmn").document for _ in range(2))
    assert first == again


def test_a_long_name_is_kept_whole() -> None:
    name = "Plan " * 40
    data = f'{HEAD}<process id="p"><task id="t" name="{name}"/></process></definitions>'
    (only,) = board(from_bpmn(data.encode(), name="x.bpmn").document).bricks
    assert only.label == name[:80].strip() or name.startswith(only.label)
    assert only.text == name.strip()


BILLION = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]>' + HEAD + "&c;</definitions>"
MANY = "".join(f'<task id="t{n}"/>' for n in range(marks.MOST_BRICKS + 1))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "not well-formed XML"),
        (b"PK\x03\x04", "not well-formed XML"),
        (b"<definitions>", "not well-formed XML"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "not well-formed XML"),
        (b"<svg/>", "begins with 'svg'"),
        (BILLION.encode(), "document type"),
        (f"{HEAD}</definitions>".encode(), "nothing in it fits"),
        (f"{HEAD}<process id='p'>{MANY}</process></definitions>".encode(), "holds 1001 bricks"),
    ],
)
def test_what_cannot_be_read_is_said(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says):
        from_bpmn(data, name="order.bpmn")
