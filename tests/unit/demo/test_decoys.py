"""What has no effect, has none: not on waiting, not on first-time-right, not on the rating."""

from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray

from beide.demo import truths
from beide.demo.data import DemoData
from tests.unit.demo.measure import Waits, effects, log_odds_ratio

VALUES = [(decoy.key, place) for decoy in truths().decoys for place in range(len(decoy.values))]
DECOYS = pytest.mark.parametrize(("decoy", "place"), VALUES)


def strata(data: DemoData, asked: NDArray[np.bool_]) -> list[NDArray[np.int64]]:
    met = [flag[asked].astype(np.int64) for flag in data.conditions.values()]
    return [data.orders.kind[asked].astype(np.int64), *met]


def answered(worlds: tuple[DemoData, ...]) -> Iterator[tuple[DemoData, NDArray[np.bool_]]]:
    for world in worlds:
        yield world, world.orders.rating > 0


@DECOYS
def test_waiting(waited: tuple[tuple[DemoData, Waits], ...], decoy: str, place: int) -> None:
    found = []
    for world, measured in waited:
        asked = measured.hours > 0
        order = measured.order[asked]
        flags = {key: met[order] for key, met in world.conditions.items()}
        flags["decoy"] = world.orders.decoys[decoy][order] == place
        groups = [
            world.orders.kind[order].astype(np.int64),
            measured.step[asked],
            measured.week[asked],
        ]
        found.append(effects(np.log(measured.hours[asked]), flags, strata=groups)["decoy"])
    assert abs(np.mean(found)) < 0.03


@DECOYS
def test_first_time_right(worlds: tuple[DemoData, ...], decoy: str, place: int) -> None:
    found = [
        log_odds_ratio(
            world.orders.first_time_right[world.orders.ready] == 1,
            world.orders.decoys[decoy][world.orders.ready] == place,
            strata=strata(world, world.orders.ready),
        )
        for world in worlds
    ]
    assert abs(np.mean(found)) < 0.12


@DECOYS
def test_rating(worlds: tuple[DemoData, ...], decoy: str, place: int) -> None:
    found = [
        effects(
            world.orders.rating[asked] + 0.75 * np.log(np.maximum(world.lead_days[asked], 0.25)),
            {"decoy": world.orders.decoys[decoy][asked] == place},
            strata=[*strata(world, asked), world.orders.first_time_right[asked].astype(np.int64)],
        )["decoy"]
        for world, asked in answered(worlds)
    ]
    assert abs(np.mean(found)) < 0.1


def test_the_weekday_does_not_make_it_right(worlds: tuple[DemoData, ...]) -> None:
    found = []
    for world in worlds:
        first = world.events.complete[world.ends[0]].astype("datetime64[D]").astype(np.int64)
        friday = (first + 3) % 7 == 4  # 1970 began on a Thursday
        ready = world.orders.ready
        right = world.orders.first_time_right[ready] == 1
        found.append(log_odds_ratio(right, friday[ready], strata=strata(world, ready)))
    assert abs(np.mean(found)) < 0.12


def test_who_asked_seems_to_matter_until_types_are_kept_apart(data: DemoData) -> None:
    ready = data.orders.ready
    self = data.orders.decoys["origin"][ready] == 0
    lead = np.log(data.lead_days[ready])
    crude = lead[self].mean() - lead[~self].mean()
    compared = effects(lead, {"self": self}, strata=[data.orders.kind[ready].astype(np.int64)])
    assert abs(crude) > 0.1
    assert abs(compared["self"]) < 0.06
