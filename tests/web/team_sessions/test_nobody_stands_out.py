"""Whatever people and guides do, nothing that gets out is about fewer people than the threshold.

Everything that was shown about one tension, and the export of the whole, is looked at together:
two groups may not differ by a few people, for what those few said could then be worked out.
"""

import io
import json
import zipfile
from itertools import permutations

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from beide.web.organisation.export import export
from beide.web.team_sessions import access, actions, revealing
from beide.web.team_sessions.models import Answer, Round, Seat, Session, Sheet, Step
from beide.web.team_sessions.revealing import Keys
from beide.web.team_sessions.snapshot import Shown
from beide.web.team_sessions.state import state_of
from beide.web.team_sessions.steps import following, moment_of
from tests.web.people import World
from tests.web.team_sessions.made import Phone, a_session, go

LEAST = 5
EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("join"), st.integers(1, 7)),
        st.tuples(st.just("leave"), st.integers(0, 12)),
        st.tuples(st.just("answer"), st.integers(0, 12)),
        st.tuples(st.just("skip"), st.just(0)),
    ),
    max_size=2,
)
# What happens at each moment, before the guide goes on.
STORIES = st.lists(EVENTS, min_size=5, max_size=9)


class Story:
    """A session in which things happen, and everything that got out of it."""

    def __init__(self, world: World, seen: dict[int, list[Keys]]) -> None:
        self.world, self.seen = world, seen
        self.session = a_session(world, tensions=2)
        self.phones: list[Phone] = []
        self.kept: dict[int, object] = {}

    def happen(self, event: str, number: int) -> None:
        """Let something happen."""
        if event == "join":
            self.phones += [Phone(self.session) for _ in range(number)]
        elif event == "answer":
            for phone in self.phones[: -number or None]:
                now = phone.now
                if now and now.statement:
                    phone.send(now, (number + len(phone.secret)) % 5 + 1)
        elif event == "leave" and self.phones:
            leaver = self.phones.pop(number % len(self.phones))
            actions.leave(session=self.session, secret=leaver.secret)
        elif event == "skip":
            self.move(2)

    def move(self, times: int) -> None:
        """Go to the next moment, or past it."""
        self.session.refresh_from_db()
        here, shown = moment_of(self.session), access.revealed(self.session)
        there = following(here, 2, shown)
        for _ in range(times - 1):
            there = following(there, 2, shown) if there else None
        if there is not None:
            actions.move(session=self.session, to=there, version=self.session.version)

    def check(self) -> None:
        """See that what got out tells of nobody, and that it never changes."""
        for number, groups in self.seen.items():
            for one, other in permutations(groups, 2):
                assert not 0 < len(one - other) < LEAST, number
        for each in Round.objects.filter(topic__session=self.session).exclude(shown=None):
            assert self.kept.setdefault(each.pk, each.shown) == each.shown
            shown = Shown.from_json(each.shown or {})
            counted = [part.people for part in (shown.picture, shown.shifted) if part]
            assert all(people >= LEAST for people in counted)
            if shown.picture is not None and shown.picture.people < 8:
                assert shown.picture.agreed is None
                assert shown.picture.differs is None
        assert set(state_of(self.session, "guide")) == {
            *("version", "page", "paused", "seconds_left", "in", "ready", "locked"),
            *("agreed", "needed"),
        }


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> dict[int, list[Keys]]:
    """Note of every group of people whose answers got out, by the tension they are about."""
    groups: dict[int, list[Keys]] = {}
    picture, shift = revealing._picture, revealing._shift

    def note(who: Keys) -> None:
        topics = set(Sheet.objects.filter(pk__in=who).values_list("topic", flat=True))
        assert len(topics) == 1
        groups.setdefault(topics.pop(), []).append(who)

    def noted_picture(*args: object) -> Shown:
        shown = picture(*args)  # type: ignore[arg-type]
        if shown.picture is not None:
            note(args[1])  # type: ignore[arg-type]
        return shown

    def noted_shift(*args: object) -> object:
        found = shift(*args)  # type: ignore[arg-type]
        if not hasattr(found, "why"):
            note(args[2] & args[3])  # type: ignore[operator]
        return found

    monkeypatch.setattr(revealing, "_picture", noted_picture)
    monkeypatch.setattr(revealing, "_shift", noted_shift)
    return groups


def exported(world: World) -> dict[str, str]:
    into = io.BytesIO()
    export(world.noord, into)
    with zipfile.ZipFile(into) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def check_export(story: Story) -> None:
    """See that only what was shown is in the export, and nothing of who answered."""
    files = exported(story.world)
    assert not [name for name in files if name.split(".")[1] in {"seat", "sheet", "answer"}]
    text = files.get("team_sessions.round.jsonl", "")
    rows = [json.loads(line)["fields"] for line in text.splitlines()]
    assert all(set(row) == {"topic", "number", "shown"} for row in rows)
    kept = [json.dumps(each, sort_keys=True) for each in story.kept.values()]
    told = [json.dumps(row["shown"], sort_keys=True) for row in rows if row["shown"]]
    assert sorted(told) == sorted(kept)
    seats = Seat.objects.values_list("key", flat=True)
    keys = [*seats, *Sheet.objects.values_list("pk", flat=True)]
    everything = "".join(files.values())
    assert not any(str(key) in everything for key in keys)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(moments=STORIES)
def test_no_story_makes_anyone_stand_out(
    world: World, seen: dict[int, list[Keys]], moments: list[list[tuple[str, int]]]
) -> None:
    seen.clear()
    with transaction.atomic():
        story = Story(world, seen)
        story.happen("join", 7)
        for events in moments:
            for event, number in [*events, ("answer", 0)]:
                story.happen(event, number)
            story.move(1)
            story.check()
        check_export(story)
        actions.close(session=story.session)
        story.check()
        check_export(story)
        assert not Seat.objects.exists()
        assert not Sheet.objects.exclude(key=None).exists()
        transaction.set_rollback(True)


def test_two_rounds_with_a_leaver_are_seen_by_this_test(
    world: World, seen: dict[int, list[Keys]]
) -> None:
    story = Story(world, seen)
    story.happen("join", 12)
    for _ in range(2):
        story.move(1)
    story.happen("answer", 0)
    for _ in range(3):
        story.move(1)
    story.happen("leave", 3)
    story.happen("answer", 0)
    story.move(1)
    story.check()
    groups = next(iter(seen.values()))
    assert [len(group) for group in groups] == [12, 7, 7]


def test_what_was_never_shown_is_not_kept_after_closing(world: World) -> None:
    session: Session = a_session(world)
    few = [Phone(session) for _ in range(4)]
    go(session, Step.ANSWER)
    for phone in few:
        phone.answer()
    assert Answer.objects.count() == 4
    actions.close(session=session)
    assert not Answer.objects.exists()
    assert not Sheet.objects.exists()
