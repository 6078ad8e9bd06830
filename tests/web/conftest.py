"""Fixtures for tests of the web application."""

from typing import Protocol

import pytest
from django.test import Client

from beide.web.organisation.models import Membership
from tests.web.people import World, make_world


class As(Protocol):
    """Sign someone in."""

    def __call__(self, membership: Membership, *, language: str = "en") -> Client: ...


@pytest.fixture
def world(db: None) -> World:
    """Two organisations and their people."""
    return make_world()


@pytest.fixture
def signed_in() -> As:
    """Return a function that gives a browser in which someone is signed in, reading English."""

    def sign_in(membership: Membership, *, language: str = "en") -> Client:
        client = Client(headers={"accept-language": language})
        client.force_login(membership.person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
