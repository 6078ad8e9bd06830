"""A table that begins with what the log shows."""

from beide.web.evidence.process.graph import Graph, Path
from beide.web.tables.facts.binding import Bound, bound
from beide.web.tables.reading import board
from beide.web.tables.starting.from_map import from_good, from_graph


def test_the_main_road_is_laid_in_order() -> None:
    paths = (
        Path(from_=None, to="Pick", count=9, cases=9),
        Path(from_="Pick", to="Pack", count=9, cases=9),
        Path(from_="Pack", to="Ship", count=8, cases=8),
        Path(from_="Pack", to="Pack", count=2, cases=5),
        Path(from_="Ship", to=None, count=9, cases=9),
    )
    graph = Graph(view="steps", cases=9, minimum=5, hidden=0, paths=paths)
    found = board(from_graph(graph, log=7, name="How orders go"))
    assert found.about.name == "How orders go"
    assert [brick.label for brick in found.bricks] == ["Pick", "Pack", "Ship"]
    assert [bound(brick) for brick in found.bricks] == [
        Bound(log=7, activity=name) for name in ("Pick", "Pack", "Ship")
    ]
    names = {brick.id: brick.label for brick in found.bricks}
    assert [(names[link.start], names[link.to]) for link in found.links] == [
        ("Pick", "Pack"),
        ("Pack", "Ship"),
    ]
    assert [brick.y for brick in found.bricks] == sorted({brick.y for brick in found.bricks})


def test_only_what_most_good_cases_have() -> None:
    told = [
        {"from": "Pick", "to": "Ship", "good_share": 0.8},
        {"from": "Ship", "to": "Call", "good_share": 0.4},
    ]
    found = board(from_good(told, log=7, name="Good"))
    assert [brick.label for brick in found.bricks] == ["Pick", "Ship"]


def test_nothing_found_is_an_empty_table() -> None:
    graph = Graph(view="steps", cases=0, minimum=5, hidden=0, paths=())
    assert board(from_graph(graph, log=7, name="")).bricks == ()
