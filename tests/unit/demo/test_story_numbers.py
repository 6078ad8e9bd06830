"""Where the story mentions a figure, the data of the last weeks say the same."""

import numpy as np
import pytest
from numpy.typing import NDArray

from beide.demo import organisation
from beide.demo.data import DemoData
from tests.unit.demo.measure import completion_week


def lately(data: DemoData) -> NDArray[np.bool_]:
    return data.orders.ready & (completion_week(data) >= 66)


def said(tension: str) -> str:
    (found,) = (one for one in organisation().tensions if one.key == tension)
    return found.what_does_not_fit.en


def test_one_in_six_or_seven_forms_is_incomplete(worlds: tuple[DemoData, ...]) -> None:
    assert "one in six or seven" in said("meetformulier")
    form = np.concatenate([world.orders.form_complete[lately(world)] for world in worlds])
    assert (form[form >= 0] == 0).mean() == pytest.approx(1 / 6.5, abs=0.015)


def test_one_in_seven_wheelchairs_comes_back(worlds: tuple[DemoData, ...]) -> None:
    assert "one in seven wheelchairs" in said("maten-op-drie-plekken")
    wrong = [
        world.orders.first_time_right[lately(world) & (world.orders.kind == 0)] == 0
        for world in worlds
    ]
    assert np.concatenate(wrong).mean() == pytest.approx(1 / 7, abs=0.025)


def test_one_hand_is_right_more_often(worlds: tuple[DemoData, ...]) -> None:
    (insight,) = (one for one in organisation().insights if one.key == "een-hand")
    assert "right the first time more often" in insight.what.en
    for world in worlds:
        fitted = lately(world) & (world.orders.form_complete >= 0)
        hand = world.conditions["one_hand"]
        right = world.orders.first_time_right == 1
        assert right[fitted & hand].mean() > right[fitted & ~hand].mean() + 0.04
