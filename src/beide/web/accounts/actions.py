"""What people can do with their own account."""

from allauth.usersessions.models import UserSession
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest

from beide.web.accounts.models import Person


@transaction.atomic
def rename(*, person: Person, name: str) -> None:
    """Change how others see someone."""
    person.name = name
    person.save(update_fields=["name"])


@transaction.atomic
def delete(*, request: HttpRequest, person: Person) -> None:
    """Delete a person with all that says who they are, and end their sessions everywhere."""
    for session in UserSession.objects.filter(user=person):
        session.end()
    logout(request)
    person.delete()
