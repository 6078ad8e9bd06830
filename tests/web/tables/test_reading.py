"""A document is read in one way, whatever wrote it: the page is held to the same cases."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beide.web.tables.reading import board, plain

CASES = json.loads((Path(__file__).parent / "documents.json").read_text("utf-8"))
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["a", "b", "on", "x", "from", "to", "order", "kind", "data"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_documents_are_read_as_the_page_reads_them(case: dict[str, Any]) -> None:
    found = board(case["doc"])
    assert asdict(found.about) == case["about"]
    assert [asdict(brick) for brick in found.bricks] == case["outline"]
    links = [
        {"id": each.id, "from": each.start, "to": each.to, "kind": each.kind, "label": each.label}
        for each in found.links
    ]
    assert links == case["links"]


@given(st.dictionaries(st.sampled_from(["about", "bricks", "links"]), VALUES))
def test_anything_is_read_and_reads_the_same_again(document: dict[str, Any]) -> None:
    found = board(document)
    assert board(plain(found)) == found
    assert len({brick.id for brick in found.bricks}) == len(found.bricks)


def test_every_brick_that_stands_is_in_the_outline_once() -> None:
    ring = {f"b{n}": {"on": f"b{(n + 1) % 50}", "order": n} for n in range(50)}
    tail = {f"t{n}": {"on": f"t{n + 1}" if n < 49 else "b0"} for n in range(50)}
    found = board({"bricks": ring | tail})
    assert {brick.id for brick in found.bricks} == ring.keys() | tail.keys()
    assert found.brick("t0").depth == 50  # type: ignore[union-attr]
