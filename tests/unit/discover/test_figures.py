"""Figures show what was found, in both languages."""

import json
from typing import Any

import pytest

from beide import discover
from beide.discover import Patterns
from beide.discover.figures import cases_figure, links_figure, patterns_figure, quarters_figure
from beide.log import Log


@pytest.fixture(scope="module")
def found(log: Log) -> Patterns:
    return discover.patterns(log, good="lead_time <= 4d", by="kind", depth=1, permutations=200)


def rows_of(told: Any) -> list[dict[str, Any]]:
    """Return all rows of data in a figure, wherever they stand."""
    if isinstance(told, list):
        return [row for each in told for row in rows_of(each)]
    if not isinstance(told, dict):
        return []
    own = told.get("values", [])
    sets = [row for each in told.get("datasets", {}).values() for row in each]
    inside = [row for name, each in told.items() if name != "datasets" for row in rows_of(each)]
    return [*(own if isinstance(own, list) else []), *sets, *inside]


def test_a_hundred_cases_beside_a_hundred(found: Patterns) -> None:
    pattern = found.patterns[0]
    told = cases_figure(pattern, language="nl").to_dict()
    rows = rows_of(told)
    shares = {
        name: sum(row["good"] for row in rows if row["who"] == name)
        for name in {row["who"] for row in rows}
    }
    assert shares == {
        "met het patroon": round(100 * pattern.size.with_),
        "vergelijkbaar, zonder": round(100 * pattern.size.without),
    }


@pytest.mark.parametrize("language", ["nl", "en"])
def test_patterns_side_by_side(found: Patterns, language: str) -> None:
    told = json.dumps(patterns_figure(found, language=language).to_dict(), ensure_ascii=False)
    assert found.patterns[0].labels[0].in_language(language) in told
    assert ("deel dat goed gaat" if language == "nl" else "share that goes well") in told


def test_over_time(found: Patterns) -> None:
    told = rows_of(quarters_figure(found.patterns[0]).to_dict())
    assert [row["difference"] for row in told if "quarter" in row] == [
        quarter.difference for quarter in found.patterns[0].quarters
    ]


def test_links(log: Log) -> None:
    links = discover.good_map(log, good="lead_time <= 4d", by="kind", permutations=200)
    told = json.dumps(links_figure(links).to_dict(), ensure_ascii=False)
    assert f"{links.sure[0].from_} → {links.sure[0].to}" in told
