"""Make of the library's results what is kept and shown."""

from math import isfinite

from beide import reflect
from beide.change import content
from beide.text import Text
from beide.web.reflections.picture import cloud
from beide.web.reflections.told import questions_of
from beide.web.team_sessions.snapshot import (
    Agreed,
    Covered,
    Differs,
    FormChance,
    Moved,
    Picture,
    Shifted,
)


def covered(hidden: reflect.Hidden) -> Covered:
    """Return why something is not shown."""
    return Covered(why=hidden.why.value, needed=hidden.needed, text=hidden.text)


def picture(found: reflect.TeamPicture) -> Picture:
    """Return a team's picture as it is kept."""
    return _picture(
        found,
        careless=found.careless,
        agreement=agreed(found.agreement),
        divisive=differs(found.divisive),
    )


def counted(found: reflect.CountedPicture) -> Picture:
    """Return a picture from cards as it is kept: how far people agree cannot be told from them."""
    return _picture(found, careless=0, agreement=None, divisive=None)


def _picture(
    found: reflect.TeamPicture | reflect.CountedPicture,
    *,
    careless: int,
    agreement: Agreed | Covered | None,
    divisive: Differs | Covered | Text | None,
) -> Picture:
    drawn = cloud(found.cloud)
    return Picture(
        people=found.people,
        careless=careless,
        kind=found.kind,
        forms=found.forms,
        title=found.title,
        sentences=found.sentences,
        chances=tuple(
            FormChance(form=form, name=content().forms[form].name, percent=round(100 * chance))
            for form, chance in sorted(found.chances.items(), key=lambda each: -each[1])
        ),
        mask=drawn.mask,
        x=drawn.x,
        y=drawn.y,
        agreement=agreement,
        divisive=divisive,
        questions=tuple(questions_of(found)),
    )


def agreed(found: reflect.Agreement | reflect.Hidden) -> Agreed | Covered:
    """Return how far people agree, in whole percentages."""
    if isinstance(found, reflect.Hidden):
        return covered(found)
    return Agreed(
        value=round(100 * found.value),
        low=round(100 * found.low),
        high=round(100 * found.high),
        text=found.text,
    )


def differs(found: reflect.Divisive | reflect.NotSure | reflect.Hidden) -> Differs | Covered | Text:
    """Return the statement on which people differ most, or why there is none."""
    if isinstance(found, reflect.Hidden):
        return covered(found)
    if isinstance(found, reflect.NotSure):
        return found.text
    return Differs(
        statement=found.statement.key,
        text=found.statement.text,
        answers=tuple(round(100 * share) for share in found.answers),
    )


def shifted(found: reflect.Shift | reflect.Hidden) -> Shifted | Covered:
    """Return the shift as it is kept."""
    if isinstance(found, reflect.Hidden):
        return covered(found)
    return Shifted(
        people=found.people,
        dimensions=tuple(moved(each, move) for each, move in found.dimensions.items()),
    )


def moved(dimension: reflect.Dimension, found: reflect.Shifted) -> Moved:
    """Return a move on one dimension; an interval without an end cannot be told."""
    told = isfinite(found.low) and isfinite(found.high)
    return Moved(
        dimension=dimension,
        mean=round(found.mean, 2),
        low=round(found.low, 2) if told else None,
        high=round(found.high, 2) if told else None,
        text=found.text,
    )
