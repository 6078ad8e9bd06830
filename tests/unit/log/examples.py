"""How many cases Hypothesis makes up: a few in a run that someone waits for, many at night."""

import os

from hypothesis import settings

THOROUGH = os.environ.get("BEIDE_THOROUGH") == "true"


def examples(few: int, *, many: int) -> settings:
    """Return settings for ``few`` cases, or ``many`` where ``BEIDE_THOROUGH`` is ``true``.

    Every run makes up other cases, so that few in each are many in a week.
    """
    return settings(max_examples=many if THOROUGH else few, deadline=None)
