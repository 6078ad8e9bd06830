"""Beginning a session."""

from collections.abc import Sequence

from django.db import transaction

from beide import reflect
from beide.web.organisation.models import Membership, Organisation
from beide.web.team_sessions import codes
from beide.web.team_sessions.actions.closing import close_forgotten
from beide.web.team_sessions.models import PEOPLE, Session, Topic, Way
from beide.web.tensions.models import Tension

SPREAD_FROM = reflect.Thresholds().spread


@transaction.atomic
def begin(
    *,
    organisation: Organisation,
    guide: Membership,
    tensions: Sequence[Tension],
    way: Way = Way.PHONES,
    most: int = PEOPLE,
) -> Session:
    """Begin a session on these tensions, in turn. What may be shown of it is settled now."""
    close_forgotten()
    session = Session.objects.create(
        organisation=organisation,
        guide=guide,
        way=way,
        code=unused_code() if way == Way.PHONES else None,
        result_from=organisation.threshold,
        spread_from=max(SPREAD_FROM, organisation.threshold),
        most=most,
    )
    for place, tension in enumerate(tensions, start=1):
        Topic.objects.create(
            session=session, place=place, tension=tension, bank=reflect.bank().version
        )
    return session


def unused_code() -> str:
    """Draw a code that opens nothing yet, and never did."""
    code = codes.draw()
    while Session.objects.filter(code=code).exists():
        code = codes.draw()
    return code
