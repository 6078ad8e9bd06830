"""The order of a session, and where a guide can go from here."""

from dataclasses import dataclass

from beide.web.team_sessions.models import Session, Step

PER_TENSION = (
    Step.TENSION,
    Step.ANSWER,
    Step.PICTURE,
    Step.TALK,
    Step.AGAIN,
    Step.SHIFT,
    Step.DECIDE,
)
# In which round people answer, and which one a step shows.
ANSWERING: dict[str, int] = {Step.ANSWER: 1, Step.AGAIN: 2}
SHOWING: dict[str, int] = {Step.PICTURE: 1, Step.SHIFT: 2}


Revealed = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Moment:
    """A step, about the tension in this place: ``1-answer``."""

    place: int
    step: Step

    def __str__(self) -> str:
        return f"{self.place}-{self.step.value}"


def moment_of(session: Session) -> Moment:
    """Return where a session stands."""
    return Moment(session.place, Step(session.step))


def read_moment(text: str) -> Moment | None:
    """Return the moment that a form names, or None when it names none."""
    place, _, step = text.partition("-")
    if place.isdecimal() and len(place) <= 2 and step in Step.values:
        return Moment(int(place), Step(step))
    return None


def moments(tensions: int) -> list[Moment]:
    """Return every moment of a session on this many tensions, in order."""
    middle = [Moment(place, step) for place in range(1, tensions + 1) for step in PER_TENSION]
    return [Moment(1, Step.WELCOME), *middle, Moment(tensions, Step.END)]


def targets(here: Moment, tensions: int, shown: Revealed) -> list[Moment]:
    """Return where a guide can go: a step on, past what can be skipped, or back.

    Answers are shown once, straight after people gave them, and never asked again after that.

    Parameters
    ----------
    here
        Where the session stands.
    tensions
        How many it is about.
    shown
        The rounds that were revealed, as place and number.
    """
    return [there for there in moments(tensions) if there != here and _is_open(there, here, shown)]


def following(here: Moment, tensions: int, shown: Revealed) -> Moment | None:
    """Return the next moment that is open from here; at the end there is none."""
    order = moments(tensions)
    later = set(order[order.index(here) + 1 :])
    return next((there for there in targets(here, tensions, shown) if there in later), None)


def preceding(here: Moment, tensions: int, shown: Revealed) -> Moment | None:
    """Return the last moment before this one that is still open."""
    order = moments(tensions)
    earlier = set(order[: order.index(here)])
    found = [there for there in targets(here, tensions, shown) if there in earlier]
    return found[-1] if found else None


def _is_open(there: Moment, here: Moment, shown: Revealed) -> bool:
    first, second = ((there.place, number) in shown for number in (1, 2))
    opens = {
        Step.ANSWER: not first,
        Step.PICTURE: first or here == Moment(there.place, Step.ANSWER),
        Step.TALK: first,
        Step.AGAIN: first and not second,
        Step.SHIFT: second or here == Moment(there.place, Step.AGAIN),
        Step.DECIDE: first,
    }
    return opens.get(there.step, True)
