"""Logs as they come: with times that cannot be, with work side by side, without rest."""

from dataclasses import replace

import numpy as np
import pytest

from beide import log
from beide.room import Refused, Room, fit
from beide.room._answer import answer
from beide.room._events import Events
from beide.room._remarks import remarks
from beide.room._room import refused
from beide.room._study import Study, study
from beide.room._trials._logs import log_of
from beide.room._trials._worlds import World
from beide.room._ways import Way
from beide.text import Text

WORLD = World(cases_a_week=40, busy=0.5, people=(6, 5, 6, 5))
LOG = log_of(WORLD, np.random.default_rng(4), weeks=16)
PROMISE = Text(nl="binnen 5 dagen voor 90%", en="within 5 days for 90%")


def asked(events: Events, *, within: float = 120.0, share: float = 0.9) -> Study:
    return study(events, within=within, share=share, seed=1)


def answered(found: Study) -> Room:
    return answer(found, promise=PROMISE, way=Way.HOUR_A_DAY, seed=1)


def test_work_that_ends_before_it_begins_is_answered_and_said() -> None:
    start = LOG.start.copy()
    start[::40] = LOG.end[::40] + 2.0
    found = asked(replace(LOG, start=start))
    assert found.backtest.passes
    told = answered(found)
    assert told.hours > 0
    assert any("ended before they began" in remark.en for remark in told.remarks)


def test_steps_of_a_case_side_by_side_do_not_make_people_of_air() -> None:
    # Every third step is begun an hour before the step before it was done.
    start = LOG.start.copy()
    inside = np.ones(len(start), dtype=bool)
    inside[LOG.first[:-1]] = False
    early = np.flatnonzero(inside)[::3]
    start[early] = np.minimum(start[early], LOG.end[early - 1] - 1.0)
    found = fit(replace(LOG, start=start))
    assert (found.network.delay >= 0).all()
    assert (found.network.work >= 0).all()
    assert found.negative == 0
    assert found.network.people.max() <= 2 * max(WORLD.people)


def test_a_team_that_never_rests_is_said_to() -> None:
    world = replace(WORLD, cases_a_week=200, people=(12, 12, 12, 12))
    log = log_of(world, np.random.default_rng(4), weeks=16)
    shifted = np.random.default_rng(0).uniform(0, 168, len(log.whole))[log.case]
    always = asked(replace(log, start=log.start + shifted, end=log.end + shifted))
    assert (always.fit.network.people > 0).all()
    told = remarks(always.fit, (), always.groups(), minimum=5)
    assert any("always at work, day and night" in remark.en for remark in told)


def test_a_promise_that_is_broken_now_leaves_zero_and_says_what_comes_first() -> None:
    told = answered(asked(LOG, within=20.0))
    assert told.hours == 0
    assert all(team.hours == team.likely == team.alone == 0 for team in told.teams)
    assert told.sentences[0].en.startswith("The promise is not kept now")
    assert told.tried
    assert told.sentences[1].nl


@pytest.mark.parametrize("scale", [0.3, 3.0])
def test_a_log_that_changes_on_the_way_gets_words_instead_of_a_number(scale: float) -> None:
    late = LOG.end > 0.7 * LOG.until
    work = np.where(late, scale * 30.0, 0.0)
    since = np.cumsum(work) - np.repeat(
        np.concatenate([[0.0], np.cumsum(work)])[LOG.first[:-1]], np.diff(LOG.first)
    )
    found = asked(replace(LOG, end=LOG.end + since))
    assert not found.backtest.passes
    told = refused(found, log.promise("within 5d for 90%"), minimum=5)
    assert isinstance(told, Refused)
    assert told.sentences[0].nl.startswith("Beide noemt geen getal.")
