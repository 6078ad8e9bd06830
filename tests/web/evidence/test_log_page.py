"""The page of a log, changing what it is for, and removing it with its files."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.test import Client

from beide.web.evidence.models import Analysis, EventLog, Promise
from tests.web.conftest import As
from tests.web.evidence.logs import a_promise, consent, csv_file, files_under, orders, ready_log
from tests.web.people import World

Post = Callable[..., Any]


def test_says_on_what_it_rests(log: EventLog, anna: Client) -> None:
    page = anna.get(f"/o/noord/evidence/{log.pk}/").content.decode()
    assert "Half of the cases are done within 1 day, and 90% within 1 day." in page
    assert "160 cases" in page
    assert '<time datetime="2026-09-07">' in page
    assert "To see whether we deliver in time" in page
    assert "from “Rol”" in page


def test_the_distribution_as_figure_and_table(log: EventLog, anna: Client) -> None:
    page = anna.get(f"/o/noord/evidence/{log.pk}/").content.decode()
    told = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert told
    spec = json.loads(told[1])
    drawn = [layer["mark"]["type"] for layer in spec["layer"]]
    assert drawn == ["bar", "rule", "text", "rule", "text"]
    counted = re.findall(r'<td class="number">(\d+)</td>', page)
    assert sum(int(count) for count in counted) == 160


def test_dutch(log: EventLog, world: World, signed_in: As) -> None:
    page = signed_in(world.mia, language="nl").get(f"/o/noord/evidence/{log.pk}/").content.decode()
    assert "De helft van de casussen is klaar binnen 1 dag" in page
    assert '"decimal": ","' in page


def test_too_few_cases_show_nothing(world: World, tmp_path: Path, anna: Client) -> None:
    log = ready_log(world.noord, tmp_path, orders(weeks=1, a_week=4))
    page = anna.get(f"/o/noord/evidence/{log.pk}/").content.decode()
    assert "fewer than 5 cases" in page
    assert "Half of the cases" not in page
    assert "4 cases" not in page


def test_change_the_purpose(log: EventLog, anna: Client, posted: Post) -> None:
    address = f"/o/noord/evidence/{log.pk}/change/"
    assert "Orders 2026" in anna.get(address).content.decode()
    answer = posted(anna, address, {"name": "Orders", "purpose": ""})
    assert 'value="Orders"' in answer.content.decode()
    posted(anna, address, {"name": "Orders", "purpose": "Something else"})
    log.refresh_from_db()
    assert (log.name, log.purpose) == ("Orders", "Something else")


def test_remove_with_everything(log: EventLog, anna: Client, posted: Post, home: Path) -> None:
    promise = a_promise(log)
    address = f"/o/noord/evidence/{log.pk}/remove/"
    page = anna.get(address).content.decode()
    assert "Home in two days" in page
    assert EventLog.objects.exists()
    posted(anna, address)
    assert not EventLog.objects.exists()
    assert not Promise.with_removed.filter(pk=promise.pk).exists()
    assert not list(files_under(home))
    assert set(Analysis.objects.values_list("log_name", flat=True)) == {"Orders 2026"}


def test_remove_a_file_that_was_not_read(
    world: World, anna: Client, posted: Post, home: Path
) -> None:
    consent(world.noord)
    posted(anna, "/o/noord/evidence/new/", {"name": "A", "purpose": "B", "file": csv_file()})
    assert list(files_under(home))
    posted(anna, f"/o/noord/evidence/{EventLog.objects.get().pk}/remove/")
    assert not list(files_under(home))


def test_one_that_is_not_ready(world: World, anna: Client, signed_in: As) -> None:
    log = EventLog.objects.create(organisation=world.noord, name="Orders", generated=True)
    address = f"/o/noord/evidence/{log.pk}/"
    assert anna.get(address)["Location"] == f"{address}columns/"
    assert "is not ready yet" in signed_in(world.mia).get(address).content.decode()


def test_outsiders_find_nothing(log: EventLog, world: World, signed_in: As) -> None:
    for address in ("", "columns/", "progress/", "change/", "remove/", "promise/"):
        assert signed_in(world.otto).get(f"/o/noord/evidence/{log.pk}/{address}").status_code == 404
        assert signed_in(world.otto).get(f"/o/zuid/evidence/{log.pk}/{address}").status_code == 404
