"""A team's picture from counted cards."""

from collections.abc import Sequence

import numpy as np
import pytest

from beide import reflect
from beide.change import Form
from beide.errors import WrongOption
from beide.reflect._response import answer_chances
from tests.unit.reflect.people import drawn

CONFIGURATION, PARADIGM = reflect.Dimension


def on_cards(each: int = 4) -> list[reflect.Statement]:
    """Return statements for a card, as many of each dimension, half of them reversed."""
    found = []
    for dimension in reflect.Dimension:
        for turned in (False, True):
            fits = [
                s
                for s in reflect.bank().statements
                if s.dimension is dimension and s.reversed == turned
            ]
            found += fits[: each // 2]
    return found


def ticks(
    places: Sequence[tuple[float, float]], rng: np.random.Generator, *, each: int = 4
) -> dict[str, list[int]]:
    """Let people who stand here fill in a card, and count."""
    counts = {statement.key: [0] * 5 for statement in on_cards(each)}
    for statement in on_cards(each):
        own = np.array(places)[:, list(reflect.Dimension).index(statement.dimension)]
        below = answer_chances(statement, own, 0.0).cumsum(axis=0)
        given = (rng.random(len(own)) > below).sum(axis=0)
        counts[statement.key] = np.bincount(given, minlength=5)[:5].tolist()
    return counts


def picture(counts: dict[str, list[int]], people: int) -> reflect.CountedPicture:
    found = reflect.counted(counts, people=people)
    assert isinstance(found, reflect.CountedPicture)
    return found


@pytest.mark.parametrize("form", list(Form))
def test_a_team_that_is_clear_is_seen(form: Form) -> None:
    place = (
        1.5 if form.configuration_changes else -1.5,
        1.5 if form.paradigm_shifts else -1.5,
    )
    found = picture(ticks([place] * 12, np.random.default_rng(1)), 12)
    assert found.forms == (form,)
    assert found.kind is reflect.Kind.FORM
    assert max(found.chances, key=lambda each: found.chances[each]) is form
    assert found.people == 12


def test_the_intervals_of_the_average_hold_what_they_say() -> None:
    """Teams of all sizes, of one mind and of many: nine in ten intervals hold the truth."""
    rng = np.random.default_rng(5)
    held = []
    for n in range(90):
        size, spread = (6, 12, 30)[n % 3], (0.0, 0.5, 0.9)[n // 3 % 3]
        mean = rng.standard_normal(2)
        places = [tuple(mean + spread * rng.standard_normal(2)) for _ in range(size)]
        found = picture(ticks(places, rng), size)
        held += [
            position.low - 0.08 <= true <= position.high + 0.08
            for true, position in zip(mean, found.positions.values(), strict=True)
        ]
    assert 0.85 <= np.mean(held) <= 0.98


def test_it_says_about_what_answers_on_phones_would_say() -> None:
    rng = np.random.default_rng(8)
    places = [tuple(row) for row in rng.normal((0.8, -0.9), 0.4, (25, 2))]
    counts = ticks(places, rng)
    answers = [
        [reflect.Answer(s.key, drawn(s, place, rng)) for s in on_cards()] for place in places
    ]
    phones = reflect.team_picture(answers, rng=rng)
    assert isinstance(phones, reflect.TeamPicture)
    cards = picture(counts, 25)
    for dimension in reflect.Dimension:
        assert cards.positions[dimension].mean == pytest.approx(
            phones.positions[dimension].mean, abs=0.4
        )


def test_more_answers_of_the_same_people_are_worth_less_than_other_people() -> None:
    places = [(0.5, 0.5)] * 10
    rng = np.random.default_rng(2)
    few = picture(ticks(places, rng, each=2), 10).positions[CONFIGURATION]
    many = picture(ticks(places, rng, each=8), 10).positions[CONFIGURATION]
    assert many.high - many.low < few.high - few.low
    assert (many.high - many.low) > (few.high - few.low) / 2


def test_the_cloud_is_a_distribution() -> None:
    cloud = picture(ticks([(0.0, 1.0)] * 8, np.random.default_rng(1)), 8).cloud
    assert cloud.weights.sum() == pytest.approx(1)
    assert (cloud.weights >= 0).all()


def test_too_few_cards_are_not_shown() -> None:
    counts = ticks([(1.0, 1.0)] * 4, np.random.default_rng(1))
    found = reflect.counted(counts, people=4)
    assert isinstance(found, reflect.Hidden)
    assert found.needed == 5
    assert isinstance(reflect.counted(counts, people=12), reflect.Hidden)
    assert isinstance(reflect.counted({}, people=12), reflect.Hidden)


def test_one_dimension_without_ticks_leaves_it_open() -> None:
    keys = [s.key for s in on_cards() if s.dimension is CONFIGURATION]
    counts = {
        key: row
        for key, row in ticks([(1.6, 0.0)] * 12, np.random.default_rng(1)).items()
        if key in keys
    }
    found = picture(counts, 12)
    assert found.kind is not reflect.Kind.FORM
    assert found.positions[PARADIGM].changes == pytest.approx(0.5)


KEY = reflect.bank().statements[0].key


@pytest.mark.parametrize(
    "counts",
    [
        {KEY: [1, 2, 3, 4]},
        {KEY: [1, 2, 3, 4, -1]},
        {KEY: [1, 2, 3, 4, 0.5]},
        {KEY: [9, 9, 9, 9, 9]},
        {"no such statement": [1, 1, 1, 1, 1]},
    ],
)
def test_counts_that_nobody_can_have_given_are_refused(counts: dict[str, list[int]]) -> None:
    with pytest.raises(WrongOption):
        reflect.counted(counts, people=12)
