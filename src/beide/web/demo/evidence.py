"""The demo's event log and its promise: generated, read and computed like anyone's."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from django.utils import timezone

from beide import log as event_logs
from beide.demo import csv_columns, generate, write_csv
from beide.text import Text
from beide.web.demo.cast import Cast
from beide.web.evidence import actions
from beide.web.organisation.models import Organisation

NAME = Text(nl="Orders, gegenereerd", en="Orders, generated")
PURPOSE = Text(
    nl="Zien of de belofte aan klanten stand houdt, en wanneer het goed gaat.",
    en="To see whether the promise to customers holds, and when things go well.",
)


def make(cast: Cast) -> None:
    """Generate the orders, read them, and compute the promise."""
    with tempfile.TemporaryDirectory() as scratch:
        file = write_csv(generate(until=last_sunday()), Path(scratch), language=cast.language)
        folder = Path(scratch) / "orders.log"
        event_logs.read(file, into=folder, columns=csv_columns(language=cast.language))
        log = actions.add_normalised(
            organisation=cast.organisation,
            name=cast.say(NAME),
            purpose=cast.say(PURPOSE),
            folder=folder,
            generated=True,
        )
    promised = cast.story.promise
    cast.promise = actions.add_promise(
        log=log,
        name=cast.say(promised.name),
        within_hours=promised.within_days * 24,
        share=promised.share,
        at_once=True,
    )


def last_sunday() -> date:
    """Return the end of the last full week, so that the demo's data is always fresh."""
    today = timezone.localdate()
    return today - timedelta(days=today.isoweekday())


def remove(organisation: Organisation) -> None:
    """Remove the logs with their files."""
    for log in organisation.event_logs.all():
        actions.remove_log(log=log)
