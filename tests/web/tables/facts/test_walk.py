"""A case along the bricks."""

from beide.web.evidence.cases.steps import CaseStep
from beide.web.tables.facts.binding import Bound
from beide.web.tables.facts.walk import Pace, walk
from beide.web.tables.reading import board

TABLE = board(
    {
        "bricks": {
            "in": {
                "kind": "step",
                "label": "Intake",
                "data": Bound(log=1, activity="Order in").to_data(),
            },
            "pick": {"kind": "step", "label": "pick  FROM stock"},
            "ship": {"kind": "step", "label": "Ship"},
            "call": {"kind": "step", "label": "x", "data": Bound(log=1, activity="Call").to_data()},
            "else": {"kind": "step", "label": "y", "data": Bound(log=2, activity="Ship").to_data()},
        },
        "links": {
            "a": {"from": "in", "to": "pick", "kind": "next"},
            "b": {"from": "pick", "to": "ship", "kind": "missing"},
        },
    }
)


def case(*names: str | None) -> list[CaseStep]:
    return [CaseStep(name=name, week=None, nth=at // 2 + 1) for at, name in enumerate(names)]


def test_each_step_lands_on_its_brick() -> None:
    found = walk(TABLE, case("Order in", "Pick from stock", None, "Ship"), log=1)
    assert [(pace.brick, pace.week, pace.linked) for pace in found.paces] == [
        ("in", 1, True),
        ("pick", 1, True),
        ("", 2, True),
        ("ship", 2, False),
    ]
    assert (found.without_brick, found.without_link) == (1, 1)
    assert found.passed_over == ("call",)


def test_a_case_that_fits_nowhere() -> None:
    found = walk(TABLE, case("Weld"), log=1)
    assert found.paces == (Pace(name="Weld", week=1, brick="", linked=True),)
    assert set(found.passed_over) == {"in", "pick", "ship", "call"}
