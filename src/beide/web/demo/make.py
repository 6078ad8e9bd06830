"""Build a demo organisation in the database, from the story that the library tells.

There is one in Dutch and one in English: the words people typed are in one language, and a visitor
should be able to read them.
"""

from django.db import transaction

from beide.demo import organisation as told_organisation
from beide.demo.sign_in import Language, slug_of
from beide.web.accounts.models import Person
from beide.web.demo import (
    alarms,
    carried,
    effects,
    evidence,
    explored,
    insights,
    partnerships,
    patterns,
    people,
    room,
    sessions,
    tensions,
    wins,
)
from beide.web.demo.cast import Cast
from beide.web.organisation.models import Organisation

LANGUAGES: tuple[Language, ...] = ("nl", "en")


def make_demo(language: Language) -> Organisation:
    """Return the demo organisation in a language, made now if it is not there yet."""
    found = Organisation.objects.filter(slug=slug_of(language)).first()
    return found or make(language)


@transaction.atomic
def make(language: Language) -> Organisation:
    """Make it whole, or not at all."""
    cast = Cast(story=told_organisation(), language=language, slug=slug_of(language))
    people.make(cast)
    evidence.make(cast)
    tensions.make(cast)
    carried.make(cast)
    explored.make(cast)
    effects.make(cast)
    patterns.make(cast)
    room.make(cast)
    insights.make(cast)
    wins.make(cast)
    partnerships.make(cast)
    alarms.make(cast)
    sessions.make(cast)
    return cast.organisation


@transaction.atomic
def remove_demo(language: Language) -> None:
    """Remove the demo organisation with its people, who exist nowhere else."""
    organisation = Organisation.objects.filter(slug=slug_of(language), demo=True).first()
    if organisation is None:
        return
    persons = list(Person.objects.filter(memberships__organisation=organisation))
    evidence.remove(organisation)
    wins.remove(organisation)
    partnerships.remove(organisation)
    organisation.initiatives.all().delete()
    organisation.delete()
    for person in persons:
        person.delete()
