"""A team's picture: the cloud, the forms, how far people agree and on what they do not."""

from dataclasses import fields

import numpy as np
import pytest

from beide import reflect
from beide.change import Form
from tests.unit.reflect.people import Answers, straight_through, team

RENEWAL = (1.4, -1.4)


def picture(people: list[Answers], **asked: object) -> reflect.TeamPicture:
    found = reflect.team_picture(people, rng=np.random.default_rng(0), **asked)  # type: ignore[arg-type]
    assert isinstance(found, reflect.TeamPicture)
    return found


@pytest.fixture(scope="module")
def agreeing() -> reflect.TeamPicture:
    return picture(team([RENEWAL] * 12, seed=1))


@pytest.fixture(scope="module")
def split() -> reflect.TeamPicture:
    return picture(team([(-1.6, 0.8), (1.6, 0.8)] * 12, seed=2))


def test_the_forms_are_the_mean_of_what_each_persons_answers_say() -> None:
    people = team([RENEWAL] * 3 + [(1.2, 1.2)] * 3, seed=5)
    found = picture(people)
    each = [reflect.posterior(answers).forms for answers in people]
    plain = {form: sum(one[form] for one in each) / 6 for form in Form}
    assert sum(found.chances.values()) == pytest.approx(1)
    # Attention is near 1 for all, so it moves the mean only a little.
    assert dict(found.chances) == pytest.approx(plain, abs=0.03)
    assert found.cloud.weights.sum() == pytest.approx(1)


def test_a_team_that_agrees(agreeing: reflect.TeamPicture) -> None:
    assert agreeing.people == 12
    assert agreeing.forms == (Form.RENEWAL,)
    assert isinstance(agreeing.agreement, reflect.Agreement)
    assert agreeing.agreement.value > 0.6
    assert isinstance(agreeing.divisive, reflect.NotSure)


def test_a_team_that_is_split_on_one_dimension(split: reflect.TeamPicture) -> None:
    assert isinstance(split.agreement, reflect.Agreement)
    assert split.agreement.value < 0.3
    configuration, paradigm = split.agreement.spread.values()
    assert configuration > 1 > paradigm
    assert split.agreement.text.nl == "Jullie zien dit heel verschillend."


def test_the_statement_on_which_they_differ_most(split: reflect.TeamPicture) -> None:
    assert isinstance(split.divisive, reflect.Divisive)
    found = split.divisive
    assert found.statement.dimension is reflect.Dimension.CONFIGURATION
    assert sum(found.answers) == pytest.approx(1)
    assert found.answers[0] + found.answers[4] > found.answers[2]
    assert 0 < found.low <= found.further <= found.high


def test_no_statement_is_named_when_people_see_the_same() -> None:
    named = [
        isinstance(picture(team([(0.6, 0.4)] * 10, seed=seed)).divisive, reflect.Divisive)
        for seed in range(8)
    ]
    assert sum(named) == 0


def test_unsure_people_are_not_taken_for_people_who_differ() -> None:
    """Few answers scatter; taken at face value the team would seem divided."""
    people = [answers[:5] for answers in team([(0.8, -0.8)] * 30, seed=4)]
    found = picture(people)
    raw = np.var([reflect.posterior(a).position(d).mean for a in people for d in reflect.Dimension])
    assert isinstance(found.agreement, reflect.Agreement)
    assert raw > 0.25
    assert found.agreement.value > 0.7


def test_where_the_average_lies_is_told_with_its_interval() -> None:
    held = 0
    for seed in range(20):
        found = picture(team([(0.7, -0.5)] * 10, seed=seed))
        for true, position in zip((0.7, -0.5), found.positions.values(), strict=True):
            held += position.low <= true <= position.high
    assert held >= 32


def test_people_who_did_not_read_weigh_less_and_are_only_counted() -> None:
    people = team([RENEWAL] * 8, seed=3)
    unread = [
        tuple(reflect.Answer(a.statement, 5, a.counts) for a in answers) for answers in people[:3]
    ]
    found = picture([*people, *unread])
    assert found.people == 11
    assert found.careless == 3
    assert found.chances[Form.RENEWAL] > picture(people).chances[Form.RENEWAL] - 0.05


def test_who_said_nothing_is_not_among_the_people() -> None:
    people = team([RENEWAL] * 6, seed=3)
    assert picture([*people, straight_through(None, None), ()]).people == 6


def test_the_order_of_people_does_not_show() -> None:
    people = team([(-1.0, 1.0)] * 4 + [RENEWAL] * 5, seed=6)
    one, other = picture(people), picture(people[::-1])
    assert dict(one.chances) == pytest.approx(dict(other.chances))
    assert one.careless == other.careless


def test_nothing_in_it_is_about_a_person(agreeing: reflect.TeamPicture) -> None:
    """No list has a length that goes with the number of people."""
    for field in fields(agreeing):
        value = getattr(agreeing, field.name)
        if hasattr(value, "__len__"):
            assert len(value) != agreeing.people, field.name
