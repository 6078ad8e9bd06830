"""Figures hold what the answer says."""

from itertools import pairwise
from typing import Any

import pytest

from beide.room import Room
from beide.room.figures import cliff_figure, room_figure, waiting_figure


def values(told: dict[str, Any], column: str) -> list[dict[str, Any]]:
    """Return the longest set of rows in a figure that has a column."""
    found = [told.get("data", {}), *(layer.get("data", {}) for layer in told["layer"])]
    rows = [data["values"] for data in found if "values" in data]
    rows += list(told.get("datasets", {}).values())
    return max((each for each in rows if column in each[0]), key=len)


@pytest.mark.parametrize("figure", [room_figure, waiting_figure, cliff_figure])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_figure_is_whole(roomy: Room, figure: object, language: str) -> None:
    assert callable(figure)
    told = figure(roomy, language=language).to_dict()
    assert len(told["layer"]) == 3


def test_every_team_has_its_hours(roomy: Room) -> None:
    rows = values(room_figure(roomy).to_dict(), "hours")
    assert sorted(row["team"] for row in rows) == ["a", "b", "the other teams together"]
    assert [row["team"] for row in rows] == [team.name.en for team in roomy.teams]
    assert [row["hours"] for row in rows] == [team.hours for team in roomy.teams]


def test_waiting_grows_faster_and_faster(roomy: Room) -> None:
    rows = values(waiting_figure(roomy).to_dict(), "waited")
    waited = [row["waited"] for row in rows]
    steps = [later - earlier for earlier, later in pairwise(waited)]
    assert steps == sorted(steps)
