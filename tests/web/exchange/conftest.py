"""Words that are asked for outside a request are English here."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """Read English, whatever was read before."""
    with override("en"):
        yield
