"""Places of their own for uploads and logs, and work that is done at once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from beide.web.evidence.models import EventLog
from tests.web.conftest import As
from tests.web.evidence.logs import ready_log
from tests.web.people import World


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Settings) -> Path:
    """Uploads and logs of one test."""
    settings.LOGS_ROOT = tmp_path / "home" / "logs"
    settings.MEDIA_ROOT = tmp_path / "home" / "files"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": settings.MEDIA_ROOT},
        },
    }
    return tmp_path / "home"


@pytest.fixture
def log(world: World, tmp_path: Path) -> EventLog:
    """A log of Noord that was read, generated."""
    return ready_log(world.noord, tmp_path)


@pytest.fixture
def anna(world: World, signed_in: As) -> Client:
    """The browser of the administrator, in English."""
    return signed_in(world.anna)


@pytest.fixture
def posted(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> Callable[..., object]:
    """Post a form and let what it set in motion finish."""

    def post(client: Client, address: str, data: dict[str, object] | None = None) -> object:
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(address, data or {})

    return post
