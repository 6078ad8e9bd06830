"""Places of their own for logs."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from tests.web.conftest import As
from tests.web.people import World


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Settings) -> Path:
    """Logs of one test."""
    settings.LOGS_ROOT = tmp_path / "home" / "logs"
    return tmp_path / "home"


@pytest.fixture
def mia(world: World, signed_in: As) -> Client:
    """The browser of a member, in English."""
    return signed_in(world.mia)
