"""What may be measured of a case, and the values it has."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from beide import engine, log
from beide.errors import WrongOption
from tests.unit.log.data import write_csv
from tests.unit.log.questions.made import orders

COLUMNS = log.Columns(case="case", activity="step", time="time", attributes=None)


def rated(folder: Path, values: Sequence[str], *, name: str = "klantcijfer") -> log.Log:
    """Return a log of cases with a rating, empty where it is not known."""
    made = [["case", "step", "time", name, "channel", "due"]]
    for case, value in enumerate(values):
        for hour in (1, 2):
            time = f"2024-01-0{case + 1}T0{hour}:00:00"
            made.append([str(case), "ab"[hour - 1], time, value, "web", f"2024-02-0{case + 1}"])
    return log.read(write_csv(folder / "t.csv", made), columns=COLUMNS)


def values(found: log.Log, outcome: log.Outcome) -> list[Any]:
    return engine.default().values(log.outcomes(found, outcome).table.order_by("case"), "value")


def test_a_rating_is_found_by_its_name_and_may_be_missing(tmp_path: Path) -> None:
    found = rated(tmp_path, ["8", "", "9,5"])
    assert values(found, log.Outcome(what="rating")) == [8.0, 9.5]
    assert log.outcomes(found, log.Outcome(what="rating")).measure == "number"


def test_a_rating_may_be_pointed_out(tmp_path: Path) -> None:
    found = rated(tmp_path, ["8", "7", "9"], name="q7")
    with pytest.raises(WrongOption, match="say which"):
        values(found, log.Outcome(what="rating"))
    assert values(found, log.Outcome(what="rating", attribute="q7")) == [8.0, 7.0, 9.0]


def test_any_attribute_is_an_outcome(tmp_path: Path) -> None:
    found = orders(("ab", 2), ("abc", 1), folder=tmp_path)
    kind, size, urgent = (
        log.Outcome(what="attribute", attribute=name) for name in ("kind", "size", "urgent")
    )
    assert values(found, kind) == ["ab", "ab", "abc"]
    assert values(found, size) == [2.0, 2.0, 3.0]
    assert values(found, urgent) == [False, False, False]
    assert [log.outcomes(found, each).measure for each in (kind, size, urgent)] == [
        "category",
        "number",
        "yes_no",
    ]


def test_a_time_is_not_one(tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="an attribute with numbers"):
        values(rated(tmp_path, ["8"]), log.Outcome(what="attribute", attribute="due"))


def test_an_attribute_that_the_log_does_not_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongOption, match="kind, size, urgent"):
        values(orders(("ab", 2), folder=tmp_path), log.Outcome(what="attribute", attribute="x"))


def test_each_has_a_name_and_a_better_way() -> None:
    assert log.Outcome().better == "lower"
    assert log.Outcome(what="rating").better == "higher"
    assert log.Outcome(what="attribute", attribute="amount").better is None
    assert log.Outcome(what="first_time_right").text.nl == "in één keer goed"


@pytest.mark.parametrize(
    "wrong",
    [
        {"what": "speed"},
        {"what": "attribute"},
        {"what": "lead_time", "attribute": "x"},
        {"what": "rating", "calendar": log.Calendar()},
        {"what": "working_time", "right": log.FirstTimeRight()},
    ],
)
def test_what_does_not_belong_together_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(WrongOption):
        log.Outcome(**wrong)
