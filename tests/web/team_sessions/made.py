"""A session and phones in it."""

from dataclasses import dataclass, field

from beide.web.team_sessions import actions
from beide.web.team_sessions.actions import Taken
from beide.web.team_sessions.models import Round, Session, Step
from beide.web.team_sessions.phone import Asked, asked
from beide.web.team_sessions.snapshot import Shown
from beide.web.team_sessions.steps import Moment
from beide.web.tensions.models import Tension
from tests.web.people import World


def a_session(world: World, *, tensions: int = 1, most: int = 300) -> Session:
    """Begin a session of Noord, guided by Gijs."""
    made = [
        Tension.objects.create(organisation=world.noord, what=f"Dit past niet {n}.", origin="ai")
        for n in range(tensions)
    ]
    return actions.begin(organisation=world.noord, guide=world.gijs, tensions=made, most=most)


def go(session: Session, step: Step, *, place: int = 1) -> None:
    """Move there, as a guide whose page is up to date does."""
    session.refresh_from_db()
    there = Moment(place, step)
    assert actions.move(session=session, to=there, version=session.version)
    session.refresh_from_db()


def shown(session: Session, number: int, *, place: int = 1) -> Shown:
    """Return what was revealed of a round."""
    found = Round.objects.get(topic__session=session, topic__place=place, number=number)
    assert found.shown is not None
    return Shown.from_json(found.shown)


@dataclass
class Phone:
    """Someone with a phone."""

    session: Session
    secret: str = field(init=False)

    def __post_init__(self) -> None:
        self.secret = actions.take_seat(session=self.session)[1]

    @property
    def now(self) -> Asked | None:
        """What is asked now."""
        self.session.refresh_from_db(fields=["step", "place", "closed", "version"])
        return asked(self.session, self.secret)

    def answer(self, value: int | None = 4) -> Taken:
        """Answer the statement that is asked now."""
        now = self.now
        assert now is not None
        assert now.statement is not None
        return self.send(now, value)

    def send(self, now: Asked, value: int | None) -> Taken:
        """Answer what was asked, now or earlier."""
        assert now.statement is not None
        return actions.answer(
            session=self.session,
            secret=self.secret,
            place=now.place,
            round=now.round,
            position=now.position,
            statement=now.statement.key,
            value=value,
        )

    def answer_all(self, towards: int = 1) -> int:
        """Answer until there is nothing left to ask; 1 is towards change, -1 away from it."""
        count = 0
        while (now := self.now) and now.statement:
            agrees = (towards > 0) is not now.statement.reversed
            assert self.send(now, 5 if agrees else 1) is Taken.NEW
            count += 1
        return count


def phones(session: Session, count: int) -> list[Phone]:
    """Let people in."""
    return [Phone(session) for _ in range(count)]
