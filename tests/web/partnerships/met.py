"""Partners, guests and posts that tests begin with."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from beide.web.accounts.models import Person
from beide.web.initiatives.models import Initiative
from beide.web.network.models import Round
from beide.web.partnerships import guest_actions
from beide.web.partnerships.models import Guest, Partner
from tests.web.people import PASSWORD, World


def partner(world: World, name: str = "Home care West") -> Partner:
    return Partner.objects.create(organisation=world.noord, name=name)


def explored(world: World, title: str = "From order to talk") -> Initiative:
    made = Initiative.objects.create(
        organisation=world.noord, form="transition", title=title, stage="explore"
    )
    Round.objects.create(initiative=made, number=1, question="When do people feel known?")
    return made


def outsider(email: str = "noor@west.example") -> Person:
    return Person.objects.create_user(email=email, password=PASSWORD, name="Noor")


def guest(initiative: Initiative, person: Person | None, days: int = 7) -> Guest:
    until = timezone.localdate() + timedelta(days=days)
    made, _token = guest_actions.invite(
        initiative=initiative, email="noor@west.example", until=until
    )
    if person:
        guest_actions.come_in(guest=made, person=person)
    return made


def browser(person: Person, language: str = "en") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def place(initiative: Initiative) -> str:
    return reverse("partnerships:guest_place", args=["noord", initiative.pk])


def url(name: str, *arguments: object) -> str:
    return reverse(f"partnerships:{name}", args=["noord", *arguments])


def post(client: Client, route: str, *arguments: object, **data: object) -> Any:
    return client.post(url(route, *arguments), data, follow=True)


def text(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def undo(client: Client, answer: Any) -> Any:
    notice = list(answer.context["messages"])[-1]
    assert notice.extra_tags, f"'{notice}' cannot be undone"
    return client.post(notice.extra_tags, follow=True)
