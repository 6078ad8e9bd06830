"""Figures hold what the answer says."""

from itertools import pairwise
from typing import Any

import pytest

from beide.room import Room
from beide.room.figures import cliff_figure, room_figure, waiting_figure


def values(layer: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of a layer that brings its own."""
    found: list[dict[str, Any]] = layer["data"]["values"]
    return found


@pytest.mark.parametrize("figure", [room_figure, waiting_figure, cliff_figure])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_figure_is_whole(roomy: Room, figure: object, language: str) -> None:
    assert callable(figure)
    told = figure(roomy, language=language).to_dict()
    assert len(told["layer"]) == 3


def test_every_team_has_its_hours(roomy: Room) -> None:
    rows = values(room_figure(roomy).to_dict()["layer"][1])
    assert [row["team"] for row in rows] == ["a", "b", "c", "d"]
    assert [row["hours"] for row in rows] == [team.hours for team in roomy.teams]


def test_waiting_grows_faster_and_faster(roomy: Room) -> None:
    rows = values(waiting_figure(roomy).to_dict()["layer"][0])
    waited = [row["waited"] for row in rows]
    steps = [later - earlier for earlier, later in pairwise(waited)]
    assert steps == sorted(steps)
