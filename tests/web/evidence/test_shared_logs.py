"""Real logs sent through the pages: as many cases, events and steps as they are known to have."""

import os
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.formats import number_format

from beide.web.evidence.models import EventLog
from tests.unit.log.data import COUNTS, shared
from tests.web.evidence.logs import consent
from tests.web.people import World

Post = Callable[..., Any]
DISCO = {
    "case": "case:concept:name",
    "activity": "concept:name",
    "time": "time:timestamp",
    "start": "start_timestamp",
    "drop_activities": "Start\nEnd",
}
# The others take longer; BEIDE_EVERY_LOG=true sends them too.
SMALL = ("Production.csv", "env_permit_receipt.xes.gz")
EVERY = os.environ.get("BEIDE_EVERY_LOG") == "true"
KNOWN = {name: counts for name, counts in COUNTS.items() if EVERY or name in SMALL}


def counted(about: dict[str, Any]) -> tuple[int, int, int]:
    """Return cases, events and steps as in the file, before events of one step were paired."""
    rows = next(each for each in about["findings"] if each["code"] == "rows")
    dropped: int = sum(about["dropped"]["activities"].values())
    return about["cases"], about["rows_read"] - dropped, rows["data"]["activities"]


@pytest.mark.shared_data
@pytest.mark.parametrize(("name", "counts"), KNOWN.items())
def test_counts_through_the_pages(
    name: str, counts: tuple[int, int, int], world: World, anna: Client, posted: Post
) -> None:
    consent(world.noord)
    file = SimpleUploadedFile(name, shared(name).read_bytes())
    sent = posted(anna, "/o/noord/evidence/new/", {"purpose": "To learn", "file": file})
    posted(anna, sent["Location"], {"zone": "UTC", **(DISCO if ".csv" in name else {})})
    log = EventLog.objects.get()
    assert log.is_ready, log.problem
    assert counted(log.about) == counts
    page = anna.get(f"/o/noord/evidence/{log.pk}/").content.decode()
    assert f"{number_format(counts[0], force_grouping=True)} cases" in page
