"""Figures hold what the answer says."""

from itertools import pairwise

import pytest

from beide.room import Room
from beide.room.figures import cliff_figure, room_figure, waiting_figure


@pytest.mark.parametrize("figure", [room_figure, waiting_figure, cliff_figure])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_figure_is_whole(roomy: Room, figure: object, language: str) -> None:
    assert callable(figure)
    told = figure(roomy, language=language).to_dict()
    assert len(told["layer"]) == 3


def test_every_team_has_its_hours(roomy: Room) -> None:
    rows = room_figure(roomy).to_dict()["data"]["values"]
    assert [row["team"] for row in rows] == ["a", "b", "c", "d"]
    assert [row["hours"] for row in rows] == [team.hours for team in roomy.teams]


def test_waiting_grows_faster_and_faster(roomy: Room) -> None:
    told = waiting_figure(roomy).to_dict()
    rows = next(
        layer["data"]["values"] for layer in told["layer"] if len(layer["data"]["values"]) > 9
    )
    waited = [row["waited"] for row in rows]
    steps = [later - earlier for earlier, later in pairwise(waited)]
    assert steps == sorted(steps)
