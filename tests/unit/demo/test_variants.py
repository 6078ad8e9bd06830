"""Orders take realistic ways: rework goes back, incomplete forms mean calling, one hand stays."""

import numpy as np
from numpy.typing import NDArray

from beide.demo.data import DemoData


def times_done(data: DemoData, step: str) -> NDArray[np.int64]:
    code = [one.key for one in data.truths.steps].index(step)
    return np.bincount(data.events.case[data.events.step == code], minlength=len(data.orders))


def test_wrong_the_first_time_means_rework(data: DemoData) -> None:
    rework = times_done(data, "opnieuw") + times_done(data, "omruilen") > 0
    ready = data.orders.ready
    assert ((data.orders.first_time_right[ready] == 0) == rework[ready]).all()
    assert times_done(data, "opnieuw").max() == 2


def test_rework_is_fitted_again(data: DemoData) -> None:
    again = data.orders.ready & (times_done(data, "opnieuw") > 0)
    fittings = times_done(data, "passen")[again]
    assert (fittings == times_done(data, "opnieuw")[again] + 1).all()


def test_an_incomplete_form_means_calling_back(data: DemoData) -> None:
    called = times_done(data, "terugbellen") > 0
    ready = data.orders.ready
    assert ((data.orders.form_complete[ready] == 0) == called[ready]).all()


def test_planned_on_the_phone_comes_second(data: DemoData) -> None:
    steps = [step.key for step in data.truths.steps]
    roles = [role.key for role in data.truths.roles]
    second = data.ends[0][data.conditions["planned_on_phone"] & data.orders.ready] + 1
    assert (data.events.step[second] == steps.index("plannen")).all()
    assert (data.events.role[second] == roles.index("klantcontact")).all()
    assert (data.events.start[second] == data.events.complete[second - 1]).mean() > 0.95


def test_one_hand_shows_in_the_roles(data: DemoData) -> None:
    steps = [step.key for step in data.truths.steps]
    roles = [role.key for role in data.truths.roles]
    fitting = data.events.step == steps.index("passen")
    adviser = data.events.role[fitting] == roles.index("adviseur")
    assert (data.conditions["one_hand"][data.events.case[fitting]] == adviser).all()


def test_nothing_follows_closing_or_cancelling(data: DemoData) -> None:
    steps = [step.key for step in data.truths.steps]
    last = data.events.step[data.ends[1]]
    assert (last[data.orders.ready] == steps.index("afsluiten")).all()
    assert (last[data.orders.cancelled] == steps.index("annuleren")).all()
    assert times_done(data, "afsluiten").sum() == data.orders.ready.sum()


def test_there_are_many_ways(data: DemoData) -> None:
    first, last = data.ends
    ways = {
        tuple(data.events.step[begin : end + 1].tolist())
        for begin, end in zip(first.tolist(), last.tolist(), strict=True)
    }
    assert len(ways) > 200
