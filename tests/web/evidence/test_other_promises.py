"""Promises about other outcomes, about some cases, and what is usual for them."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from beide.web.evidence.models import EventLog, Promise
from tests.web.conftest import As
from tests.web.evidence.logs import a_promise, orders, ready_log
from tests.web.people import World

Post = Callable[..., Any]
SAID = {"name": "Goed", "unit": "days", "percent": "90"}


def make(anna: Client, posted: Post, log: EventLog, **more: str) -> Any:
    return posted(anna, f"/o/noord/evidence/{log.pk}/promise/", {**SAID, **more})


def test_right_the_first_time(log: EventLog, anna: Client, posted: Post) -> None:
    answer = make(anna, posted, log, outcome="first_time_right")
    promise = Promise.objects.get()
    assert promise.condition == "first_time_right"
    page = anna.get(answer["Location"]).content.decode()
    assert "for 90%" in page
    assert "kept it: " in page


def test_working_time(log: EventLog, anna: Client, posted: Post) -> None:
    make(anna, posted, log, outcome="working_time", within="2")
    promise = Promise.objects.get()
    assert promise.condition == "working_time <= 16h"
    assert promise.over_time["cases"] == 160


def test_a_condition_of_ones_own(log: EventLog, anna: Client, posted: Post) -> None:
    make(anna, posted, log, outcome="own", own="lead_time <= 2d and first_time_right")
    assert Promise.objects.get().over_time["kept"] == 152


def test_a_condition_that_cannot_be_read(log: EventLog, anna: Client, posted: Post) -> None:
    answer = make(anna, posted, log, outcome="own", own="lead_time <=")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert 'value="lead_time &lt;="' in page
    assert "field__error" in page or "error" in page
    assert not Promise.objects.exists()


def test_a_time_is_asked(log: EventLog, anna: Client, posted: Post) -> None:
    answer = make(anna, posted, log)
    assert answer.status_code == 200
    assert not Promise.objects.exists()


def test_some_cases_only(world: World, tmp_path: Path, anna: Client, posted: Post) -> None:
    lines = orders(late=0).splitlines()
    mixed = [
        line.replace("Planning", "Balie") if ";Aanvraag;" in line and at % 4 < 2 else line
        for at, line in enumerate(lines)
    ]
    log = ready_log(world.noord, tmp_path, "\n".join(mixed) + "\n")
    make(anna, posted, log, within="2", role="Balie")
    promise = Promise.objects.get()
    assert promise.scope == {"roles": ["Balie"]}
    assert 0 < promise.over_time["cases"] < 160
    page = anna.get(f"/o/noord/evidence/promise/{promise.pk}/").content.decode()
    assert "(Balie)" in page


def test_a_promise_is_changed_back(log: EventLog, anna: Client, posted: Post) -> None:
    make(anna, posted, log, outcome="first_time_right")
    promise = Promise.objects.get()
    address = f"/o/noord/evidence/promise/{promise.pk}/change/"
    assert re.search(r'value="first_time_right"[^>]*checked', anna.get(address).content.decode())
    posted(anna, address, {**SAID, "outcome": "lead_time", "within": "2"})
    promise.refresh_from_db()
    assert (promise.condition, promise.within_hours) == ("", 48)


@pytest.fixture
def long(world: World, tmp_path: Path) -> EventLog:
    return ready_log(world.noord, tmp_path, orders(weeks=20, few_in_week=None))


def test_limits_and_what_is_left_out(long: EventLog, anna: Client) -> None:
    promise = a_promise(long)
    page = anna.get(f"/o/noord/evidence/promise/{promise.pk}/").content.decode()
    told = re.search(r'<script type="application/json">(.*?)</script>', page, re.DOTALL)
    assert told
    spec = json.loads(told[1])
    layers = [layer.get("data", {}).get("values", []) for layer in spec["layer"]]
    held = [spec.get("data", {}).get("values", []), *layers, *spec.get("datasets", {}).values()]
    rows = [row for rows in held for row in rows if "lower" in row]
    assert rows
    assert rows[0]["share"] is None
    assert all(row["lower"] <= row["share"] <= row["upper"] for row in rows[1:6])
    assert "1 week at the beginning is in the table only" in page
    assert "Between the dotted lines the share moves by itself." in page
    assert "Usual range" in page


def test_few_weeks_have_no_limits(log: EventLog, anna: Client) -> None:
    promise = a_promise(log)
    page = anna.get(f"/o/noord/evidence/promise/{promise.pk}/").content.decode()
    assert "Between the dotted lines" not in page


def test_dutch(log: EventLog, world: World, signed_in: As, anna: Client, posted: Post) -> None:
    make(anna, posted, log, outcome="first_time_right")
    promise = Promise.objects.get()
    page = signed_in(world.mia, language="nl").get(f"/o/noord/evidence/promise/{promise.pk}/")
    assert "casussen de belofte: " in page.content.decode()
