"""What the demo has made so far, by the keys of the story."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Model
from django.utils import timezone

from beide.demo.sign_in import Language
from beide.demo.story import Organisation as Story
from beide.text import Text
from beide.web.evidence.models import Promise
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Experiment
from beide.web.organisation.models import Membership, Organisation, Team
from beide.web.tensions.models import Tension


@dataclass(kw_only=True)
class Cast:
    """The story, the language it is told in, and what it became in the database."""

    story: Story
    language: Language
    slug: str
    teams: dict[str, Team] = field(default_factory=dict)
    people: dict[str, Membership] = field(default_factory=dict)
    tensions: dict[str, Tension] = field(default_factory=dict)
    initiatives: dict[str, Initiative] = field(default_factory=dict)
    experiments: dict[str, Experiment] = field(default_factory=dict)
    promise: Promise | None = None

    @cached_property
    def organisation(self) -> Organisation:
        """The organisation itself."""
        name = self.say(self.story.name)
        return Organisation.objects.create(name=name, slug=self.slug, demo=True)

    def say(self, text: Text | None) -> str:
        """Return a text in the language of this demo."""
        return text.in_language(self.language) if text else ""

    def role(self, key: str | None) -> str:
        """Return a role's name."""
        return next(
            (self.say(role.name) for role in self.story.roles if role.key == key), key or ""
        )


def day(days_ago: int) -> date:
    """Return a day, counted back from today."""
    return timezone.localdate() - timedelta(days=days_ago)


def moment(days_ago: int) -> datetime:
    """Return the start of the working day, so many days ago."""
    return timezone.localtime().replace(hour=9, minute=0, second=0, microsecond=0) - timedelta(
        days=days_ago
    )


def backdate(thing: Model, **fields: Any) -> None:
    """Put what was made just now on the day on which it happened in the story."""
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.save(update_fields=list(fields))
