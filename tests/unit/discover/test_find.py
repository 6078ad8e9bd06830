"""What is found, and what is not."""

from dataclasses import replace
from unittest.mock import patch

import numpy as np

from beide.discover import _compiled
from beide.discover._find import find
from beide.discover._finding import Found
from beide.discover._model import Cases, Known
from tests.unit.discover.worlds import cases, features


def found_in(world: Cases, seed: int = 1, **more: object) -> Found:
    options: dict[str, object] = {"permutations": 300, **more}
    return find(world, rng=np.random.default_rng(seed), **options)  # type: ignore[arg-type]


def test_a_pair_that_helps_is_found_with_its_size() -> None:
    told = found_in(cases(helps=1.2))
    assert [each.features for each in told.findings] == [(0, 1)]
    best = told.findings[0]
    assert best.p < 0.01
    assert 0 < best.size.at_least < best.size.difference
    assert best.size.cases == best.mask.sum()
    assert best.stable
    assert best.held_in == 4


def test_nothing_is_found_in_nothing() -> None:
    told = [found_in(cases(seed)) for seed in range(20, 32)]
    assert sum(bool(each.findings) for each in told) <= 2
    assert all(0.05 < each.detectable < 0.4 for each in told)


def test_what_differs_between_types_and_weeks_is_not_found() -> None:
    rng = np.random.default_rng(105)
    world = cases(5)
    held = world.held.copy()
    held[2] = rng.random(len(world)) < np.where(world.kind == 2, 0.8, 0.1)
    held[3] = rng.random(len(world)) < world.week / 40
    good = rng.random(len(world)) < 0.1 + 0.2 * world.kind + 0.4 * world.week / 40
    told = found_in(replace(world, held=held, good=good))
    assert told.findings == ()


def test_a_second_is_told_only_if_it_says_more_than_the_first() -> None:
    world = cases(7, count=4000, helps=0.0)
    rng = np.random.default_rng(107)
    held = world.held.copy()
    held[1] = np.where(rng.random(4000) < 0.85, held[0], held[1])
    good = rng.random(4000) < 0.4 + 0.3 * held[0]
    told = found_in(replace(world, held=held, good=good), depth=2)
    assert [each.features for each in told.findings] == [(0,)]
    both = rng.random(4000) < 0.3 + 0.25 * held[0] + 0.25 * held[5]
    told = found_in(replace(world, held=held, good=both), depth=2)
    assert {part for each in told.findings for part in each.features} >= {0, 5}


def test_a_feature_that_adds_nothing_is_not_told_with_another() -> None:
    world = cases(8, count=3000)
    rng = np.random.default_rng(108)
    good = rng.random(3000) < 0.4 + 0.3 * world.held[4]
    assert found_in(replace(world, good=good)).findings[0].features == (4,)


def test_what_was_told_before_is_not_told_again() -> None:
    world = cases(helps=1.2)
    told = found_in(world, given=[world.held[0] & world.held[1]])
    assert told.findings == ()


def test_a_tautology_is_never_told() -> None:
    world = cases(9, helps=1.2)
    held = world.held.copy()
    held[11] = world.good ^ (np.random.default_rng(109).random(len(world)) < 0.05)
    made = (*world.features[:11], replace(world.features[11], known_at=Known.END))
    told = found_in(replace(world, held=held, features=made))
    assert [each.features for each in told.findings] == [(0, 1)]
    assert told.candidates.late == made[11:]


def test_the_same_seed_gives_the_same_whatever_the_threads() -> None:
    world = cases(helps=0.9)
    told = []
    for count in (1, 2, 5):
        with patch.object(_compiled, "threads", return_value=count):
            found = found_in(world, seed=3)
        told.append([(each.features, each.p, each.size) for each in found.findings])
    assert told[0]
    assert told[0] == told[1] == told[2]


def test_at_most_as_many_as_asked() -> None:
    rng = np.random.default_rng(104)
    world = cases(4, count=6000)
    good = rng.random(6000) < 0.1 + 0.12 * world.held[:6].sum(axis=0)
    assert len(found_in(replace(world, good=good)).findings) == 7
    assert len(found_in(replace(world, good=good), most=2).findings) == 2


def test_progress_is_told() -> None:
    shares: list[float] = []
    found_in(cases(), told=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_without_a_usable_feature_nothing_is_searched() -> None:
    world = cases()
    never = np.zeros((1, len(world)), np.bool_)
    told = found_in(replace(world, held=never, features=features(1)))
    assert (told.findings, told.searched) == ((), (0, 0, 0))
