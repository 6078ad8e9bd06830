"""Taking back a move, a stop or a resumption: only the latest, and exactly."""

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from beide.change import Form
from beide.web.initiatives import actions
from beide.web.initiatives.models import Happening, Initiative
from beide.web.organisation.models import Organisation

State = tuple[str, bool, str]
VERBS = st.sampled_from(["analyse", "plan", "execute", "stop", "resume"])


def state(initiative: Initiative) -> State:
    """Return what can be seen of an initiative, as the database has it."""
    initiative.refresh_from_db()
    return initiative.stage, initiative.stopped is not None, initiative.why_stopped


def do(initiative: Initiative, verb: str) -> Happening | None:
    """Do one of the verbs, where it makes sense."""
    if verb == "stop":
        return (
            None if initiative.stopped else actions.stop(initiative=initiative, why="Omdat " * 60)
        )
    if verb == "resume":
        return actions.resume(initiative=initiative) if initiative.stopped else None
    return actions.move(initiative=initiative, stage=verb)


class Undo(TestCase):
    """Whatever was done before, the last thing can be taken back."""

    @settings(deadline=None, max_examples=50)
    @given(st.lists(VERBS, min_size=1, max_size=8))
    def test_the_latest_is_taken_back_exactly(self, verbs: list[str]) -> None:
        organisation = Organisation.objects.create(name="Noord", slug="noord")
        initiative = actions.start(organisation=organisation, form=Form.IMPROVEMENT, title="Iets")
        done: list[tuple[State, Happening]] = []
        for verb in verbs:
            before = state(initiative)
            if happening := do(initiative, verb):
                done.append((before, happening))
        for before, happening in reversed(done):
            assert actions.undo(initiative=initiative, happening=happening)
            assert state(initiative) == before
        assert initiative.happenings.count() == 1

    def test_an_earlier_stop_is_not_taken_back(self) -> None:
        organisation = Organisation.objects.create(name="Noord", slug="noord")
        initiative = actions.start(organisation=organisation, form=Form.IMPROVEMENT, title="Iets")
        stopped = actions.stop(initiative=initiative, why="Later")
        actions.resume(initiative=initiative)
        assert not actions.undo(initiative=initiative, happening=stopped)
        assert state(initiative) == ("analyse", False, "")

    def test_the_start_is_not_taken_back(self) -> None:
        organisation = Organisation.objects.create(name="Noord", slug="noord")
        initiative = actions.start(organisation=organisation, form=Form.TRANSITION, title="Iets")
        assert not actions.undo(initiative=initiative, happening=initiative.happenings.get())
