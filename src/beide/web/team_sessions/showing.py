"""What every page of a session shows of where it stands: for guide, screen and phones alike."""

from typing import Any

from beide.change import content
from beide.web.reflections.picture import HEIGHT, WIDTH, Cloud, arrow
from beide.web.reflections.told import PLANE, Asks
from beide.web.team_sessions import access
from beide.web.team_sessions.models import Session, Topic
from beide.web.team_sessions.script import script
from beide.web.team_sessions.snapshot import Picture, Shown
from beide.web.team_sessions.steps import SHOWING, moment_of


def seen(session: Session) -> dict[str, Any]:
    """Return the step with its words, the tension on the table, and what was revealed of it."""
    topic = access.topic_at(session, session.place)
    moment = moment_of(session)
    return {
        "step": moment.step.value,
        "part": script()[moment.step],
        "topic": topic,
        "topics": len(session.topics.all()),
        **(results(topic, SHOWING.get(session.step)) if topic else {}),
    }


def results(topic: Topic, number: int | None = None) -> dict[str, Any]:
    """Return what was revealed about a tension, up to a round; the last one when left out."""
    shown = {each.number: Shown.from_json(each.shown) for each in topic.rounds.all() if each.shown}
    first, second = shown.get(1), shown.get(2)
    if number == 1:
        second = None
    last = second or first
    before = first.picture if first and second else None
    return {"shown": last, **drawn(last.picture if last else None, before)}


def drawn(picture: Picture | None, before: Picture | None) -> dict[str, Any]:
    """Return the plane with the cloud of now and, after a second round, that of before."""
    if picture is None:
        return {"picture": None}
    now, was = cloud_of(picture), cloud_of(before) if before else None
    return {
        "picture": picture,
        "before": before,
        "cloud": now,
        "earlier_cloud": was,
        "arrow": arrow(was, now) if was else None,
        "plane": PLANE,
        "width": WIDTH,
        "height": HEIGHT,
        "asks": asks_of(picture),
    }


def cloud_of(picture: Picture) -> Cloud:
    """Return the cloud as it was kept."""
    return Cloud(mask=picture.mask, x=picture.x, y=picture.y)


def asks_of(picture: Picture) -> list[Asks]:
    """Return what the forms of a picture ask."""
    words = content()
    return [
        Asks(form=form, told=words.forms[form], mode=words.modes[form.mode])
        for form in picture.forms
    ]
