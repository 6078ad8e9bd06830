"""A host collects answers: of many people, in no order, and never of a session that runs."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from beide import reflect
from beide.web.reflections.models import Reflection
from beide.web.team_sessions import actions, collecting
from beide.web.team_sessions.models import Step
from tests.web.people import World
from tests.web.team_sessions.made import a_session, go, phones


@pytest.fixture
def answered(world: World) -> None:
    """Close a session of six people, leave another running, and reflect alone."""
    for closes in (True, False):
        session = a_session(world)
        inside = phones(session, 6)
        go(session, Step.ANSWER)
        for phone in inside:
            phone.answer()
            phone.answer(None)
        go(session, Step.PICTURE)
        go(session, Step.AGAIN)
        inside[0].answer()
        if closes:
            actions.close(session=session)
    alone = Reflection.objects.create(key="x", subject="Iets", language="nl")
    for number in (1, 2):
        again = alone.rounds.create(number=number, seed=1, bank="1x32")
        again.answers.create(position=0, statement="c-steps", value=number)


def test_one_time_of_each_person_is_collected(answered: None) -> None:
    found = collecting.collected()
    assert len(found) == 7
    assert (reflect.Answer("c-steps", 1),) in found
    assert [len(each) for each in found].count(2) == 6


def test_below_three_hundred_nothing_is_written(answered: None, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="7 "):
        call_command("write_answers", tmp_path / "answers.csv")
    assert not (tmp_path / "answers.csv").exists()


def test_what_is_written_can_be_read_by_recalibration(
    answered: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "FEWEST", 7)
    call_command("write_answers", tmp_path / "answers.csv", verbosity=0)
    found = reflect.read_answers(tmp_path / "answers.csv")
    assert {frozenset(each) for each in found} == {frozenset(e) for e in collecting.collected()}
    with pytest.raises(CommandError):
        call_command("write_answers", tmp_path / "nowhere" / "answers.csv")
