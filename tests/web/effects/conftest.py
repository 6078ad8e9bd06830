"""Places of their own for logs, and worlds of which the effect is known."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from beide.web.evidence.models import Promise
from tests.web.effects.series import a_log, a_promise, orders
from tests.web.people import World


@pytest.fixture(autouse=True)
def home(tmp_path: Path, settings: Settings) -> Path:
    """The logs of one test."""
    settings.LOGS_ROOT = tmp_path / "home" / "logs"
    return tmp_path / "home"


@pytest.fixture
def promised(world: World, tmp_path: Path) -> Callable[..., Promise]:
    """Return a function that gives a promise of Noord, on orders as told."""

    def make(*, generated: bool = True, **told: Any) -> Promise:
        log = a_log(world.noord, tmp_path, orders(**told), generated=generated)
        return a_promise(log)

    return make
