"""What a host can open: the admin's own pages, and nothing about what people do."""

import pytest
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from beide.web.accounts.models import Person
from tests.web.conftest import As
from tests.web.people import World

MODELS = sorted(admin.site._registry, key=lambda model: model._meta.label)


@pytest.fixture
def host(db: None) -> Client:
    person = Person.objects.create_superuser("host@beide.example", "een lang wachtwoord")
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_a_host_opens_every_list(host: Client, world: World, model: type) -> None:
    options = model._meta  # type: ignore[attr-defined]
    route = f"admin:{options.app_label}_{options.model_name}_changelist"
    assert host.get(reverse(route)).status_code == 200


def test_nobody_sees_who_signed_in_when(host: Client) -> None:
    assert not admin.site.is_registered(UserSession)
    page = host.get(reverse("admin:accounts_person_changelist")).content.decode()
    assert "last login" not in page.lower()


def test_an_administrator_of_an_organisation_is_no_host(world: World, signed_in: As) -> None:
    answer = signed_in(world.anna).get("/admin/")
    assert answer.status_code == 302
    assert "/admin/login/" in answer["Location"]


def test_health_answers_without_signing_in(db: None) -> None:
    assert Client().get("/health/").json() == {"status": "ok"}
