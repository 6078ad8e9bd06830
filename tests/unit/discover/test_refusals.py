"""Questions that cannot be answered are refused, with what would help."""

from dataclasses import replace

import numpy as np
import pytest

from beide.discover._find import find
from beide.discover._model import Cases
from beide.errors import TooLittleData, WrongOption
from tests.unit.discover.worlds import cases


def ask(world: Cases, **more: object) -> None:
    find(world, rng=np.random.default_rng(1), **more)  # type: ignore[arg-type]


def test_fewer_than_300_cases() -> None:
    with pytest.raises(TooLittleData, match=r"299 finished cases.*at least 300"):
        ask(cases(count=299))


def test_fewer_than_13_weeks() -> None:
    with pytest.raises(TooLittleData, match=r"12 weeks.*at least 13"):
        ask(cases(weeks=12))


@pytest.mark.parametrize(("share", "word"), [(0.0, "wider"), (1.0, "stricter"), (0.002, "wider")])
def test_an_outcome_that_nobody_or_everybody_reaches(share: float, word: str) -> None:
    world = cases()
    good = np.arange(len(world)) < share * len(world)
    with pytest.raises(TooLittleData, match=word) as raised:
        ask(replace(world, good=good))
    assert "grens" in raised.value.text.nl


def test_a_type_for_every_case() -> None:
    world = cases()
    with pytest.raises(WrongOption, match="a few dozen kinds"):
        ask(replace(world, kind=np.arange(len(world))))


@pytest.mark.parametrize(("option", "value"), [("depth", 0), ("depth", 4), ("alpha", 0.0)])
def test_options_out_of_range(option: str, value: float) -> None:
    with pytest.raises(WrongOption, match=option):
        ask(cases(), **{option: value})


def test_a_table_that_does_not_fit_its_cases() -> None:
    world = cases()
    with pytest.raises(WrongOption, match="features by cases"):
        replace(world, held=world.held[:, :10])
